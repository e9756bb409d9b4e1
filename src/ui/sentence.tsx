import type { ComponentChildren } from 'preact';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

/** Where a part goes: characters for private use, of which no text has any. */
const marks = ['\uE001', '\uE002', '\uE003', '\uE004'] as const;

interface SentenceProps {
  readonly of: TextKey;
  /** What stands for `$1`, `$2` and so on: at most four, each with markup of its own. */
  readonly parts: readonly ComponentChildren[];
}

/** A sentence with markup inside, in one piece, so that each language can set its words in an order of its own. */
export function Sentence({ of, parts }: SentenceProps) {
  const pieces = text(of, ...marks.slice(0, parts.length)).split(/([\uE001-\uE004])/);
  return (
    <>
      {pieces.map((piece) => {
        const at = (marks as readonly string[]).indexOf(piece);
        return at < 0 ? piece : parts[at];
      })}
    </>
  );
}
