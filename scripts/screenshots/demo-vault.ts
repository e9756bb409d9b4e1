import { demoTechnicianPassphrase } from '../../src/demo/demo-credentials.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import type { Desk, SessionSetup } from '../../test/e2e/desk.ts';

const sessions: readonly (SessionSetup & { readonly entry: string; readonly session: string })[] = [
  {
    entry: 'Northwind – all passwords',
    session: 'Patient portal',
    host: 'portal.northwind.example',
    organization: 'Northwind Dental Group',
    password: null,
  },
  {
    entry: 'Northwind – firewall admin',
    session: 'Northwind firewall',
    host: 'firewall.northwind.example:8443',
    organization: 'Northwind Dental Group',
    password: 'FW-NWD-01 firewall admin',
  },
  {
    entry: 'Contoso – admin center',
    session: 'Contoso admin center',
    host: 'admin.contoso.example',
    signInHosts: ['login.contoso.example'],
    organization: 'Contoso Legal LLP',
    password: 'Contoso admin center',
  },
  {
    entry: 'Fabrikam – production planning',
    session: 'Fabrikam planning',
    host: 'signin.fabrikam.example',
    organization: 'Fabrikam Manufacturing',
    password: 'Production planning',
    granted: false,
  },
];

/** Fills the vault with what a small provider would have in it: four clients' entries, one favourite, a technician. */
export async function fillVault(desk: Desk): Promise<void> {
  const favourites: EntryId[] = [];
  const folders = new Map<string, readonly EntryId[]>();
  for (const { entry, session, ...setup } of sessions) {
    const made = await desk.linked({ ...setup, names: { credential: entry, session } });
    if (session === 'Patient portal') favourites.push(made.sessionId);
    const { organization = '' } = setup;
    folders.set(organization, [...(folders.get(organization) ?? []), made.credentialId, made.sessionId]);
  }
  for (const [name, entryIds] of folders) {
    const folder = { folderId: null, rev: null, name, parentId: null, permissions: null, credentialEntryId: null };
    const { id } = await desk.ask('folder.save', folder);
    await desk.ask('entries.move', { entryIds, folderIds: [], to: id });
  }
  for (const entryId of favourites) await desk.ask('entry.favourite', { entryId, favourite: true });
  await desk.ask('vault.setTechnicianPassphrase', { passphrase: demoTechnicianPassphrase });
}
