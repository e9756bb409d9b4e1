import { useState } from 'preact/hooks';
import { passphraseLongEnough, passphraseMinimum } from '../domain/passphrase.ts';
import { text } from '../texts/text.ts';
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
    return { field: 'passphrase', text: text('optionsUseAtLeastCharacters', passphraseMinimum) };
  if (second === '') return { field: 'repeat', text: text('optionsTypeThePassphraseAgain') };
  return first === second ? null : { field: 'repeat', text: text('optionsTwoAreNotSameType') };
}

interface NewPassphraseProps {
  /** What it is called in the labels: “Passphrase”, “New passphrase”. */
  readonly label: string;
  /** Of the second field: “Repeat the passphrase”. */
  readonly repeatLabel: string;
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
      <p class="hint">{text('optionsWriteDownOnPaperFive')}</p>
      <div class="actions">
        <Button onClick={onHide}>{text('optionsIHaveWrittenDownHide')}</Button>
        <Button onClick={onAnother}>{text('optionsAnotherPhrase')}</Button>
      </div>
    </div>
  );
}

/** Two fields, an honest meter, and a phrase made by dice for whoever wants one. */
export function NewPassphrase({ label, repeatLabel, chosen, onChange, fault }: NewPassphraseProps) {
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
        hint={text('optionsAtLeastCharactersFewUnrelated', passphraseMinimum)}
        error={fault?.field === 'passphrase' ? fault.text : undefined}
      />
      <StrengthMeter passphrase={chosen.first} />
      <div aria-live="polite">
        {phrase === null ? (
          <Button onClick={() => void generate()}>{text('optionsGenerateFiveWordPhrase')}</Button>
        ) : (
          <GeneratedPhrase phrase={phrase} onAnother={() => void generate()} onHide={() => setPhrase(null)} />
        )}
      </div>
      <PassphraseField
        label={repeatLabel}
        name="repeat"
        autocomplete="new-password"
        value={chosen.second}
        onInput={(second) => onChange({ ...chosen, second })}
        error={fault?.field === 'repeat' ? fault.text : undefined}
      />
    </div>
  );
}
