import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type AuditEvent, type AuditRecord, brokenAt, chained, chainStart } from '../../src/domain/audit.ts';
import { auditCsv } from '../../src/domain/audit-export.ts';
import { filteredAudit, noFilter } from '../../src/domain/audit-filter.ts';
import { asId } from '../../src/domain/ids.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const event: AuditEvent = {
  role: 'technician',
  action: 'revealed',
  by: 'credential.reveal',
  entryId: asId('e'),
  entryName: 'Firewall',
  organizationName: 'Acmé Dental',
  passwordId: asId('7'),
  passwordName: 'FW admin',
  origin: 'https://fw.example',
  outcome: 'ok',
  organizationId: asId('1'),
  reason: 'T-1',
  count: 1,
  since: null,
};

function chain(events: readonly Partial<AuditEvent>[], first = 0, anchor = chainStart): AuditRecord[] {
  const records: AuditRecord[] = [];
  for (const [at, change] of events.entries()) {
    const place = { seq: first + at, at: 1_000 * (first + at) };
    records.push(chained({ ...event, ...change }, place, records.at(-1)?.link ?? anchor, hash));
  }
  return records;
}

describe('the chain', () => {
  const whole = chain([{}, { action: 'copied' }, { outcome: 'not-allowed' }, {}]);

  it('is sound as it was written, also from a later anchor on', () => {
    expect(brokenAt(whole, chainStart, 0, hash)).toBeNull();
    expect(brokenAt(whole.slice(2), whole[1]?.link ?? '', 2, hash)).toBeNull();
    expect(brokenAt([], chainStart, 0, hash)).toBeNull();
  });

  it.each(Object.keys(event) as (keyof AuditEvent)[])('shows that %s was changed', (key) => {
    const changed = whole.map((record, at) => (at === 1 ? { ...record, [key]: 'other' } : record));
    expect(brokenAt(changed, chainStart, 0, hash)).toBe(1);
  });

  it('shows a changed time, a record taken out, put in, or put elsewhere', () => {
    const [a, b, c, d] = whole as [AuditRecord, AuditRecord, AuditRecord, AuditRecord];
    expect(brokenAt([a, { ...b, at: 5 }, c, d], chainStart, 0, hash)).toBe(1);
    expect(brokenAt([a, c, d], chainStart, 0, hash)).toBe(1);
    expect(brokenAt([a, b, b, c, d], chainStart, 0, hash)).toBe(2);
    expect(brokenAt([a, c, b, d], chainStart, 0, hash)).toBe(1);
    expect(brokenAt(whole, 'another anchor', 0, hash)).toBe(0);
  });
});

describe('the filter', () => {
  const records = chain([
    {},
    { role: 'administrator', action: 'changed', organizationName: 'Contoso', passwordName: null },
    { action: 'fetched' },
  ]);
  const found = (change: object) => filteredAudit(records, { ...noFilter, ...change }).map(({ seq }) => seq);

  it('takes words in any order, without accents, over names, address and outcome', () => {
    expect(found({})).toEqual([0, 1, 2]);
    expect(found({ text: 'dental acme' })).toEqual([0, 2]);
    expect(found({ text: 'contoso' })).toEqual([1]);
    expect(found({ text: 'nobody' })).toEqual([]);
  });

  it('takes who, what and when together', () => {
    expect(found({ action: 'values' })).toEqual([0, 2]);
    expect(found({ action: 'revealed' })).toEqual([0]);
    expect(found({ role: 'administrator' })).toEqual([1]);
    expect(found({ from: 1_000 })).toEqual([1, 2]);
    expect(found({ from: 1_000, action: 'values', role: 'technician' })).toEqual([2]);
  });
});

describe('the file for spreadsheets', () => {
  const cells = (change: Partial<AuditEvent>): string => auditCsv(chain([change])).split('\r\n')[1] ?? '';

  it('has a line of names, times in UTC, and ends with a line break', () => {
    const text = auditCsv(chain([{}]));
    expect(text).toMatch(
      /^seq,at,role,action,by,entryName,.*\r\n0,1970-01-01T00:00:00\.000Z,technician,revealed,.*\r\n$/,
    );
  });

  it.each(['=HYPERLINK("x")', '+1', '-2', '@SUM(A1)', '\tx', '\rx', '\nx'])('makes text of %j', (name) => {
    expect(cells({ entryName: name, passwordName: null })).toContain(
      `'${name.slice(0, 1)}`.replaceAll('"', '""').split('\n')[0],
    );
    expect(cells({ entryName: name })).not.toMatch(/,"?[=+@\t-]/);
  });

  it('quotes what would break a row', () => {
    expect(auditCsv(chain([{ entryName: 'a,"b"\r\nc' }]))).toContain(',"a,""b""\r\nc",');
  });
});
