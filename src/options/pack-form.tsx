import type { EntryId } from '../domain/ids.ts';
import type { PackPolicy } from '../domain/pack.ts';
import type { EntryView } from '../messaging/contract.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { packSwitches, packSwitchText } from '../ui/pack-policy-text.ts';
import { SwitchField } from '../ui/switch-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Deriving } from './deriving.tsx';
import { entryDetail } from './entry-text.ts';
import { FailureNote } from './failure-note.tsx';
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
      <legend>Entries</legend>
      <p class="hint">
        A website session brings the credential entry that it is linked to. Each goes with its View and View password; a
        pack never gives Edit.
      </p>
      <div class="actions">
        <Button onClick={() => onChange(usable.map(({ id }) => id))}>Choose all</Button>
        <Button onClick={() => onChange([])}>Choose none</Button>
      </div>
      {usable.map((entry) => (
        <label key={entry.id} class="pack-entry">
          <input type="checkbox" name="entries" checked={chosen.has(entry.id)} onChange={() => flip(entry.id)} />
          <span>
            <bdi>{entry.name}</bdi> <bdi class="entry-detail">{entryDetail(entry, entries)}</bdi>
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
      label={packSwitchText[key]}
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
      <h2>{draft.packId === null ? 'New pack' : 'Newer version of a pack'}</h2>
      <TextField
        label="Name"
        name="name"
        value={draft.name}
        onInput={(name) => change({ name })}
        hint="Whom it is for. One pack for each technician makes it possible to take one back."
        maxLength={200}
        error={errorAt('name')}
      />
      <TextField
        label="Good for so many days"
        name="days"
        type="number"
        value={draft.days}
        onInput={(days) => change({ days })}
        hint="After that nothing of it works, until a newer version is taken."
        error={errorAt('days')}
      />
      <Entries entries={entries} draft={draft} onChange={(entryIds) => change({ entryIds })} fault={fault} />
      <Forbidden policy={draft.policy} onChange={(policy) => change({ policy })} />
      {opensOrganizations(entries, draft) && (
        <Banner kind="warning">
          An entry in this pack always prompts with list: whoever takes the pack may use every password of its
          organization that the API key sees, restricted ones included.
        </Banner>
      )}
      <div class="actions">
        <Button type="submit" kind="primary" busy={waiting}>
          Make the pack
        </Button>
        <Deriving waiting={waiting} text="Sealing the pack…" />
        <FailureNote failure={failure} />
      </div>
    </form>
  );
}
