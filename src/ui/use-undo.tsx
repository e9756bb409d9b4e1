import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { UndoBar } from './undo-bar.tsx';

/** Something that is done at once, and how it is taken back. */
export interface Deed {
  readonly text: string;
  readonly act: () => Promise<Result<unknown>>;
  readonly undo: () => Promise<Result<unknown>>;
}

interface Undo {
  readonly bar: ComponentChildren;
  readonly failure: Failure | null;
  /** Whether it was done. */
  readonly run: (deed: Deed) => Promise<boolean>;
}

/** Where a person goes on when the way back is gone: the page's heading, a list's search, else the first button. */
const goOnAt = (page: Element | null | undefined): HTMLElement | null | undefined =>
  page?.querySelector<HTMLElement>('h1[tabindex], [role="combobox"]') ?? page?.querySelector('button');

/** Doing without a question before, and with Undo after. */
export function useUndo(onChanged: () => void): Undo {
  const [done, setDone] = useState<Deed | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const told = (answer: Result<unknown>): boolean => {
    setFailure(answer.ok ? null : answer.failure);
    onChanged();
    return answer.ok;
  };
  const run = async (deed: Deed): Promise<boolean> => {
    const went = told(await deed.act());
    if (went) setDone(deed);
    return went;
  };
  const undo = async (deed: Deed): Promise<void> => {
    if (told(await deed.undo())) end();
  };
  const end = (): void => {
    // The button that was pressed goes with the bar.
    if (place.current?.contains(document.activeElement)) goOnAt(place.current.closest('main'))?.focus();
    setDone(null);
  };
  // The row that had the focus may be gone: the way back takes it.
  useEffect(() => {
    if (done !== null) place.current?.querySelector('button')?.focus();
  }, [done]);
  const bar = done && (
    <div class="undo-place" ref={place}>
      <UndoBar text={done.text} onUndo={() => void undo(done)} onEnd={end} />
    </div>
  );
  return { bar, failure, run };
}
