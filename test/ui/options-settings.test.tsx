import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditRecord, AuditStretch } from '../../src/domain/audit.ts';
import { asId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import { bodiesOf, open, refuse, unlocked, world } from './options-world.tsx';

const part = (name: RegExp) => within(screen.getByRole('region', { name }));
const put = (field: HTMLElement, text: string) => fireEvent.input(field, { target: { value: text } });

const record: AuditRecord = {
  seq: 0,
  at: Date.now(),
  role: 'technician',
  action: 'fetched',
  by: 'it-glue',
  entryId: null,
  entryName: null,
  organizationName: null,
  passwordId: asId('1'),
  passwordName: null,
  origin: null,
  outcome: 'ok',
  link: '',
};

/** A sound audit with these records. */
const auditOf = (records: readonly Partial<AuditRecord>[]): AuditStretch => ({
  records: records.map((change) => ({ ...record, ...change })),
  anchor: '',
  brokenAt: null,
  dropped: 0,
  failedSince: null,
  kept: records.length,
  older: null,
});

beforeEach(() => {
  world.answers['settings.get'] = () => ok({ idleMinutes: 15, capHours: 8 });
  world.answers['settings.set'] = (settings) => ok(settings);
});

describe('locking', () => {
  const minutes = () => screen.findByLabelText<HTMLInputElement>('Lock after so many minutes without use');

  it('is set within its limits', async () => {
    open('#/settings');
    put(await minutes(), '5');
    fireEvent.click(part(/Locking/).getByText('Save'));
    expect(await screen.findByText(/Saved/)).toBeTruthy();
    expect(bodiesOf('settings.set')).toEqual([{ idleMinutes: 5, capHours: 8 }]);
  });

  it.each(['0', '241', '1.5', 'x', ''])('refuses “%s” minutes', async (text) => {
    open('#/settings');
    put(await minutes(), text);
    fireEvent.click(part(/Locking/).getByText('Save'));
    expect(await screen.findByText('Type a number, 1 to 240.')).toBeTruthy();
    expect(document.activeElement).toBe(await minutes());
    expect(bodiesOf('settings.set')).toEqual([]);
  });

  it('is shown to a technician, who cannot change it', async () => {
    open('#/settings', unlocked('technician'));
    expect((await minutes()).disabled).toBe(true);
    expect(part(/Locking/).queryByText('Save')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Technician passphrase' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Change the technician passphrase' })).toBeTruthy();
  });
});

describe('changing the passphrase', () => {
  async function change(current: string, next: string) {
    open('#/settings');
    await screen.findByText('Change the administrator passphrase');
    const form = part(/Change the administrator/);
    put(form.getByLabelText('Current passphrase'), current);
    put(form.getByLabelText('New passphrase'), next);
    put(form.getByLabelText('Repeat the new passphrase'), next);
    fireEvent.click(form.getByRole('button', { name: 'Change passphrase' }));
    return form;
  }

  it('asks for the current one, and forgets all three when it is done', async () => {
    world.answers['vault.changePassphrase'] = () => ok(unlocked());
    const form = await change('the old passphrase', 'the new passphrase');
    expect(await form.findByText(/Unlock with the new passphrase from now on/)).toBeTruthy();
    expect(bodiesOf('vault.changePassphrase')).toEqual([{ current: 'the old passphrase', next: 'the new passphrase' }]);
    for (const label of ['Current passphrase', 'New passphrase', 'Repeat the new passphrase'])
      expect(form.getByLabelText<HTMLInputElement>(label).value).toBe('');
  });

  it('says that the current one is wrong and goes there', async () => {
    world.answers['vault.changePassphrase'] = () => refuse({ code: 'wrong-passphrase', waitSeconds: 0 });
    const form = await change('not the old one', 'the new passphrase');
    expect(await form.findByText('This passphrase does not open the vault.')).toBeTruthy();
    expect(document.activeElement).toBe(form.getByLabelText('Current passphrase'));
  });

  it('says when it is another role’s', async () => {
    world.answers['vault.changePassphrase'] = () => refuse({ code: 'passphrase-taken' });
    const form = await change('the old passphrase', 'the other passphrase');
    expect(await form.findByText('Another role of this vault uses this passphrase.')).toBeTruthy();
  });
});

