import { useLayoutEffect, useState } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import type { PasswordId } from '../domain/ids.ts';
import { useActive } from './use-active.ts';

interface Question {
  readonly rows: readonly PasswordSummary[];
  readonly typed: string;
  /** What the rows were searched for. */
  readonly answers: string;
  /** The row that was in front when the list was left. */
  readonly row: PasswordId | null;
  readonly onRow: ((row: PasswordId) => void) | undefined;
}

/** The row of a credentials list that Enter means, found again when the popup is opened again. */
export function useChoice({ rows, typed, answers, row, onRow }: Question) {
  const [first] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ id }) => id === row),
    ),
  );
  const active = useActive(rows.length, answers, 0, first);
  const [movedFor, setMovedFor] = useState<string | null>(null);
  const current = rows[active.index];
  // Not after the next frame: the popup may be closed before that.
  useLayoutEffect(() => {
    if (current !== undefined && current.id !== row) onRow?.(current.id);
  }, [current?.id]);
  const move = (key: string): boolean => {
    const moved = active.move(key);
    if (moved) setMovedFor(typed);
    return moved;
  };
  return { index: active.index, move, current, moved: movedFor === typed };
}
