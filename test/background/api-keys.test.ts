import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { accessOf, noteSuccess } from '../../src/background/api-key-access.ts';
import { deleteApiKey } from '../../src/background/use-cases/delete-api-key.ts';
import { listApiKeys } from '../../src/background/use-cases/list-api-keys.ts';
import { listOrganizations } from '../../src/background/use-cases/list-organizations.ts';
import { setApiKey } from '../../src/background/use-cases/set-api-key.ts';
import { testApiKey } from '../../src/background/use-cases/test-api-key.ts';
import { asId } from '../../src/domain/ids.ts';
import type { ApiKeyInput } from '../../src/messaging/contract.ts';
import { administrator, entry, key, keyIn, report, savedKey, worldWith } from './api-key-world.ts';

const hour = 3_600_000;
const input = (more: Partial<ApiKeyInput> = {}): ApiKeyInput => ({
  apiKeyId: null,
  name: 'Main key',
  region: 'au',
  key: 'ITG.second-key',
  save: 'if-accepted',
  ...more,
});

describe('setting an API key', () => {
  it('seals a key that IT Glue takes, trimmed of what was pasted with it', async () => {
    const world = worldWith();
    const set = await setApiKey(world.ports, input({ key: ' "ITG.second-key"\n' }), administrator);
    const id = 'ab'.repeat(16);
    const saved = {
      id,
      name: 'Main key',
      region: 'au',
      addedAt: world.time,
      replacedAt: null,
      lastSuccessAt: world.time,
    };
    expect(set).toEqual({ ok: true, value: { saved, report: report('yes') } });
    expect(keyIn(world, id)?.key.expose()).toBe('ITG.second-key');
    expect(world.asked).toEqual(['probe with ITG.second-key in au']);
  });

  it('does not give the key back', async () => {
    const world = worldWith(savedKey());
    const answers = [
      await setApiKey(world.ports, input(), administrator),
      await setApiKey(world.ports, input({ apiKeyId: key }), administrator),
      await listApiKeys(world.ports, {}, administrator),
      await testApiKey(world.ports, { apiKeyId: key }, administrator),
    ];
    const out = answers
      .map((answer) => JSON.stringify(answer) + inspect(answer, { depth: 20, showHidden: true }))
      .join();
    expect(out).not.toMatch(/ITG\.|second-key|\[secret]|"key"/);
  });

  it.each([
    ['never', 'yes', false],
    ['never', 'unknown', false],
    ['if-accepted', 'yes', true],
    ['if-accepted', 'unknown', false],
    ['if-accepted', 'no', false],
    ['anyway', 'yes', true],
    ['anyway', 'unknown', true],
    ['anyway', 'no', false],
  ] as const)('save %s, accepted %s: saved %s', async (save, accepted, saved) => {
    const world = worldWith();
    world.probe = report(accepted);
    const set = await setApiKey(world.ports, input({ save }), administrator);
    expect(set).toMatchObject({ ok: true, value: { report: report(accepted) } });
    expect(set.ok && set.value.saved !== null).toBe(saved);
    expect(world.kept.size).toBe(saved ? 1 : 0);
  });

  it('saved without a verdict, it has no last success', async () => {
    const world = worldWith();
    world.probe = report('unknown');
    expect(await setApiKey(world.ports, input({ save: 'anyway' }), administrator)).toMatchObject({
      value: { saved: { lastSuccessAt: null } },
    });
  });

  it('a replaced key keeps its id and its age, and the entries go on with the new one', async () => {
    const world = worldWith(savedKey(), entry());
    const set = await setApiKey(world.ports, input({ apiKeyId: key, name: 'Rotated' }), administrator);
    expect(set).toMatchObject({
      value: { saved: { id: key, name: 'Rotated', addedAt: 1_000, replacedAt: world.time } },
    });
    const access = await accessOf(world.ports, entry().apiKeyId);
    expect(access.ok && access.value.key.expose()).toBe('ITG.second-key');
    expect(access).toMatchObject({ value: { region: 'au' } });
  });

  it('lists read with the old key are forgotten, those under way too', async () => {
    const world = worldWith(savedKey());
    const list = () => listOrganizations(world.ports, { entryId: null, apiKeyId: key, refresh: false }, administrator);
    await list();
    world.meanwhile = async () => {
      world.meanwhile = () => undefined;
      await setApiKey(world.ports, input({ apiKeyId: key }), administrator);
    };
    await listOrganizations(world.ports, { entryId: null, apiKeyId: key, refresh: true }, administrator);
    await list();
    expect(world.asked.at(-1)).toBe('organizations with ITG.second-key in au');
  });

  it('that does not exist cannot be replaced, and nothing is asked', async () => {
    const world = worldWith();
    expect(await setApiKey(world.ports, input({ apiKeyId: key }), administrator)).toEqual({
      ok: false,
      failure: { code: 'api-key-not-found' },
    });
    expect(world.asked).toEqual([]);
  });

  it.each(['', '  ', '""', 'ITG.two words', 'ITG.клю́ч', 'ITG.a\r\nx-other: 1'])('%j is no key', async (pasted) => {
    const world = worldWith();
    const set = await setApiKey(world.ports, input({ key: pasted, save: 'anyway' }), administrator);
    expect(set).toEqual({ ok: false, failure: { code: 'invalid-input', field: 'key' } });
    expect(world.asked).toEqual([]);
  });
});

