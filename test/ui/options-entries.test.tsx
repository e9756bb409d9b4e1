import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { noMarks } from '../../src/domain/marks.ts';
import { ok } from '../../src/domain/result.ts';
import type { EntryView } from '../../src/messaging/contract.ts';
import { apiKey, bodiesOf, credential, holding, open, refuse, session, unlocked, world } from './options-world.tsx';

/** Entries that delete and restore as the vault does. */
function livingEntries(...entries: readonly EntryView[]): void {
  let all = entries;
  const set = (id: string, deletedAt: number | null) => {
    all = all.map((entry) => (entry.id === id ? { ...entry, deletedAt } : entry));
    const entry = all.find((other) => other.id === id);
    return entry === undefined ? refuse({ code: 'entry-not-found' }) : ok(entry);
  };
  holding({});
  world.answers['entries.list'] = () =>
    ok({
      entries: all.filter((entry) => entry.deletedAt === null),
      deleted: all.filter((entry) => entry.deletedAt !== null),
      damaged: [],
      folders: [],
      deletedFolders: [],
      marks: noMarks,
    });
  world.answers['entry.delete'] = ({ entryId }) => set(entryId, Date.now());
  world.answers['entry.restore'] = ({ entryId }) => set(entryId, null);
}

describe('the list of entries', () => {
  it('shows each kind with what an entry stands for', async () => {
    holding({ entries: [credential(), session({ missingSites: ['https://fw.example'] })] });
    open();
    const [northwind, firewall] = within(await screen.findByRole('treegrid', { name: 'Entries' })).getAllByRole('row');
    expect(northwind?.textContent).toContain('Credential management – IT Glue · Northwind · Firewall admin (admin)');
    expect(firewall?.textContent).toContain('Website session · fw.example · Linked (vault): Northwind firewall');
    expect(firewall?.textContent).toContain('Site access missing');
  });

  it.each([
    ['no API key', [], [], 'Next: save an IT Glue API key'],
    ['a key alone', [], [apiKey], 'Next: make a credential entry'],
    ['no session', [credential()], [apiKey], 'Next: link it to a website session'],
  ])('leads on from %s', async (_, entries, keys, next) => {
    holding({ entries }, keys);
    open();
    expect(await screen.findByText(next)).toBeTruthy();
  });

  it('counts the steps, and shows them no more to whoever skips them', async () => {
    holding({ entries: [credential()] });
    world.answers['steps.skip'] = ({ skipped }) => {
      holding({ entries: [credential()], marks: { ...noMarks, ...(skipped ? { stepsSkipped: true } : {}) } });
      return ok({});
    };
    open();
    expect(await screen.findByText('3 of 4 done')).toBeTruthy();
    fireEvent.click(screen.getByText('Skip these steps'));
    await waitFor(() => expect(screen.queryByText('3 of 4 done')).toBeNull());
    fireEvent.click(screen.getByText('Show the first steps'));
    expect(await screen.findByText('3 of 4 done')).toBeTruthy();
  });

  it('ends the steps with a launch of what was made, and shows them no more once something was used', async () => {
    holding({ entries: [credential(), session()] });
    world.answers['session.launch'] = () => refuse({ code: 'site-not-permitted', origin: 'https://fw.example' });
    const first = open();
    fireEvent.click(await screen.findByText('Launch it'));
    await waitFor(() => expect(bodiesOf('session.launch')).toEqual([{ entryId: 'sess1', passwordId: null }]));
    expect(await screen.findByText(/https:\/\/fw\.example/)).toBeTruthy();
    first.unmount();
    holding({ entries: [credential(), session()], marks: { favourites: [], recents: [asId('sess1')] } });
    open();
    expect(await screen.findByText('Northwind firewall')).toBeTruthy();
    expect(screen.queryByText('Launch it')).toBeNull();
  });

  it.each([
    ['#/keys/new', 'API key', [], []],
    ['#/credential/new', 'First entry', [], [apiKey]],
    ['#/session/new', 'First session', [credential()], [apiKey]],
  ])('says at %s which step it is: %s', async (place, step, entries, keys) => {
    holding({ entries }, keys);
    open(place);
    const steps = await screen.findByRole('list', { name: 'First steps' });
    expect(within(steps).getByText(step).closest('li')?.getAttribute('aria-current')).toBe('step');
  });

  it('makes new entries of every kind and folders from a menu that works with the keyboard', async () => {
    holding({ entries: [credential(), session()] });
    open();
    const button = await screen.findByRole('button', { name: /New entry/ });
    fireEvent.click(button);
    const items = screen.getAllByRole('menuitem');
    expect(items.map((item) => [item.getAttribute('aria-label'), item.getAttribute('href')])).toEqual([
      ['Credential management – IT Glue', '#/credential/new'],
      ['Website session', '#/session/new'],
      ['RDP session', '#/remote/new/rdp'],
      ['SSH session', '#/remote/new/ssh'],
      ['VNC / ARD session', '#/remote/new/vnc'],
      ['Folder', '#/folder/new'],
    ]);
    await waitFor(() => expect(document.activeElement).toBe(items[0]));
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(items[1]);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(document.activeElement).toBe(button);
  });

  it('finds entries by every typed word, accents aside', async () => {
    const many = ['Café Nord', 'Café Süd', 'Bakery', 'Mill', 'Port', 'Yard'].map((name, index) =>
      credential({ id: asId(`c${index}`), name }),
    );
    holding({ entries: many });
    open();
    fireEvent.input(await screen.findByLabelText('Find an entry'), { target: { value: 'cafe sud' } });
    await waitFor(() => expect(screen.queryByText('Bakery')).toBeNull());
    expect(screen.getByText('Café Süd')).toBeTruthy();
    expect(screen.queryByText('Café Nord')).toBeNull();
  });

  it('gives a technician no way to make entries, and none to change what does not allow it', async () => {
    const rights = { view: true, viewPassword: false, edit: false };
    holding({ entries: [credential({ rights })] });
    open('#/', unlocked('technician'));
    expect(await screen.findByText('Northwind firewall')).toBeTruthy();
    expect(screen.queryByText(/New entry/)).toBeNull();
    expect(screen.queryByLabelText('Delete Northwind firewall')).toBeNull();
    expect(screen.getByLabelText('Open Northwind firewall')).toBeTruthy();
  });

  it('says when it could not be read, and tries again', async () => {
    holding({});
    world.answers['entries.list'] = () => refuse({ code: 'storage-failed' });
    open();
    expect(await screen.findByText('The browser could not save or read its data.')).toBeTruthy();
    holding({ entries: [credential()] });
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText('Northwind firewall')).toBeTruthy();
    expect(screen.queryByText('The browser could not save or read its data.')).toBeNull();
  });
});

