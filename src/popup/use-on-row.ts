import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whether the rows are those of what is typed now. `awaited`: they are of what was typed before, until the answer comes. */
export type Answer = 'there' | 'awaited' | 'failed';

interface InFront<Row> {
  readonly row: Row | undefined;
  readonly question: string;
  readonly answer: Answer;
  /** Whether a person went to this row since typing. */
  readonly moved: boolean;
}

interface Held<Row> {
  readonly question: string;
  readonly act: (row: Row | undefined) => void;
}

/**
 * What a key does to the row in front. Whoever types on and presses Enter at once means what these words find, never the
 * row that the words before had found: the key waits for its answer. Typing on, or no answer, lets it go.
 */
export function useOnRow<Row>({ row, question, answer, moved }: InFront<Row>) {
  const held = useRef<Held<Row> | null>(null);
  useLayoutEffect(() => {
    const { current } = held;
    if (current === null || (answer === 'awaited' && current.question === question)) return;
    held.current = null;
    if (answer === 'there' && current.question === question) current.act(row);
  });
  return (act: Held<Row>['act']): void => {
    if (answer === 'there' || moved) act(row);
    else if (answer === 'awaited') held.current = { question, act };
  };
}
