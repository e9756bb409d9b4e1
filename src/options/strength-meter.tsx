import { useEffect, useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { type PassphraseStrength, passphraseStrength } from './passphrase-strength.ts';

/** How hard the typed passphrase is to guess. Keeps its place when there is nothing to say, so that nothing jumps. */
export function StrengthMeter({ passphrase }: { readonly passphrase: string }) {
  const [strength, setStrength] = useState<PassphraseStrength | null>(null);
  useEffect(() => {
    if (passphrase === '') {
      setStrength(null);
      return;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const found = await passphraseStrength(passphrase);
      if (current) setStrength(found);
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return (
    <div class="strength" data-score={strength?.score}>
      <div class="strength-bars" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} data-on={strength !== null && strength.score >= bar} />
        ))}
      </div>
      <p class="strength-text" aria-live="polite">
        {strength === null ? (
          <span class="hint">{text('optionsHowHardGuessShownHere')}</span>
        ) : (
          <>
            <strong>{strength.label}.</strong> <span>{strength.advice}</span>
          </>
        )}
      </p>
    </div>
  );
}
