import { beforeEach, describe, expect, it } from 'vitest';
import type { OrganizationCredential } from '../../../src/domain/entry.ts';
import { asId } from '../../../src/domain/ids.ts';
import { type AllWorld, allWorld, everybody } from '../fill/all-world.ts';

/** An organization with passwords in folders, and one of these. */
function inFolders({ fake }: AllWorld) {
  const { passwords, folders, organizations } = fake.tenant();
  const record = [...passwords.values()].find(
    ({ folderId, archived }) => folders.get(folderId ?? '')?.parentId != null && !archived,
  );
  const folder = folders.get(record?.folderId ?? '');
  const outer = folders.get(folder?.parentId ?? '');
  const organization = organizations.get(record?.organizationId ?? '');
  if (record === undefined || folder === undefined || organization === undefined) throw new Error('no folders');
  const path = [outer?.name, folder.name].filter((name) => name !== undefined).join(' › ');
  return { record, folder, organization, path };
}

let world: AllWorld;
let found: ReturnType<typeof inFolders>;
let prompt: OrganizationCredential;
beforeEach(async () => {
  world = await allWorld();
  found = inFolders(world);
  prompt = {
    ...everybody,
    id: asId('prompt'),
    organizationId: asId(found.organization.id),
    organizationName: found.organization.name,
    organizationShortName: null,
  };
  await world.ports.store.put('entry', prompt.id, prompt);
});

const listed = async () => {
  const answer = await world.ask('credentials.list', { entryId: prompt.id, refresh: false });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.rows.find(({ id }) => id === found.record.id);
};
const folderRequests = () => world.askedPaths().filter((path) => path.includes('password_folders'));

describe('names of folders', () => {
  it('are none in a sync: it asks for no folder', async () => {
    await world.sync(true);
    expect(folderRequests()).toEqual([]);
    const [hit] = (await world.search(`${found.record.name}`)).hits;
    expect(hit?.summary.folderName).toBeUndefined();
  });

  it('come with the list of an organization, by one request a day, and are searched from then on', async () => {
    expect((await listed())?.folderName).toBe(found.path);
    await listed();
    expect(folderRequests()).toEqual([`/organizations/${found.organization.id}/relationships/password_folders`]);
    const query = `${found.folder.name} ${found.record.name}`;
    const hit = (await world.search(query)).hits.find(({ summary }) => summary.id === found.record.id);
    expect(hit?.summary.folderName).toBe(found.path);
    await world.later(25 * 3_600_000);
    await listed();
    expect(folderRequests()).toHaveLength(2);
  });

  it('outlive the worker, sealed, and a lock', async () => {
    await listed();
    await world.lock();
    await world.unlock();
    world.restartWorker();
    const hit = (await world.search(found.folder.name)).hits.find(({ summary }) => summary.id === found.record.id);
    expect(hit?.summary.folderName).toBe(found.path);
  });

  it('are learned when a window is pinned to the client', async () => {
    const organization = { organizationId: prompt.organizationId, organizationName: prompt.organizationName };
    await world.ask('organization.pin', { tabId: 5, organization });
    const named = async () =>
      (await world.search(found.record.name)).hits.find(({ summary }) => summary.id === found.record.id)?.summary
        .folderName;
    await expect.poll(named).toBe(found.path);
    expect(folderRequests()).toHaveLength(1);
  });

  it.each(['401', '403', '404'] as const)(
    'are left out where the account refuses them (%s), and not asked for again',
    async (status) => {
      world.fake.options.folders = status;
      expect((await listed())?.name).toBe(found.record.name);
      expect((await listed())?.folderName).toBeUndefined();
      expect(folderRequests()).toHaveLength(1);
    },
  );

  it('are left out while IT Glue has a problem, and asked for again', async () => {
    world.fake.faults.add({ when: { path: /password_folders/ }, fault: { kind: 'server-error' } });
    expect((await listed())?.folderName).toBeUndefined();
    world.fake.faults.clear();
    expect((await listed())?.folderName).toBe(found.path);
  });

  it('of an excluded organization are never asked for', async () => {
    await world.ask('index.exclude', { apiKeyId: prompt.apiKeyId, organizationIds: [prompt.organizationId] });
    await listed();
    expect(folderRequests()).toEqual([]);
  });
});
