import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { AuditRecord, AuditStretch } from '../../src/domain/audit.ts';
import { ok, type Result } from '../../src/domain/result.ts';
import { auditRecord } from './audit-record.ts';
import { bodiesOf, open, refuse, world } from './options-world.tsx';

const record = (seq: number, change: Partial<AuditRecord> = {}): AuditRecord =>
  auditRecord(seq, { entryName: `Entry ${seq}`, ...change });

const stretch = (records: readonly AuditRecord[], change: Partial<AuditStretch> = {}): AuditStretch => ({
  records,
  anchor: '',
  brokenAt: null,
  dropped: 0,
  failedSince: null,
  kept: 4,
  older: null,
  ...change,
});

const status = (): string => document.querySelector('main p[role=status]')?.textContent ?? '';

const search = (words: string) => fireEvent.input(screen.getByLabelText('Search'), { target: { value: words } });

/** The newest two records at once, the older two when they are let through. */
function inTwoParts(older: AuditStretch): () => void {
  let letThrough: (answer: Result<AuditStretch>) => void = () => undefined;
  const rest = new Promise<Result<AuditStretch>>((resolve) => {
    letThrough = resolve;
  });
  world.answers['audit.stretch'] = ({ before }) =>
    before === null ? ok(stretch([record(3), record(2)], { older: 2 })) : rest;
  return () => letThrough(ok(older));
}

describe('the audit', () => {
  it('shows its newest records while the rest is read, and says when all of them were checked', async () => {
    const letThrough = inTwoParts(stretch([record(1), record(0)]));
    open('#/audit');
    expect(await screen.findByText('Entry 3')).toBeTruthy();
    expect(status()).toBe('2 of 4 records. Read and checked so far: 2 of 4 records.');
    letThrough();
    expect(await screen.findByText('Entry 0')).toBeTruthy();
    expect(status()).toBe('4 of 4 records. All of them were checked: the chain is whole.');
    expect(bodiesOf('audit.stretch')).toMatchObject([{ before: null }, { before: 2 }]);
  });

  it('shows a break that only the older records have, and calls nothing whole', async () => {
    const letThrough = inTwoParts(stretch([record(1), record(0)], { brokenAt: 1 }));
    open('#/audit');
    await screen.findByText('Entry 3');
    expect(screen.queryByText(/The chain is broken at record 1/)).toBeNull();
    letThrough();
    expect(await screen.findByText(/The chain is broken at record 1/)).toBeTruthy();
    expect(status()).not.toContain('whole');
  });

  it('keeps what was read where the rest cannot be, and says so', async () => {
    world.answers['audit.stretch'] = ({ before }) =>
      before === null ? ok(stretch([record(3)], { older: 3 })) : refuse({ code: 'storage-failed' });
    open('#/audit');
    expect(await screen.findByText('The browser could not save or read its data.')).toBeTruthy();
    expect(screen.getByText('Entry 3')).toBeTruthy();
    expect(status()).toContain('so far');
  });

  it('says outcomes in words; a code of another version stays as it is', async () => {
    const outcomes = ['ok', 'partly', 'policy-forbids', 'sign-up-form', 'locked', 'of-a-later-version'];
    world.answers['audit.stretch'] = () => ok(stretch(outcomes.map((outcome, seq) => record(seq, { outcome }))));
    open('#/audit');
    await screen.findByText('Entry 0');
    await waitFor(() => expect(document.querySelectorAll('.audit-what')).toHaveLength(outcomes.length));
    const shown = Array.from(document.querySelectorAll('.audit-what'), (one) => one.textContent);
    expect(shown).toEqual([
      'Revealed',
      'Revealed: Not everything could be filled.',
      'Revealed: A policy forbids it.',
      'Revealed: Not filled: this page is for signing up, not for signing in.',
      'Revealed: The vault is locked.',
      'Revealed: of-a-later-version',
    ]);
  });

  it('says the command in words, and is searched by them', async () => {
    world.answers['audit.stretch'] = () =>
      ok(stretch([record(1, { action: 'changed', by: 'entries.delete' }), record(0)], { kept: 2 }));
    open('#/audit');
    await screen.findByText('Entry 0');
    const details = Array.from(document.querySelectorAll('.audit-row .entry-detail'), (one) => one.textContent ?? '');
    expect(details.map((detail) => detail.split(' · ').slice(1))).toEqual([
      ['technician', 'Delete several entries'],
      ['technician', 'Reveal or copy a password'],
    ]);
    search('several CHANGED technician');
    await waitFor(() => expect(status()).toContain('1 of 2 records.'));
    expect(screen.getByText('Entry 1')).toBeTruthy();
    expect(screen.queryByText('Entry 0')).toBeNull();
  });
});

describe('the export of the audit', () => {
  const click = (name: string) => fireEvent.click(screen.getByText(name));
  const saved = () => bodiesOf('audit.export');

  it('has what the list shows, by its numbers; all that there is where nothing is asked for', async () => {
    world.answers['audit.stretch'] = () =>
      ok(
        stretch([
          record(3, { role: 'administrator' }),
          record(2),
          record(1, { action: 'filled', by: 'page.fill' }),
          record(0),
        ]),
      );
    open('#/audit');
    await screen.findByText('Entry 3');
    click('Export as CSV');
    search('reveal technician');
    await waitFor(() => expect(status()).toContain('2 of 4 records.'));
    click('Export as JSON');
    await waitFor(() => expect(saved()).toHaveLength(2));
    expect(saved()).toEqual([
      { seqs: null, format: 'csv' },
      { seqs: [2, 0], format: 'json' },
    ]);
  });

  it('of what was searched for waits until all of it was read', async () => {
    const letThrough = inTwoParts(stretch([record(1), record(0)]));
    open('#/audit');
    await screen.findByText('Entry 3');
    search('reveal');
    await waitFor(() => expect(screen.getByText('Export as CSV').getAttribute('aria-disabled')).toBe('true'));
    click('Export as CSV');
    expect(saved()).toEqual([]);
    letThrough();
    await screen.findByText('Entry 0');
    click('Export as CSV');
    await waitFor(() => expect(saved()).toEqual([{ seqs: [3, 2, 1, 0], format: 'csv' }]));
  });
});
