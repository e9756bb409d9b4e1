import { text } from '../texts/text.ts';
import { ApiKeyForm } from './api-key-form.tsx';
import { savedKeyNotice } from './key-notice.ts';
import { OnlyAdministrator } from './only-administrator.tsx';
import { PageHeading } from './page-heading.tsx';
import { StepHere } from './step-here.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

export function NewApiKeyPage() {
  const { administrator, go, ask } = useVault();
  const listed = useLoaded('entries', () => ask('entries.list', {}));
  const keys = useLoaded('keys', () => ask('apiKey.list', {}));
  return (
    <>
      <PageHeading title={text('optionsNewApiKey')} />
      <StepHere step="key" keys={keys.value?.length ?? null} list={listed.value} />
      {administrator ? (
        <ApiKeyForm replaces={null} onSaved={(saved, report) => go('#/keys', savedKeyNotice(saved, report, false))} />
      ) : (
        <OnlyAdministrator of="optionsOnlyAdministratorSavesApiKeys" />
      )}
    </>
  );
}
