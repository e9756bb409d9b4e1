import { useLayoutEffect, useState } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import type { PasswordId } from '../domain/ids.ts';
import { useActive } from './use-active.ts';

interface Question {
  readonly rows: readonly PasswordSummary[];
  readonly typed: string;
  /** The row that was in front when the list was left. */
  readonly row: PasswordId | null;
  readonly onRow: ((row: PasswordId) => void) | undefined;
}

/** The row of a credentials list that Enter means, found again when the popup is opened again. */
export function useChoice({ rows, typed, row, onRow }: Question) {
  const [first] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ id }) => id === row),
    ),
  );
  const active = useActive(rows.length, typed, 0, first);
  const current = rows[active.index];
  // Not after the next frame: the popup may be closed before that.
  useLayoutEffect(() => {
    if (current !== undefined && current.id !== row) onRow?.(current.id);
  }, [current?.id]);
  return { active, current };
}
