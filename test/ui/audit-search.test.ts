import { afterEach, describe, expect, it } from 'vitest';
import { type AuditRecord, auditActions, auditRoles } from '../../src/domain/audit.ts';
import { noFilter } from '../../src/domain/audit-filter.ts';
import { asId } from '../../src/domain/ids.ts';
import { rules } from '../../src/messaging/contract-rules.ts';
import { auditByText } from '../../src/options/audit-by-text.ts';
import { auditRowTexts } from '../../src/options/audit-row-text.ts';
import { auditSearch } from '../../src/options/audit-search.ts';
import { speak } from '../texts/speak.ts';
import { auditRecord } from './audit-record.ts';

const languages = ['de', 'en', 'es', 'fr', 'he', 'nl'];

afterEach(() => speak('en'));

const record = (seq: number, change: Partial<AuditRecord> = {}): AuditRecord =>
  auditRecord(seq, { at: Date.UTC(2026, 1, 3, 15, 4, 5) + seq * 100_000_000, ...change });

/** One of every kind of word that a row can show. */
const records = [
  record(0, { entryName: 'Portál', organizationName: 'Ærø Dental', origin: 'https://portal.example:8443' }),
  record(1, { by: 'entries.delete', action: 'changed', role: 'administrator', passwordName: 'O’Brien’s admin' }),
  record(2, { by: 'page.fill', action: 'refused', outcome: 'sign-up-form', reason: 'INC-12 dringend' }),
  record(3, {
    by: 'vault.unlock',
    action: 'refused',
    role: 'nobody',
    outcome: 'wrong-passphrase',
    count: 12,
    since: 9,
  }),
  record(4, { by: 'it-glue', action: 'fetched', passwordId: asId('7001'), entryName: 'Hid\u200bden name' }),
  record(5, { by: 'of.anotherVersion', action: 'code-shown', outcome: 'of-a-later-version' }),
  record(6, { by: 'policy', action: 'changed', role: 'nobody' }),
  record(7, { by: 'audit', action: 'missed', role: 'nobody', outcome: 'locked', count: 2, since: 9 }),
];

function searching() {
  const rowTextOf = auditRowTexts();
  const search = auditSearch(rowTextOf);
  return {
    rowTextOf,
    shownOf: (one: AuditRecord): string => Object.values(rowTextOf(one)).join(' '),
    found: (text: string) => search.found(records, { ...noFilter, text }).map(({ seq }) => seq),
  };
}

/** As somebody types who has no accents on the keyboard. */
const plainly = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();

describe.each(languages)('the audit in %s', (language) => {
  it('says every command and every gesture in words', () => {
    speak(language);
    const codes = [...Object.keys(rules), 'launch', 'front', 'it-glue', 'policy', 'audit'];
    expect(codes.filter((code) => ['', code].includes(auditByText(code)))).toEqual([]);
    const [first] = records;
    if (first === undefined) throw new Error('There is no record.');
    expect(searching().rowTextOf(first).detail).not.toContain('credential.reveal');
  });

  it('finds a row by each word on it, and by all of them in another order', () => {
    speak(language);
    const { shownOf, found } = searching();
    for (const one of records) {
      const words = shownOf(one)
        .split(/\s+/)
        .filter((word) => word !== '');
      expect(words.length).toBeGreaterThan(5);
      for (const word of words) expect([word, found(plainly(word)).includes(one.seq)]).toEqual([word, true]);
      expect(found(words.toReversed().join('  '))).toEqual([one.seq]);
    }
  });

  it('finds a row by the codes that its export has', () => {
    speak(language);
    const { found } = searching();
    expect(found('Credential.Reveal')).toEqual([0]);
    expect(found('sign-up-form refused')).toEqual([2]);
    expect(found('code-shown')).toEqual([5]);
    expect(found('7001')).toEqual([4]);
  });
});

describe('a search of the audit', () => {
  it('takes what a keyboard has for what typography has', () => {
    const { found } = searching();
    expect(found("o'brien's")).toEqual([1]);
    speak('fr');
    expect(searching().found("s'inscrire refuse")).toEqual([2]);
    speak('he');
    expect(searching().found('סיבה: INC-12')).toEqual([2]);
  });

  it('finds nothing where one word is missing', () => {
    const { found } = searching();
    expect(found('reveal portal')).toEqual([0]);
    expect(found('reveal portal nowhere')).toEqual([]);
  });

  it('knows all actions and roles', () => {
    const { rowTextOf } = searching();
    for (const action of auditActions) expect(rowTextOf(record(0, { action })).what).not.toBe('');
    for (const role of auditRoles) expect(rowTextOf(record(0, { role })).detail).toContain(role);
  });

  it('makes the texts of 50,000 records once, not at every key', () => {
    const many = Array.from({ length: 50_000 }, (_, seq) =>
      record(seq, { at: seq * 1000, entryName: `Session ${seq % 1000}`, origin: `https://host-${seq % 1000}.example` }),
    );
    let made = 0;
    const rowTextOf = auditRowTexts();
    const search = auditSearch((one) => {
      made += 1;
      return rowTextOf(one);
    });
    search.prepare(many);
    expect(made).toBe(50_000);
    const typed = 'session 999 reveal';
    const found = Array.from(typed, (_, at) => search.found(many, { ...noFilter, text: typed.slice(0, at + 1) }));
    expect(found.at(-1)).toHaveLength(50);
    expect(made).toBe(50_000);
  });
});