describe('listing API keys', () => {
  it('shows them by name, without the key', async () => {
    const world = worldWith(savedKey({ id: asId('b'), name: 'Zeta' }), savedKey({ id: asId('a'), name: 'alpha' }));
    expect(await listApiKeys(world.ports, {}, administrator)).toEqual({
      ok: true,
      value: [
        { id: 'a', name: 'alpha', region: 'eu', addedAt: 1_000, replacedAt: null, lastSuccessAt: null },
        { id: 'b', name: 'Zeta', region: 'eu', addedAt: 1_000, replacedAt: null, lastSuccessAt: null },
      ],
    });
  });
});

describe('testing an API key', () => {
  it('reports what was seen and notes a success', async () => {
    const world = worldWith(savedKey());
    expect(await testApiKey(world.ports, { apiKeyId: key }, administrator)).toEqual({ ok: true, value: report('yes') });
    expect(keyIn(world)?.lastSuccessAt).toBe(world.time);
  });

  it('notes nothing when the key was not accepted', async () => {
    const world = worldWith(savedKey());
    world.probe = report('no');
    expect(await testApiKey(world.ports, { apiKeyId: key }, administrator)).toEqual({ ok: true, value: report('no') });
    expect(keyIn(world)?.lastSuccessAt).toBeNull();
  });
});

describe('noting a success', () => {
  it('writes at most once an hour', async () => {
    const world = worldWith(savedKey());
    const first = world.time;
    await noteSuccess(world.ports, key);
    world.time += hour - 1;
    await noteSuccess(world.ports, key);
    expect(keyIn(world)?.lastSuccessAt).toBe(first);
    world.time += 1;
    await noteSuccess(world.ports, key);
    expect(keyIn(world)?.lastSuccessAt).toBe(first + hour);
  });

  it('never brings back a key that was replaced or deleted while it was being noted', async () => {
    const world = worldWith(savedKey());
    world.nextGetTurns = 5;
    await Promise.all([noteSuccess(world.ports, key), setApiKey(world.ports, input({ apiKeyId: key }), administrator)]);
    expect(keyIn(world)?.key.expose()).toBe('ITG.second-key');
    world.time += hour;
    world.nextGetTurns = 5;
    await Promise.all([noteSuccess(world.ports, key), deleteApiKey(world.ports, { apiKeyId: key }, administrator)]);
    expect(keyIn(world)).toBeUndefined();
  });
});

describe('deleting an API key', () => {
  it('is refused while entries use it, and names them', async () => {
    const world = worldWith(
      savedKey(),
      entry({ id: asId('e2'), name: 'Router' }),
      entry({ id: asId('e1'), name: 'Firewall' }),
      entry({ id: asId('e3'), name: 'Other key', apiKeyId: asId('key-2') }),
      entry({ id: asId('e4'), name: 'Deleted', deletedAt: 5 }),
    );
    expect(await deleteApiKey(world.ports, { apiKeyId: key }, administrator)).toEqual({
      ok: false,
      failure: { code: 'api-key-in-use', entries: ['Firewall', 'Router'] },
    });
    expect(keyIn(world)).toBeDefined();
  });

  it('takes it away with its index, and then it is not found', async () => {
    const world = worldWith(savedKey());
    const drop = vi.spyOn(world.ports.indexRecords, 'drop');
    expect(await deleteApiKey(world.ports, { apiKeyId: key }, administrator)).toEqual({ ok: true, value: {} });
    expect(keyIn(world)).toBeUndefined();
    expect(drop.mock.calls).toEqual([[key]]);
    expect(await deleteApiKey(world.ports, { apiKeyId: key }, administrator)).toEqual({
      ok: false,
      failure: { code: 'api-key-not-found' },
    });
  });
});
