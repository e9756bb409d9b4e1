import { type ApiKeySummary, looksLikeItGlueKey, trimApiKey } from '../domain/api-key.ts';
import type { ConnectionReport as Report } from '../domain/connection.ts';
import { gateway } from '../domain/gateway.ts';
import { regionOfAddress, regions } from '../domain/region.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
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
        label={text('optionsYourGlueAddressOptional')}
        name="address"
        value={form.address}
        onInput={form.setAddress}
        placeholder={text('optionsItGlueAddressExample')}
        hint={
          known && pasted !== ''
            ? text('optionsThatIsTheRegion', regionName(form.region))
            : text('optionsPasteFromAddressBarGlue')
        }
        error={known ? undefined : text('optionsNotAddressGlueChooseRegion')}
      />
      <SelectField
        label={text('optionsRegion')}
        name="region"
        value={form.region}
        onChange={form.setRegion}
        options={offered.map((region) => ({ value: region, text: regionName(region) }))}
        hint={sentences(
          text('optionsWhereYourGlueAccountLives'),
          policy.regions.length < regions.length ? setByAdministrator() : null,
        )}
      />
    </>
  );
}

/** What goes with each request, as it is called to people. */
const secretName = (replaces: boolean): string =>
  gateway === null
    ? text(replaces ? 'optionsNewApiKey' : 'optionsApiKey')
    : text(replaces ? 'optionsNewGatewayToken' : 'optionsGatewayToken');

function keyHint(key: string, replaces: boolean): string {
  if (gateway !== null) return text('optionsFromYourAdministratorSealedVault', gateway.origin);
  const trimmed = trimApiKey(key);
  if (trimmed !== '' && !looksLikeItGlueKey(trimmed)) return text('optionsDoesNotLookLikeGlue');
  return replaces ? text('optionsNewKeyFromGlueSealed') : text('optionsFromGlueAccountSettingsApi');
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
            {text('optionsSaveWithoutTesting')}
          </Button>
          <span class="hint">{text('optionsKeyTriedWhenFirstUsed')}</span>
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
        label={text('optionsName')}
        name="name"
        value={form.name}
        onInput={form.setName}
        maxLength={200}
        error={form.fault?.field === 'name' ? form.fault.text : undefined}
      />
      {gateway === null && <RegionFields form={form} />}
      <PassphraseField
        label={secretName(replaces !== null)}
        name="key"
        autocomplete="off"
        value={form.key}
        onInput={form.setKey}
        hint={keyHint(form.key, replaces !== null)}
        error={form.fault?.field === 'key' ? form.fault.text : undefined}
      />
      <div class="actions">
        <Button type="submit" kind="primary" busy={form.busy === 'if-accepted'}>
          {replaces === null ? text('optionsSave') : text('optionsReplaceKey')}
        </Button>
        <Button onClick={() => void form.send('never')} busy={form.busy === 'never'}>
          {replaces === null ? text('optionsTestConnection') : text('optionsTestTheNewKey')}
        </Button>
      </div>
      <div aria-live="polite">
        <Ending form={form} />
      </div>
    </form>
  );
}
