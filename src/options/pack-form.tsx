import type { EntryId } from '../domain/ids.ts';
import type { PackPolicy } from '../domain/pack.ts';
import type { EntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { packSwitches, packSwitchText } from '../ui/pack-policy-text.ts';
import { SwitchField } from '../ui/switch-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Deriving } from './deriving.tsx';
import { detailOf } from './entry-text.ts';
import { FailureNote } from './failure-note.tsx';
import { KeptDraft } from './kept-draft.tsx';
import type { PackDraft, PackFault } from './pack-draft.ts';
import type { usePackForm } from './use-pack-form.ts';

interface EntriesProps {
  readonly entries: readonly EntryView[];
  readonly draft: PackDraft;
  readonly onChange: (entryIds: readonly EntryId[]) => void;
  readonly fault: PackFault | null;
}

/** Sessions that are linked, and credential entries by themselves: a session brings its own along. */
function Entries({ entries, draft, onChange, fault }: EntriesProps) {
  const usable = entries.filter((entry) => entry.kind === 'credential' || entry.credentialEntryId !== null);
  const chosen = new Set(draft.entryIds);
  const flip = (id: EntryId): void =>
    onChange(chosen.has(id) ? draft.entryIds.filter((other) => other !== id) : [...draft.entryIds, id]);
  return (
    <fieldset class="permissions" data-field="entries">
      <legend>{text('optionsEntries')}</legend>
      <p class="hint">{text('optionsWebsiteSessionBringsCredentialEntry')}</p>
      <div class="actions">
        <Button onClick={() => onChange(usable.map(({ id }) => id))}>{text('optionsChooseAll')}</Button>
        <Button onClick={() => onChange([])}>{text('optionsChooseNone')}</Button>
      </div>
      {usable.map((entry) => (
        <label key={entry.id} class="pack-entry">
          <input type="checkbox" name="entries" checked={chosen.has(entry.id)} onChange={() => flip(entry.id)} />
          <span>
            <bdi>{entry.name}</bdi> <bdi class="entry-detail">{detailOf(entry, entries)}</bdi>
          </span>
        </label>
      ))}
      {fault?.field === 'entries' && (
        <div class="field-error" role="alert">
          {fault.text}
        </div>
      )}
    </fieldset>
  );
}

/** Whether a chosen entry opens a whole organization to whoever takes the pack. */
function opensOrganizations(entries: readonly EntryView[], { entryIds, policy }: PackDraft): boolean {
  const chosen = entries.filter(({ id }) => entryIds.includes(id));
  const linked = chosen.flatMap((entry) => (entry.kind === 'credential' ? [entry.id] : [entry.credentialEntryId]));
  return (
    !policy.disableAlwaysPrompt &&
    entries.some(
      (entry) => entry.kind === 'credential' && entry.selection.mode === 'always-prompt' && linked.includes(entry.id),
    )
  );
}

function Forbidden({
  policy,
  onChange,
}: {
  readonly policy: PackPolicy;
  readonly onChange: (policy: PackPolicy) => void;
}) {
  return packSwitches.map((key) => (
    <SwitchField
      key={key}
      label={packSwitchText(key)}
      checked={policy[key]}
      onChange={(on) => onChange({ ...policy, [key]: on })}
    />
  ));
}

interface PackFormProps {
  readonly entries: readonly EntryView[];
  readonly work: ReturnType<typeof usePackForm>;
}

/** Who gets what, for how long, and what the pack forbids. */
export function PackForm({ entries, work }: PackFormProps) {
  const { draft, change, fault, failure, waiting, form, make } = work;
  const errorAt = (field: PackFault['field']) => (fault?.field === field ? fault.text : undefined);
  return (
    <form
      ref={form}
      class="card form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2>{draft.packId === null ? text('optionsNewPack') : text('optionsNewerVersionPack')}</h2>
      <KeptDraft kept={work.kept} onDiscard={work.discard} />
      <TextField
        label={text('optionsName')}
        name="name"
        value={draft.name}
        onInput={(name) => change({ name })}
        hint={text('optionsWhomOnePackEachTechnician')}
        maxLength={200}
        error={errorAt('name')}
      />
      <TextField
        label={text('optionsGoodSoManyDays')}
        name="days"
        type="number"
        value={draft.days}
        onInput={(days) => change({ days })}
        hint={text('optionsAfterNothingWorksUntilNewer')}
        error={errorAt('days')}
      />
      <Entries entries={entries} draft={draft} onChange={(entryIds) => change({ entryIds })} fault={fault} />
      <Forbidden policy={draft.policy} onChange={(policy) => change({ policy })} />
      {opensOrganizations(entries, draft) && (
        <Banner kind="warning">{text('optionsEntryPackAlwaysPromptsList')}</Banner>
      )}
      <div class="actions">
        <Button type="submit" kind="primary" busy={waiting}>
          {text('optionsMakeThePack')}
        </Button>
        <Deriving waiting={waiting} text={text('optionsSealingThePack')} />
        <FailureNote failure={failure} />
      </div>
    </form>
  );
}
