import { beforeEach, describe, expect, it } from 'vitest';
import { createRequestBudget } from '../../src/background/adapters/request-budget.ts';
import { noteRefusal } from '../../src/background/key-health.ts';
import type { Ports } from '../../src/background/ports.ts';
import { createVault } from '../../src/background/use-cases/create-vault.ts';
import { diagnose } from '../../src/background/use-cases/diagnose.ts';
import { lockVault } from '../../src/background/use-cases/lock-vault.ts';
import type { AuditRecord } from '../../src/domain/audit.ts';
import { codeOnly } from '../../src/domain/diagnostics.ts';
import type { CredentialEntry, SessionEntry } from '../../src/domain/entry.ts';
import { asId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import { Secret } from '../../src/domain/secret.ts';
import { savedKey } from './api-key-world.ts';
import { credential, session } from './fill/fill-world.ts';
import { vaultWorld } from './vault/vault-world.ts';

/** Every text of an object replaced by a planted one, so that whatever comes out can be told; ids and kinds keep their own. */
const planted = <Value extends object>(value: Value, keep: readonly (keyof Value)[]): Value =>
  Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      typeof held === 'string' && !keep.includes(name as keyof Value) ? `PLANTED-${name}` : held,
    ]),
  ) as Value;

const record = (more: Partial<AuditRecord>): AuditRecord =>
  ({
    ...planted(
      {
        role: 'administrator',
        action: 'refused',
        by: 'page.fill',
        entryId: 'x',
        entryName: 'x',
        organizationName: 'x',
        passwordId: 'x',
        passwordName: 'x',
        origin: 'x',
        outcome: 'record-gone',
        organizationId: 'x',
        reason: 'x',
        link: 'x',
      },
      ['role', 'action', 'by', 'outcome'],
    ),
    seq: 1,
    at: 940_000,
    count: 1,
    since: null,
    ...more,
  }) as AuditRecord;

let world: ReturnType<typeof vaultWorld>;
beforeEach(async () => {
  world = vaultWorld();
  await world.run(createVault, { passphrase: 'harbor copper lantern' });
  const key = {
    ...planted(savedKey(), ['region']),
    id: asId<'api-key'>('PLANTED-key'),
    key: new Secret('PLANTED-secret'),
  };
  await world.ports.store.put('api-key', key.id, key);
  await noteRefusal(world.ports, key.id, 429);
  const one = planted(credential, ['kind']) as CredentialEntry;
  await world.ports.store.put('entry', 'PLANTED-c', { ...one, id: asId<'entry'>('PLANTED-c') });
  const two = planted(session, ['kind']) as SessionEntry;
  await world.ports.store.put('entry', 'PLANTED-s', {
    ...two,
    id: asId<'entry'>('PLANTED-s'),
    credentialEntryId: null,
  });
  const records = [record({}), record({ by: 'PLANTED by hand', outcome: 'PLANTED: https://planted.example' })];
  const audit = {
    ...world.ports.audit,
    read: async () => ok({ records, anchor: 'PLANTED-anchor', brokenAt: null, dropped: 0, failedSince: null }),
  };
  world.ports = {
    ...world.ports,
    audit,
    budget: createRequestBudget(world.ports.now, () => 0),
  } as unknown as Ports;
});

describe('diagnostics', () => {
  it('tell counts, ages and codes', async () => {
    const told = await world.run(diagnose, {});
    expect(told).toMatchObject({
      ok: true,
      value: {
        role: 'administrator',
        hasTechnician: false,
        pack: 'none',
        entries: { credentials: 1, sessions: 1, notLinked: 1, deleted: 0, damaged: 0 },
        apiKeys: [{ region: 'eu', usedDaysAgo: null, refused: { 401: 0, 403: 0, 429: 1 } }],
        policy: { set: [], unreadable: 0 },
        audit: { records: 2, sound: true },
        outcomes: [
          { action: 'refused', by: 'page.fill', outcome: 'record-gone', minutesAgo: 1 },
          { action: 'refused', by: 'other', outcome: 'other', minutesAgo: 1 },
        ],
      },
    });
  });

  it.each(['administrator', 'technician'] as const)(
    'hold no name, host, id or secret, as told to the %s',
    async (role) => {
      const told = JSON.stringify(await world.run(diagnose, {}, { role }));
      expect(told).toContain('"credentials"');
      expect(told).not.toMatch(/planted/i);
      expect(told).not.toMatch(/https?:|\.example|ITG\./);
    },
  );

  it('are told to nobody while locked', async () => {
    await world.run(lockVault, {});
    expect(await world.run(diagnose, {})).toMatchObject({ failure: { code: 'locked' } });
  });

  it('let words of our own through and nothing else', () => {
    for (const word of ['ok', 'it-glue', 'page.fill', 'credentialEntry.save', 'key-not-accepted'])
      expect(codeOnly(word)).toBe(word);
    for (const word of ['Acme', 'acme corp', 'https://a.b', 'a_b', '10.0.0.1', ''])
      expect(codeOnly(word)).toBe('other');
  });
});
