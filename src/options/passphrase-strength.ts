/** How hard a passphrase is to guess: 0 (at once) to 4 (out of reach), in words, with what would help. */
export interface PassphraseStrength {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly label: string;
  readonly advice: string;
}

const labels = ['Very weak', 'Weak', 'Fair', 'Good', 'Strong'] as const;

const advice = [
  'Somebody with a copy of this profile would guess it at once.',
  'Somebody with a copy of this profile would guess it soon.',
  'Add a word or two that have nothing to do with each other.',
  'Hard to guess. One more word would make it stronger.',
  'Very hard to guess.',
] as const;

const warnings: Readonly<Record<string, string>> = {
  straightRow: 'Rows of keys are guessed first.',
  keyPattern: 'Patterns on the keyboard are guessed first.',
  simpleRepeat: 'Repeated characters add little.',
  extendedRepeat: 'Repeated text adds little.',
  sequences: 'Sequences such as abc or 6543 add little.',
  recentYears: 'Years are guessed first.',
  dates: 'Dates are guessed first.',
  topTen: 'This is one of the most used passwords.',
  topHundred: 'This is one of the most used passwords.',
  common: 'This is a much used password.',
  similarToCommon: 'This is close to a much used password.',
  userInputs: 'The name of the product is guessed first.',
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
  return { score, label: labels[score], advice: score < 3 && warning ? `${warning} ${advice[score]}` : advice[score] };
}
