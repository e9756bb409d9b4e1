import { expect, it } from 'vitest';
import { openIndexCatalog, openPasswords, sealPart } from '../../../src/background/index/sealed-index.ts';
import { apiKeyId, foundIds, indexWorld, passwordIds } from './index-world.ts';

it('pages that an older version sealed, as rows, are searched as before', async () => {
  const world = await indexWorld({ passwords: 1500 });
  await world.sync();
  const { ports } = world;
  const state = await ports.session.unlocked();
  if (state === null) throw new Error('locked');
  const pages = (await openIndexCatalog(ports, state, apiKeyId))?.active?.pages ?? [];
  expect(pages).toHaveLength(2);
  const before = await world.search('contoso admin center');
  for (const page of pages) {
    const opened = await openPasswords(ports, state, apiKeyId, [page]);
    if (!opened.ok) throw new Error(opened.failure.code);
    const rows = opened.value.map((row) => [
      ...[row.id, row.organizationId, row.name, row.username, row.url, row.categoryName, row.assetName, row.folderId],
      Number(row.restricted) + 2 * Number(row.archived) + 4 * Number(row.vaulted) + 8 * Number(row.otpEnabled),
      ...[row.passwordUpdatedAt, row.updatedAt],
    ]);
    await ports.indexRecords.write(apiKeyId, { put: [await sealPart(ports, state, apiKeyId, page, rows)], remove: [] });
  }
  world.restartWorker();
  expect(await world.search('contoso admin center')).toEqual(before);
  expect(await foundIds(world)).toEqual(passwordIds(world));
  expect(await world.state()).toMatchObject({ coverage: 'complete' });
});
