import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
/** How hard a passphrase is to guess: 0 (at once) to 4 (out of reach), in words, with what would help. */
export interface PassphraseStrength {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly label: string;
  readonly advice: string;
}

const labels = ['strengthVeryWeak', 'strengthWeak', 'strengthFair', 'strengthGood', 'strengthStrong'] as const;

const advice = [
  'optionsSomebodyCopyProfileWouldGuess',
  'optionsSomebodyCopyProfileWouldGuessSoon',
  'optionsAddWordTwoHaveNothing',
  'optionsHardGuessOneMoreWord',
  'optionsVeryHardToGuess',
] as const;

const warnings: Readonly<Record<string, TextKey>> = {
  straightRow: 'optionsRowsKeysAreGuessedFirst',
  keyPattern: 'optionsPatternsOnKeyboardAreGuessed',
  simpleRepeat: 'optionsRepeatedCharactersAddLittle',
  extendedRepeat: 'optionsRepeatedTextAddsLittle',
  sequences: 'optionsSequencesSuchAsAbc6543',
  recentYears: 'optionsYearsAreGuessedFirst',
  dates: 'optionsDatesAreGuessedFirst',
  topTen: 'optionsOneMostUsedPasswords',
  topHundred: 'optionsOneMostUsedPasswords',
  common: 'optionsMuchUsedPassword',
  similarToCommon: 'optionsCloseMuchUsedPassword',
  userInputs: 'optionsNameProductGuessedFirst',
};

const ownWords = ['linked', 'vault', 'linkedvault', 'itglue', 'glue', 'passphrase'];

/** The estimator weighs 400 KB, so it is loaded when the first character is typed, and once. */
async function loadEstimator() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 128 });
}

let estimator: ReturnType<typeof loadEstimator> | undefined;

/** Estimates on this device; nothing leaves it. */
export async function passphraseStrength(passphrase: string): Promise<PassphraseStrength> {
  estimator ??= loadEstimator();
  const { score, feedback } = (await estimator).check(passphrase, ownWords);
  const warning = warnings[feedback.warning ?? ''];
  const shown = score < 3 && warning ? text(warning) : null;
  return { score, label: text(labels[score]), advice: sentences(shown, text(advice[score])) };
}
