import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '../../src/domain/audit.ts';
import { asId } from '../../src/domain/ids.ts';
import { passwordsGot } from '../../src/domain/passwords-got.ts';
import { auditRecord } from '../ui/audit-record.ts';

const got = (...changes: readonly Partial<AuditRecord>[]) =>
  passwordsGot(
    changes.map((change, at) =>
      auditRecord(at, { passwordId: asId('1'), passwordName: 'Firewall', at: 100 - at, ...change }),
    ),
  );

describe('passwords that somebody got', () => {
  it('are each told once, the latest first, with the names that any record has', () => {
    const list = got(
      { action: 'fetched', passwordId: asId('2'), passwordName: 'Router' },
      { action: 'filled', passwordName: null, entryName: 'Portal' },
      { action: 'fetched', organizationName: 'Northwind' },
    );
    expect(list).toMatchObject([
      { passwordName: 'Router', lastAt: 100 },
      { passwordName: 'Firewall', organizationName: 'Northwind', entryName: 'Portal', lastAt: 99 },
    ]);
  });

  it('say all that was done with them, the latest first', () => {
    const [one] = got({ action: 'copied' }, { action: 'fetched' }, { action: 'filled' }, { action: 'copied' });
    expect(one?.how).toEqual(['copied', 'filled']);
  });

  it('say that they came from IT Glue where nothing is known to have become of them', () => {
    const [one] = got({ action: 'fetched' }, { action: 'fetched' });
    expect(one?.how).toEqual(['fetched']);
  });
});