describe('the technician passphrase', () => {
  it('says what a technician can do, and is set', async () => {
    world.answers['vault.setTechnicianPassphrase'] = () => ok({ ...unlocked(), hasTechnician: true });
    open('#/settings');
    expect(await screen.findByText(/makes no new entries, and changes no API keys and no settings/)).toBeTruthy();
    const form = part(/^Technician passphrase/);
    put(form.getByLabelText('Technician passphrase'), 'for the technicians');
    put(form.getByLabelText('Repeat the technician passphrase'), 'for the technicians');
    fireEvent.click(form.getByText('Set technician passphrase'));
    expect(await form.findByText('Replace technician passphrase')).toBeTruthy();
    expect(bodiesOf('vault.setTechnicianPassphrase')).toEqual([{ passphrase: 'for the technicians' }]);
  });

  it('is removed at a second click', async () => {
    world.answers['vault.removeTechnician'] = () => ok(unlocked());
    world.answers['audit.stretch'] = () => ok(auditOf([]));
    open('#/settings', { ...unlocked(), hasTechnician: true });
    fireEvent.click(await screen.findByText('Remove technician passphrase…'));
    expect(bodiesOf('vault.removeTechnician')).toEqual([]);
    fireEvent.click(screen.getByText('Remove it'));
    await waitFor(() => expect(screen.getByText('Set technician passphrase')).toBeTruthy());
    expect(bodiesOf('vault.removeTechnician')).toEqual([{}]);
  });

  it('is removed with a look at what technicians got in 90 days, each password once, and what to do about it', async () => {
    world.answers['audit.stretch'] = () =>
      ok(
        auditOf([
          { action: 'filled', passwordName: null, entryName: 'Portal', at: Date.now() },
          { action: 'fetched', passwordName: 'Portal admin', organizationName: 'Acme', at: Date.now() - 5_000 },
          { action: 'fetched', role: 'administrator', passwordId: asId('2'), passwordName: 'Of an administrator' },
          { action: 'refused', passwordId: asId('3'), passwordName: 'Refused' },
          { action: 'copied', passwordId: asId('4'), passwordName: 'Long ago', at: Date.now() - 91 * 86_400_000 },
          { action: 'revealed', passwordId: asId('5'), passwordName: 'Firewall', at: Date.now() - 89 * 86_400_000 },
        ]),
      );
    open('#/settings', { ...unlocked(), hasTechnician: true });
    fireEvent.click(await screen.findByText('Remove technician passphrase…'));
    await screen.findByText(/technicians got these 2 passwords from this vault/);
    const rows = within(document.querySelector('.technician-report') as HTMLElement).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent?.split(' · last')[0])).toEqual([
      'Portal admin · Acme · Filled',
      'Firewall · Revealed',
    ]);
    expect(screen.getByText(/Change those passwords, and replace/).textContent).toContain('the API key in IT Glue');
    expect(screen.getByText('See it all under Audit').getAttribute('href')).toBe('#/audit');
    expect(bodiesOf('vault.removeTechnician')).toEqual([]);
  });

  it('is removed after a look back of 90 days, and no further', async () => {
    const days = (ago: number) => Date.now() - ago * 86_400_000;
    const got = (name: string, ago: number) => ({
      passwordId: asId<'password'>(name),
      passwordName: name,
      at: days(ago),
    });
    const stretches = [
      { ...auditOf([got('P1', 1)]), older: 40 },
      // A day on which the clock stood wrong ends nothing.
      { ...auditOf([got('P2', 2), got('P3', 9_000), got('P4', 50)]), older: 30 },
      { ...auditOf([got('P5', 91), got('P6', 92)]), older: 20 },
      auditOf([got('P7', 93)]),
    ];
    world.answers['audit.stretch'] = () => ok(stretches.shift() ?? auditOf([]));
    open('#/settings', { ...unlocked(), hasTechnician: true });
    fireEvent.click(await screen.findByText('Remove technician passphrase…'));
    await screen.findByText(/these 3 passwords/);
    expect(bodiesOf('audit.stretch').map(({ before }) => before)).toEqual([null, 40, 30]);
  });

  it('is removed with the latest 50 in sight, and the number of the rest', async () => {
    const many = Array.from({ length: 53 }, (_, at) => ({
      passwordId: asId<'password'>(String(at)),
      passwordName: `P${at}`,
    }));
    world.answers['audit.stretch'] = () => ok(auditOf(many));
    open('#/settings', { ...unlocked(), hasTechnician: true });
    fireEvent.click(await screen.findByText('Remove technician passphrase…'));
    await screen.findByText(/these 53 passwords/);
    expect(screen.getByText('And 3 more.')).toBeTruthy();
    expect(document.querySelectorAll('.technician-report li')).toHaveLength(50);
  });

  it('can be removed where the audit cannot be read, or has a break that is said', async () => {
    world.answers['audit.stretch'] = () => refuse({ code: 'storage-failed' });
    world.answers['vault.removeTechnician'] = () => ok(unlocked());
    open('#/settings', { ...unlocked(), hasTechnician: true });
    fireEvent.click(await screen.findByText('Remove technician passphrase…'));
    await screen.findByText('Try again');
    world.answers['audit.stretch'] = () => ok({ ...auditOf([]), brokenAt: 3 });
    fireEvent.click(screen.getByText('Try again'));
    await screen.findByText(/chain is broken at record 3/);
    fireEvent.click(screen.getByText('Remove it'));
    await waitFor(() => expect(bodiesOf('vault.removeTechnician')).toEqual([{}]));
  });
});
