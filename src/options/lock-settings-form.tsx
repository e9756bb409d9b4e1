import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { type LockSettings, lockLimits } from '../domain/lock.ts';
import type { Policy } from '../domain/policy.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { Button } from '../ui/button.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { TextField } from '../ui/text-field.tsx';
import { createDrafts, useDraft } from './draft.ts';
import { FailureNote } from './failure-note.tsx';
import { focusField } from './focus-field.ts';
import { KeptDraft } from './kept-draft.tsx';
import { useVault } from './vault-context.ts';

type Typed = Readonly<Record<keyof LockSettings, string>>;

const texts: Readonly<Record<keyof LockSettings, { readonly label: TextKey; readonly range: TextKey }>> = {
  idleMinutes: { label: 'optionsLockAfterSoManyMinutes', range: 'optionsToMinutes' },
  capHours: {
    label: 'optionsLockAtLatestSoMany',
    range: 'optionsHoursHoweverMuchUsed',
  },
};

const drafts = createDrafts<Typed>('settings');

/** The most that may be typed: of the form itself, or of the policy. */
const maxOf = (field: keyof LockSettings, { lockIdleMinutesMax, lockCapHoursMax }: Policy): number =>
  field === 'idleMinutes' ? lockIdleMinutesMax : lockCapHoursMax;

const rangeText = (key: TextKey, field: keyof LockSettings, policy: Policy): string =>
  text(key, lockLimits[field].min, maxOf(field, policy));

/** The number that was typed, or null where it is none within the limits. */
function numberIn(field: keyof LockSettings, typed: string, policy: Policy): number | null {
  const number = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= lockLimits[field].min && number <= maxOf(field, policy) ? number : null;
}

function useLockForm(saved: LockSettings) {
  const {
    ask,
    refresh,
    managed: { policy },
  } = useVault();
  const start: Typed = { idleMinutes: `${saved.idleMinutes}`, capHours: `${saved.capHours}` };
  const { draft: typed, kept, change, forget, reset } = useDraft(drafts, 'locking', start);
  const [strict, setStrict] = useState(false);
  const [ending, setEnding] = useState<Failure | 'saved' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const save = async (): Promise<void> => {
    const idleMinutes = numberIn('idleMinutes', typed.idleMinutes, policy);
    const capHours = numberIn('capHours', typed.capHours, policy);
    setStrict(true);
    setEnding(null);
    if (idleMinutes === null) return focusField(form.current, 'idleMinutes');
    if (capHours === null) return focusField(form.current, 'capHours');
    const answer = await ask('settings.set', { idleMinutes, capHours });
    setEnding(answer.ok ? 'saved' : answer.failure);
    if (!answer.ok) return;
    forget();
    await refresh();
  };
  const type = (field: keyof LockSettings, entered: string): void => {
    change({ [field]: entered });
    setEnding(null);
  };
  return { typed, kept, discard: reset, type, strict, ending, form, save };
}

function Loaded({ saved }: { readonly saved: LockSettings }) {
  const {
    administrator,
    managed: { policy },
  } = useVault();
  const { typed, kept, discard, type, strict, ending, form, save } = useLockForm(saved);
  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <KeptDraft kept={kept} onDiscard={discard} />
      {(['idleMinutes', 'capHours'] as const).map((field) => (
        <TextField
          key={field}
          label={text(texts[field].label)}
          name={field}
          type="number"
          value={typed[field]}
          onInput={(entered) => type(field, entered)}
          disabled={!administrator}
          hint={sentences(
            rangeText(texts[field].range, field, policy),
            maxOf(field, policy) < lockLimits[field].max ? setByAdministrator() : null,
          )}
          error={
            strict && numberIn(field, typed[field], policy) === null
              ? rangeText('optionsTypeANumberTo', field, policy)
              : undefined
          }
        />
      ))}
      {administrator && (
        <div class="actions">
          <Button type="submit" kind="primary">
            {text('optionsSave')}
          </Button>
          <span role="status">{ending === 'saved' && text('optionsSavedHoldsFromNowOn')}</span>
          <FailureNote failure={ending === 'saved' ? null : ending} />
        </div>
      )}
    </form>
  );
}

interface LockSettingsFormProps {
  /** null: they could not be read. */
  readonly saved: LockSettings | null;
  readonly failure: Failure | null;
  readonly onRetry: () => void;
}

/** When the vault locks by itself. */
export function LockSettingsForm({ saved, failure, onRetry }: LockSettingsFormProps) {
  return (
    <section class="card" aria-labelledby="locking">
      <h2 id="locking">{text('optionsLocking')}</h2>
      <p class="lead">{text('optionsVaultAlsoLocksWhenComputer')}</p>
      <FailureNote failure={failure} onRetry={onRetry} />
      {saved !== null && <Loaded saved={saved} />}
    </section>
  );
}