describe('deleting', () => {
  it('says what was linked, and undoes', async () => {
    livingEntries(credential(), session());
    open();
    fireEvent.click(await screen.findByLabelText('Delete Northwind firewall'));
    expect(await screen.findByText(/“Northwind firewall” was deleted. One session was linked to it/)).toBeTruthy();
    expect(screen.queryByLabelText('Edit Northwind firewall')).toBeNull();
    expect(screen.getByText('Linked entry deleted')).toBeTruthy();
    expect(bodiesOf('entry.delete')).toEqual([{ entryId: 'cred1', rev: 3 }]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Undo'));
    fireEvent.click(screen.getByText('Undo'));
    expect(await screen.findByLabelText('Edit Northwind firewall')).toBeTruthy();
    expect(screen.queryByText('Undo')).toBeNull();
  });

  it('can be taken back later from the deleted entries', async () => {
    livingEntries(credential({ deletedAt: Date.now() - 3 * 86_400_000 }));
    open();
    fireEvent.click(await screen.findByText('Deleted entries'));
    expect(screen.getByText('Credential management – IT Glue · deleted 3 days ago')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Restore Northwind firewall'));
    expect(await screen.findByLabelText('Edit Northwind firewall')).toBeTruthy();
    expect(bodiesOf('entry.restore')).toEqual([{ entryId: 'cred1' }]);
  });

  it('of an entry that was changed meanwhile does nothing but say so', async () => {
    livingEntries(credential());
    world.answers['entry.delete'] = () => refuse({ code: 'entry-changed' });
    open();
    fireEvent.click(await screen.findByLabelText('Delete Northwind firewall'));
    expect(await screen.findByText(/was changed in another window/)).toBeTruthy();
    expect(screen.getByLabelText('Edit Northwind firewall')).toBeTruthy();
  });
});

describe('damaged records', () => {
  const records = [
    { kind: 'entry', id: '4f2a', reason: 'tampered' },
    { kind: 'api-key', id: '9c', reason: 'missing' },
  ] as const;

  it('are named, and discarded only at a second click', async () => {
    holding({ entries: [credential()], damaged: records });
    world.answers['vault.discardDamaged'] = () => ok({ discarded: 2 });
    open();
    expect(await screen.findByText('entry 4f2a was changed or damaged on disk')).toBeTruthy();
    expect(screen.getByText('API key 9c is missing')).toBeTruthy();
    expect(screen.queryByText('Discard 2 damaged records')).toBeNull();
    fireEvent.click(screen.getByText('Discard damaged records…'));
    expect(bodiesOf('vault.discardDamaged')).toEqual([]);
    holding({ entries: [credential()] });
    fireEvent.click(screen.getByText('Discard 2 damaged records'));
    await waitFor(() => expect(screen.queryByText('API key 9c is missing')).toBeNull());
    expect(bodiesOf('vault.discardDamaged')).toEqual([{ records }]);
  });

  it('are not a technician’s to discard', async () => {
    holding({ entries: [credential()], damaged: records });
    open('#/', unlocked('technician'));
    expect(await screen.findByText('Tell your administrator.')).toBeTruthy();
    expect(screen.queryByText('Discard damaged records…')).toBeNull();
  });
});
