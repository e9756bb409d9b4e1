import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { type AuditEvent, type AuditReading, type AuditRecord, chained } from '../../src/domain/audit.ts';
import { auditCsv, auditJson } from '../../src/domain/audit-export.ts';
import { asId } from '../../src/domain/ids.ts';

const event: AuditEvent = {
  role: 'technician',
  action: 'revealed',
  by: 'credential.reveal',
  entryId: asId('e'),
  entryName: 'Firewall "A"\u2028',
  organizationId: asId('7'),
  organizationName: 'Acmé Dental',
  passwordId: asId('70'),
  passwordName: null,
  origin: 'https://fw.example',
  outcome: 'ok',
  reason: 'INC-1',
  count: 1,
  since: null,
};

const { organizationId: _o, reason: _r, count: _c, since: _s, ...olderEvent } = event;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function reading(anchor = '', first = 0): AuditReading {
  const records: AuditRecord[] = [];
  for (const one of [olderEvent as AuditEvent, event, { ...event, entryName: 'Switch' }, event]) {
    const place = { seq: first + records.length, at: 1_000 };
    records.push(chained(one, place, records.at(-1)?.link ?? anchor, hash));
  }
  return { records: records.toReversed(), anchor, brokenAt: null, dropped: first, failedSince: null };
}

const folder = mkdtempSync(join(tmpdir(), 'linked-vault-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const script = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/audit.md', 'utf8'))?.[1] ?? '';

/** Runs the script of the documentation over an export. */
async function checked(json: string): Promise<string> {
  writeFileSync(join(folder, 'check.mjs'), script);
  writeFileSync(join(folder, 'export.json'), json);
  const run = promisify(execFile)(process.execPath, [join(folder, 'check.mjs'), join(folder, 'export.json')]);
  return run.then(
    ({ stdout }) => stdout.trim(),
    (error: { stdout: string }) => error.stdout.trim(),
  );
}

type File = { records: Record<string, unknown>[] };
const altered = (json: string, change: (file: File) => void): string => {
  const file = JSON.parse(json) as File;
  change(file);
  return JSON.stringify(file);
};

describe('SR-52: the script of docs/audit.md', () => {
  const all = reading();
  const full = auditJson(all, all.records);

  it('finds a full export sound, from the beginning or from where records were dropped', async () => {
    expect(await checked(full)).toBe('4 records are sound.');
    const later = reading('a link before', 300);
    expect(await checked(auditJson(later, later.records))).toBe('4 records are sound.');
  });

  it('names the record where a full export was changed, cut short or thinned out', async () => {
    expect(await checked(altered(full, ({ records }) => Object.assign(records[2] ?? {}, { reason: 'other' })))).toBe(
      'Broken at record 2.',
    );
    expect(await checked(altered(full, ({ records }) => void records.splice(1, 1)))).toBe('Broken at record 1.');
    expect(await checked(altered(full, ({ records }) => void records.pop()))).toBe('Broken at record 3.');
    expect(await checked(altered(full, ({ records }) => delete records[1]?.reason))).toBe('Broken at record 1.');
  });

  it('checks each record of a filtered export, which says that it is one', async () => {
    const some = auditJson(
      all,
      all.records.filter(({ entryName }) => entryName !== 'Switch'),
    );
    expect(await checked(some)).toBe('3 records are sound, each by itself: the export is filtered.');
    expect(await checked(altered(some, ({ records }) => Object.assign(records[2] ?? {}, { role: 'nobody' })))).toBe(
      'Broken at record 3.',
    );
    const places = (json: string) => (JSON.parse(json) as File).records.map(({ seq, link }) => `${seq} ${link}`);
    expect(places(full)).toEqual(expect.arrayContaining(places(some)));
  });

  it('takes a vault without records', async () => {
    expect(await checked(auditJson({ ...all, records: [] }, []))).toBe('0 records are sound.');
  });
});

describe('the file for spreadsheets', () => {
  it('has what came later, and leaves it empty for older records', () => {
    const { records } = reading();
    const [names, newest, , , oldest] = auditCsv(records).split('\r\n');
    expect(names).toContain('outcome,reason,count,since,link');
    expect(newest).toContain(',ok,INC-1,1,,');
    expect(oldest).toContain(',ok,,,,');
    expect(auditCsv([{ ...event, since: 0, seq: 1, at: 0, link: '' }])).toContain(',1,1970-01-01T00:00:00.000Z,');
  });
});
