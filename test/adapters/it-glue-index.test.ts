import { expect, it } from 'vitest';
import { createIndexSource } from '../../src/background/adapters/it-glue-index.ts';
import { access, now, organizationId, pageMeta, passwordRow, reply } from './it-glue-scene.ts';

it('the index holds no password of an organization that was not asked for, whatever comes', async () => {
  const rows = [passwordRow('1', { 'organization-id': 7001 }), passwordRow('2', { 'organization-id': 7002 })];
  const world = {
    now: () => now,
    online: () => true,
    fetch: async () => reply({ data: rows, meta: pageMeta(1, 1, 2) }),
  };
  const source = createIndexSource({ person: world, background: world });
  const question = { asker: 'background', order: 'by-id', page: 1, size: 100 } as const;
  const idsOf = async (of: Parameters<typeof source.passwords>[2]) => {
    const answer = await source.passwords(access, question, of);
    return answer.ok ? answer.value.rows.map(({ id }) => id) : answer;
  };
  expect(await idsOf([organizationId('7001')])).toEqual(['1']);
  expect(await idsOf(null)).toEqual(['1', '2']);
});
