import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

/** What happened, and what to do now: two sentences for a person. */
export interface FailureText {
  readonly sentence: string;
  readonly nextStep: string;
}

/** The names of those two texts. */
export interface FailureKeys {
  readonly sentence: TextKey;
  readonly nextStep: TextKey;
}

export const textOfKeys = ({ sentence, nextStep }: FailureKeys): FailureText => ({
  sentence: text(sentence),
  nextStep: text(nextStep),
});
