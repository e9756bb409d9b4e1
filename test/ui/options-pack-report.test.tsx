import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditRecord } from '../../src/domain/audit.ts';
import { asId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import { auditRecord } from './audit-record.ts';
import { bodiesOf, open, refuse, unlocked, world } from './options-world.tsx';
import { pack, works } from './pack-in-use.ts';

const title = 'What was got on this device in the last 90 days';

const records: readonly AuditRecord[] = [
  auditRecord(4, { action: 'filled', passwordId: asId('1'), passwordName: 'Portal admin', at: Date.now() }),
  auditRecord(3, {
    action: 'revealed',
    passwordId: asId('1'),
    passwordName: 'Portal admin',
    organizationName: 'Acme',
    at: Date.now(),
  }),
  auditRecord(2, { action: 'launched', by: 'session.launch', passwordId: null, at: Date.now() }),
  auditRecord(1, { action: 'fetched', passwordId: asId('2'), passwordName: 'Firewall', at: Date.now() - 1_000 }),
];

const auditOf = (found: readonly AuditRecord[]) =>
  ok({ records: found, anchor: '', brokenAt: null, dropped: 0, failedSince: null, kept: found.length, older: null });

const rows = () =>
  within(document.querySelector('.technician-report') as HTMLElement)
    .getAllByRole('listitem')
    .map((row) => row.textContent?.split(' · last')[0]);

beforeEach(() => {
  world.answers['settings.get'] = () => ok({ idleMinutes: 15, capHours: 8 });
  world.answers['audit.stretch'] = () => auditOf(records);
  works(pack);
});

describe('what was got in the vault of a pack', () => {
  it('is read when it is asked for, each password once, with how and by whom to be changed', async () => {
    open('#/settings', unlocked('technician'));
    const summary = await screen.findByText(title);
    expect(bodiesOf('audit.stretch')).toEqual([]);
    fireEvent.click(summary);
    await screen.findByText(/technicians got these 2 passwords/);
    expect(rows()).toEqual(['Portal admin · Acme · Filled · Revealed', 'Firewall · Fetched a password value']);
    expect(screen.getByText(/When the technician leaves/).textContent).toContain('changes these passwords');
    expect(screen.getByText('See it all under Audit').getAttribute('href')).toBe('#/audit');
  });

  it('is exported by the records that say so', async () => {
    open('#/settings', unlocked('technician'));
    fireEvent.click(await screen.findByText(title));
    fireEvent.click(await screen.findByText('Export as CSV'));
    await waitFor(() => expect(bodiesOf('audit.export')).toEqual([{ seqs: [4, 3, 1], format: 'csv' }]));
  });

  it('is not exported where the policy of the browser forbids it', async () => {
    works(pack, true);
    open('#/settings', unlocked('technician'));
    fireEvent.click(await screen.findByText(title));
    expect(await screen.findByText(/No export\./)).toBeTruthy();
    expect(screen.queryByText('Export as CSV')).toBeNull();
  });

  it('says so where there is nothing, and what to do all the same', async () => {
    world.answers['audit.stretch'] = () => auditOf([]);
    open('#/settings', unlocked('technician'));
    fireEvent.click(await screen.findByText(title));
    await screen.findByText(/names no password/);
    expect(screen.getByText(/When the technician leaves/).textContent).toContain('replaces the API key');
    expect(screen.queryByText('Export as CSV')).toBeNull();
  });

  it('is shut again by a second click', async () => {
    open('#/settings', unlocked('technician'));
    fireEvent.click(await screen.findByText(title));
    await screen.findByText(/these 2 passwords/);
    fireEvent.click(screen.getByText(title));
    await waitFor(() => expect(screen.queryByText(/these 2 passwords/)).toBeNull());
  });

  it.each(['#/', '#/settings'])('lies open at %s once the pack has ended', async (hash) => {
    works({ ...pack, ended: true });
    world.answers['entries.list'] = () => refuse({ code: 'pack-ended', expiresAt: 1 });
    open(hash, unlocked('technician'));
    await screen.findByText(/technicians got these 2 passwords/);
    expect(rows()).toHaveLength(2);
  });

  it('is nowhere in a vault that has an administrator', async () => {
    works(null);
    open('#/settings', unlocked('technician'));
    await screen.findByText(/You unlocked with the technician passphrase/);
    await waitFor(() => expect(bodiesOf('policy.get')).not.toEqual([]));
    expect(screen.queryByText(title)).toBeNull();
  });
});

describe('the page Audit for a technician', () => {
  it('shows the audit in the vault of a pack', async () => {
    open('#/audit', unlocked('technician'));
    expect(await screen.findByText(/4 of 4 records/)).toBeTruthy();
    expect(screen.queryByText(/The audit is for administrators/)).toBeNull();
  });

  it('says beside an administrator for whom it is, and asks for nothing', async () => {
    works(null);
    open('#/audit', unlocked('technician'));
    expect(await screen.findByText(/The audit is for administrators/)).toBeTruthy();
    expect(bodiesOf('audit.stretch')).toEqual([]);
  });

  it('says and asks nothing before it is known whose vault it is', async () => {
    world.answers['policy.get'] = () => new Promise(() => undefined);
    open('#/audit', unlocked('technician'));
    await waitFor(() => expect(bodiesOf('policy.get')).not.toEqual([]));
    expect(screen.queryByText(/The audit is for administrators/)).toBeNull();
    expect(bodiesOf('audit.stretch')).toEqual([]);
  });
});
