import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { type Marks, noMarks } from '../../src/domain/marks.ts';
import { ok } from '../../src/domain/result.ts';
import type { EntryView, FolderView, FrontPage } from '../../src/messaging/contract.ts';
import { Popup } from '../../src/popup/popup.tsx';
import { resetWorker, type worker } from './fake-worker.ts';
import { entries, foundNothing, front } from './scene.ts';

interface Scene {
  readonly entries?: readonly EntryView[];
  readonly folders?: readonly FolderView[];
  readonly front?: Partial<FrontPage>;
  readonly marks?: Partial<Marks>;
  readonly answers?: typeof worker.answers;
}

/** Sets what the worker knows, without opening the popup yet. */
export function setScene(scene: Scene = {}): void {
  resetWorker({
    'entries.list': () =>
      ok({
        entries: scene.entries ?? entries,
        deleted: [],
        damaged: [],
        marks: { ...noMarks, ...scene.marks },
        folders: scene.folders ?? [],
        deletedFolders: [],
      }),
    'page.front': () => ok(front(scene.front)),
    'index.state': () => ok([]),
    'index.search': () => ok(foundNothing),
    ...scene.answers,
  });
}

/** Opens the popup of an unlocked vault and waits until it can be used. */
export async function openPopup(): Promise<void> {
  render(<Popup />);
  await screen.findByRole('combobox');
}

/** Closes the popup as the browser does, and opens it again. */
export async function reopenPopup(): Promise<void> {
  cleanup();
  await openPopup();
}

export const search = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('combobox');
export const type = (text: string): boolean => fireEvent.input(search(), { target: { value: text } });
export const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key });
export const click = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));

/** The text of the row that Enter means; null: none. */
export function activeText(): string | null {
  const id = search().getAttribute('aria-activedescendant');
  return id === null ? null : (document.getElementById(id)?.textContent ?? null);
}

/** Lets time pass under fake timers, in steps, so that what one step brings is drawn before the next. */
export async function pass(ms: number): Promise<void> {
  for (let step = 0; step < 5; step += 1) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(ms / 5);
    });
  }
}
