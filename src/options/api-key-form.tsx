import { type ApiKeySummary, looksLikeItGlueKey, trimApiKey } from '../domain/api-key.ts';
import type { ConnectionReport as Report } from '../domain/connection.ts';
import { gateway } from '../domain/gateway.ts';
import { regionOfAddress, regions } from '../domain/region.ts';
import { Button } from '../ui/button.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ConnectionReport } from './connection-report.tsx';
import { FailureNote } from './failure-note.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { regionName } from './region-text.ts';
import { type ApiKeyForm as Form, useApiKeyForm } from './use-api-key-form.ts';
import { useVault } from './vault-context.ts';

interface ApiKeyFormProps {
  readonly replaces: ApiKeySummary | null;
  readonly onSaved: (saved: ApiKeySummary, report: Report) => void;
}

function RegionFields({ form }: { readonly form: Form }) {
  const { policy } = useVault().managed;
  const offered = regions.filter((region) => policy.regions.includes(region) || region === form.region);
  const pasted = form.address.trim();
  const known = pasted === '' || regionOfAddress(pasted) !== null;
  return (
    <>
      <TextField
        label="Your IT Glue address (optional)"
        name="address"
        value={form.address}
        onInput={form.setAddress}
        placeholder="https://yourcompany.itglue.com"
        hint={
          known && pasted !== ''
            ? `That is the region ${regionName[form.region]}.`
            : 'Paste it from the address bar of IT Glue, and the region chooses itself.'
        }
        error={known ? undefined : 'This is not an address of IT Glue. Choose the region below instead.'}
      />
      <SelectField
        label="Region"
        name="region"
        value={form.region}
        onChange={form.setRegion}
        options={offered.map((region) => ({ value: region, text: regionName[region] }))}
        hint={`Where your IT Glue account lives. A key of one region is unknown in the others.${
          policy.regions.length < regions.length ? ` ${setByAdministrator}` : ''
        }`}
      />
    </>
  );
}

/** What goes with each request, as it is called to people. */
const secretName = gateway === null ? 'API key' : 'Gateway token';

function keyHint(key: string, replaces: boolean): string {
  if (gateway !== null)
    return `From your administrator. It is sealed in the vault, never shown again, and sent to ${gateway.origin} alone.`;
  const trimmed = trimApiKey(key);
  if (trimmed !== '' && !looksLikeItGlueKey(trimmed))
    return 'This does not look like an IT Glue key: those begin with “ITG.”. Check that all of it was pasted.';
  return replaces
    ? 'The new key from IT Glue. It is sealed in the vault and never shown again.'
    : 'From IT Glue: Account › Settings › API keys. It is sealed in the vault and never shown again.';
}

/** Why the report ended as it did, and what can be done about it. */
function Ending({ form }: { readonly form: Form }) {
  const { report, failure } = form;
  const untried = report !== null && report.steps.keyAccepted === 'unknown';
  return (
    <>
      {report !== null && <ConnectionReport report={report} />}
      <FailureNote failure={report?.failure ?? failure} />
      {untried && (
        <p class="actions">
          <Button onClick={() => void form.send('anyway')} busy={form.busy === 'anyway'}>
            Save without testing
          </Button>
          <span class="hint">The key is tried when it is first used.</span>
        </p>
      )}
    </>
  );
}

/** Name, region and key, with a test before anything is saved. */
export function ApiKeyForm({ replaces, onSaved }: ApiKeyFormProps) {
  const form = useApiKeyForm(replaces, onSaved);
  return (
    <form
      ref={form.form}
      class="card form"
      onSubmit={(event) => {
        event.preventDefault();
        void form.send('if-accepted');
      }}
    >
      <KeptDraft kept={form.kept} onDiscard={form.discard} />
      <TextField
        label="Name"
        name="name"
        value={form.name}
        onInput={form.setName}
        maxLength={200}
        error={form.fault?.field === 'name' ? form.fault.text : undefined}
      />
      {gateway === null && <RegionFields form={form} />}
      <PassphraseField
        label={replaces === null ? secretName : `New ${secretName}`}
        name="key"
        autocomplete="off"
        value={form.key}
        onInput={form.setKey}
        hint={keyHint(form.key, replaces !== null)}
        error={form.fault?.field === 'key' ? form.fault.text : undefined}
      />
      <div class="actions">
        <Button type="submit" kind="primary" busy={form.busy === 'if-accepted'}>
          {replaces === null ? 'Save' : 'Replace key'}
        </Button>
        <Button onClick={() => void form.send('never')} busy={form.busy === 'never'}>
          {replaces === null ? 'Test connection' : 'Test the new key'}
        </Button>
      </div>
      <div aria-live="polite">
        <Ending form={form} />
      </div>
    </form>
  );
}
