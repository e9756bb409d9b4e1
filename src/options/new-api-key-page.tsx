import { ApiKeyForm } from './api-key-form.tsx';
import { savedKeyNotice } from './key-notice.ts';
import { PageHeading } from './page-heading.tsx';
import { useVault } from './vault-context.ts';

export function NewApiKeyPage() {
  const { administrator, go } = useVault();
  return (
    <>
      <PageHeading title="New API key" />
      {administrator ? (
        <ApiKeyForm replaces={null} onSaved={(saved, report) => go('#/keys', savedKeyNotice(saved, report, false))} />
      ) : (
        <p class="empty">Only an administrator saves API keys.</p>
      )}
    </>
  );
}
