import type { Surface } from '../browser/surface.ts';
import { until } from '../browser/until.ts';

interface Watched {
  savedText?: string;
}

/** From here on the text that the page hands to the browser as a file is kept for `savedFile`. */
export const watchSaving = (page: Surface): Promise<void> =>
  page.evaluate(() => {
    delete (globalThis as Watched).savedText;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob | MediaSource): string => {
      if (blob instanceof Blob)
        void blob.text().then((text) => {
          (globalThis as Watched).savedText = text;
        });
      return make(blob);
    };
  });

/** The file that the page has saved. */
export const savedFile = (page: Surface): Promise<string> =>
  until('the saved file', () => page.evaluate(() => (globalThis as Watched).savedText ?? null));

/** Chooses a file of this text in the page's only file field, as a person does in the browser's dialog. */
export const chooseFile = (page: Surface, name: string, text: string): Promise<void> =>
  page.evaluate(
    (fileName: string, content: string) => {
      const field = document.querySelector<HTMLInputElement>('input[type=file]');
      if (field === null) throw new Error('no file field');
      const files = new DataTransfer();
      files.items.add(new File([content], fileName));
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
