import type { Tab } from '../../test/browser/surface.ts';

/** An input of a page that holds something. */
export interface Mark {
  readonly field: number;
  readonly value: string;
  readonly seen: boolean;
}

/** Everything that inputs hold, through open shadow roots and frames of the same origin. */
export const pageMarks = (tab: Tab): Promise<readonly Mark[]> =>
  tab.evaluate(() => {
    const marks: Mark[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (let at = 0; at < roots.length && at < 3_000; at += 1) {
      for (const element of (roots[at] as Document).querySelectorAll('*')) {
        if (element.shadowRoot !== null) roots.push(element.shadowRoot);
        if (/^i?frame$/.test(element.localName) && (element as HTMLIFrameElement).contentDocument !== null)
          roots.push((element as HTMLIFrameElement).contentDocument as Document);
        const { value, type } = element as HTMLInputElement;
        if (element.localName !== 'input' || type === 'hidden' || typeof value !== 'string' || value === '') continue;
        const { width, height } = element.getBoundingClientRect();
        const seen =
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 1 && height > 1;
        marks.push({ field: Number((element as HTMLElement).dataset.tc ?? -1), value, seen });
      }
    }
    return marks;
  });
