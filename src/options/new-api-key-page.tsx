import { text } from '../texts/text.ts';
import { ApiKeyForm } from './api-key-form.tsx';
import { savedKeyNotice } from './key-notice.ts';
import { PageHeading } from './page-heading.tsx';
import { useVault } from './vault-context.ts';

export function NewApiKeyPage() {
  const { administrator, go } = useVault();
  return (
    <>
      <PageHeading title={text('optionsNewApiKey')} />
      {administrator ? (
        <ApiKeyForm replaces={null} onSaved={(saved, report) => go('#/keys', savedKeyNotice(saved, report, false))} />
      ) : (
        <p class="empty">{text('optionsOnlyAdministratorSavesApiKeys')}</p>
      )}
    </>
  );
}
