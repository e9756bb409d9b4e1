import { AccessPage } from './access-page.tsx';
import { ApiKeyPage } from './api-key-page.tsx';
import { ApiKeysPage } from './api-keys-page.tsx';
import { AuditPage } from './audit-page.tsx';
import { CheckEntriesPage } from './check-entries-page.tsx';
import { CredentialPage } from './credential-page.tsx';
import { DiagnosticsPage } from './diagnostics-page.tsx';
import { EntriesPage } from './entries-page.tsx';
import { FolderPage } from './folder-page.tsx';
import { NewApiKeyPage } from './new-api-key-page.tsx';
import { PacksPage } from './packs-page.tsx';
import { PrimaryDomainsPage } from './primary-domains-page.tsx';
import { NewRemotePage, RemotePage } from './remote-page.tsx';
import type { Route } from './route.ts';
import { SessionPage } from './session-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { ShortcutsPage } from './shortcuts-page.tsx';

/** What stands at a route. */
export function RoutePage({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'entries':
      return <EntriesPage />;
    case 'credential':
      return <CredentialPage id={route.id} wanted={route.wanted ?? null} />;
    case 'session':
      return <SessionPage id={route.id} />;
    case 'folder':
      return <FolderPage id={route.id} />;
    case 'remote':
      return route.id === null ? <NewRemotePage protocol={route.protocol} /> : <RemotePage id={route.id} />;
    case 'access':
      return <AccessPage sessionId={route.sessionId} passwordId={route.passwordId} />;
    case 'keys':
      return <ApiKeysPage />;
    case 'key':
      return route.id === null ? <NewApiKeyPage /> : <ApiKeyPage id={route.id} />;
    case 'key-check':
      return <CheckEntriesPage id={route.id} />;
    case 'key-domains':
      return <PrimaryDomainsPage id={route.id} organizationId={route.organizationId} />;
    case 'packs':
      return <PacksPage />;
    case 'audit':
      return <AuditPage />;
    case 'shortcuts':
      return <ShortcutsPage />;
    case 'diagnostics':
      return <DiagnosticsPage />;
    case 'settings':
      return <SettingsPage />;
  }
}
