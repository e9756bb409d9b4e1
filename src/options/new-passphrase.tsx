import { useState } from 'preact/hooks';
import { passphraseLongEnough, passphraseMinimum } from '../domain/passphrase.ts';
import { Button } from '../ui/button.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { dicewarePhrase } from './diceware-phrase.ts';
import { StrengthMeter } from './strength-meter.tsx';

/** A passphrase chosen and typed twice; both live in their form and die with it. */
export interface ChosenPassphrase {
  readonly first: string;
  readonly second: string;
}

export const noPassphrase: ChosenPassphrase = { first: '', second: '' };

export type PassphraseFault = { readonly field: 'passphrase' | 'repeat'; readonly text: string };

/** Why a chosen passphrase cannot be used yet, or null. */
export function passphraseFault({ first, second }: ChosenPassphrase): PassphraseFault | null {
  if (!passphraseLongEnough(first))
    return { field: 'passphrase', text: `Use at least ${passphraseMinimum} characters.` };
  if (second === '') return { field: 'repeat', text: 'Type the passphrase again.' };
  return first === second ? null : { field: 'repeat', text: 'The two are not the same. Type the passphrase again.' };
}

interface NewPassphraseProps {
  /** What it is called in the labels: “Passphrase”, “New passphrase”. */
  readonly label: string;
  readonly chosen: ChosenPassphrase;
  readonly onChange: (chosen: ChosenPassphrase) => void;
  readonly fault: PassphraseFault | null;
}

function GeneratedPhrase({
  phrase,
  onAnother,
  onHide,
}: Record<'onAnother' | 'onHide', () => void> & { phrase: string }) {
  return (
    <div class="phrase">
      <p class="phrase-words">
        {phrase.split(' ').map((word, index) => (
          <span key={index}>{word} </span>
        ))}
      </p>
      <p class="hint">
        Write it down on paper, five words with a blank between them, and keep it where you keep keys. Then type it
        below.
      </p>
      <div class="actions">
        <Button onClick={onHide}>I have written it down: hide it</Button>
        <Button onClick={onAnother}>Another phrase</Button>
      </div>
    </div>
  );
}

/** Two fields, an honest meter, and a phrase made by dice for whoever wants one. */
export function NewPassphrase({ label, chosen, onChange, fault }: NewPassphraseProps) {
  const [phrase, setPhrase] = useState<string | null>(null);
  const generate = async (): Promise<void> => {
    const made = await dicewarePhrase();
    setPhrase(made);
    onChange({ first: made, second: '' });
  };
  return (
    <div class="new-passphrase">
      <PassphraseField
        label={label}
        name="passphrase"
        autocomplete="new-password"
        value={chosen.first}
        onInput={(first) => onChange({ ...chosen, first })}
        hint={`At least ${passphraseMinimum} characters. A few unrelated words are easier to keep than a short riddle.`}
        error={fault?.field === 'passphrase' ? fault.text : undefined}
      />
      <StrengthMeter passphrase={chosen.first} />
      <div aria-live="polite">
        {phrase === null ? (
          <Button onClick={() => void generate()}>Generate a five-word phrase</Button>
        ) : (
          <GeneratedPhrase phrase={phrase} onAnother={() => void generate()} onHide={() => setPhrase(null)} />
        )}
      </div>
      <PassphraseField
        label={`Repeat the ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
        name="repeat"
        autocomplete="new-password"
        value={chosen.second}
        onInput={(second) => onChange({ ...chosen, second })}
        error={fault?.field === 'repeat' ? fault.text : undefined}
      />
    </div>
  );
}
