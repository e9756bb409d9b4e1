import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asId, type FolderId } from '../../src/domain/ids.ts';
import { noMarks } from '../../src/domain/marks.ts';
import { ok } from '../../src/domain/result.ts';
import type { FolderView } from '../../src/messaging/contract.ts';
import { bodiesOf, credential, holding, open, refuse, remote, session, unlocked, world } from './options-world.tsx';

const viewOnly = { view: true, viewPassword: false, edit: false };

const folder = (id: string, change: Partial<FolderView> = {}): FolderView => ({
  id: asId(id),
  rev: 4,
  name: id,
  parentId: null,
  permissions: viewOnly,
  credentialEntryId: null,
  deletedAt: null,
  gives: viewOnly,
  ...change,
});

// The tree draws what is in view; nothing has a height here.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600));

const northwind = folder('Northwind');
const switches = folder('Switches', { parentId: northwind.id, permissions: null });
const inside = (folderId: FolderId) => ({ folderId, inheritsPermissions: true }) as const;

/** Northwind with Switches in it, an entry and a session in each, and one of another client outside. */
function vault(): void {
  holding({
    folders: [northwind, switches],
    entries: [
      credential({ ...inside(northwind.id) }),
      credential({ id: asId('core'), name: 'Core switch', ...inside(switches.id) }),
      session({ ...inside(northwind.id) }),
      session({ id: asId('second'), name: 'Second', credentialEntryId: null }),
    ].sort((a, b) => a.name.localeCompare(b.name)),
  });
  for (const name of ['entries.move', 'entries.link', 'entries.delete', 'entries.restore', 'folder.delete'] as const)
    world.answers[name] = () => ok({});
}

const tree = () => screen.findByRole('treegrid', { name: 'Entries' });
const names = (): readonly (string | undefined)[] =>
  screen.getAllByRole('row').map((row) => row.querySelector('.entry-name')?.textContent ?? undefined);
const activeName = (): string | undefined => {
  const id = screen.getByRole('treegrid').getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.querySelector('.entry-name')?.textContent ?? undefined;
};
const press = (key: string, held: object = {}) => fireEvent.keyDown(screen.getByRole('treegrid'), { key, ...held });
const rowOf = (name: string): HTMLElement => {
  const row = screen.getAllByRole('row').find((one) => one.querySelector('.entry-name')?.textContent === name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
};

describe('the tree of entries', () => {
  it('has folders before entries, each with its level and place', async () => {
    vault();
    open();
    await tree();
    expect(names()).toEqual(['Northwind', 'Switches', 'Core switch', 'Firewall', 'Northwind firewall', 'Second']);
    const place = (name: string) =>
      ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded'].map((one) => rowOf(name).getAttribute(one));
    expect(place('Northwind')).toEqual(['1', '1', '2', 'true']);
    expect(place('Switches')).toEqual(['2', '1', '3', 'true']);
    expect(place('Core switch')).toEqual(['3', '1', '1', null]);
    expect(place('Second')).toEqual(['1', '2', '2', null]);
    expect(rowOf('Northwind').textContent).toContain('Folder · 3 entries · technicians: View');
  });

  it('goes by arrows, Home, End and what is typed', async () => {
    vault();
    open();
    await tree();
    press('Home');
    press('ArrowLeft');
    expect(names()).toEqual(['Northwind', 'Second']);
    press('ArrowRight');
    press('ArrowRight');
    expect(activeName()).toBe('Switches');
    press('End');
    expect(activeName()).toBe('Second');
    press('ArrowDown');
    expect(activeName()).toBe('Second');
    press('f');
    press('i');
    expect(activeName()).toBe('Firewall');
    press('ArrowLeft');
    expect(activeName()).toBe('Northwind');
    press('Enter');
    expect(names()).toEqual(['Northwind', 'Second']);
    press('Enter');
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    await waitFor(() => expect(location.hash).toBe('#/credential/core'));
  });

  it('finds by folder, and opens what is found', async () => {
    vault();
    open();
    await tree();
    press('Home');
    press('ArrowLeft');
    fireEvent.input(screen.getByLabelText('Find an entry'), { target: { value: 'switches core' } });
    await waitFor(() => expect(names()).toEqual(['Northwind', 'Switches', 'Core switch']));
    fireEvent.input(screen.getByLabelText('Find an entry'), { target: { value: '' } });
    await waitFor(() => expect(names()).toEqual(['Northwind', 'Second']));
    press('ArrowRight');
  });

  it('shows a technician folders without their actions', async () => {
    vault();
    open('#/', unlocked('technician'));
    await tree();
    expect(screen.queryByLabelText('Edit Northwind')).toBeNull();
    expect(screen.queryByLabelText('Delete Northwind')).toBeNull();
    expect(rowOf('Northwind').textContent).toBe('▾NorthwindFolder · 3 entries');
  });

  it('holds 1,000 entries in one folder with a handful of rows in the document', async () => {
    const large = folder('Large');
    const entries = Array.from({ length: 1000 }, (_, at) =>
      session({ id: asId(`s${at}`), name: `Session ${String(at).padStart(4, '0')}`, ...inside(large.id) }),
    );
    holding({ folders: [large], entries });
    open();
    await tree();
    expect(names()).toEqual(['Large']);
    press('ArrowRight');
    expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('1001');
    expect(screen.getAllByRole('row').length).toBeLessThan(40);
    press('End');
    await waitFor(() => expect(activeName()).toBe('Session 0999'));
    press('Home');
    press('ArrowLeft');
  });

  it('duplicates under a name that says so, and gives a star', async () => {
    vault();
    world.answers['entry.duplicate'] = () => ok(credential());
    world.answers['entry.favourite'] = () => ok({ favourite: true });
    open();
    await tree();
    fireEvent.click(screen.getByLabelText('Duplicate Firewall'));
    await waitFor(() => expect(bodiesOf('entry.duplicate')).toEqual([{ entryId: 'sess1', name: 'Copy of Firewall' }]));
    holding({ folders: [northwind], entries: [session()], marks: { ...noMarks, favourites: [asId('sess1')] } });
    fireEvent.click(screen.getByLabelText('Favourite: Firewall'));
    await waitFor(() => expect(bodiesOf('entry.favourite')).toEqual([{ entryId: 'sess1', favourite: true }]));
    await waitFor(() => expect(screen.getByLabelText('Favourite: Firewall').getAttribute('aria-pressed')).toBe('true'));
  });
});

describe('several entries', () => {
  const select = (...chosen: readonly string[]): void => {
    for (const name of chosen) fireEvent.click(screen.getByLabelText(`Select ${name}`));
  };

  it('are selected by box, Shift, Ctrl, Space and Ctrl+A, and by Escape none', async () => {
    vault();
    open();
    await tree();
    select('Firewall');
    fireEvent.click(rowOf('Second'), { shiftKey: true });
    expect(screen.getByText('3 selected')).toBeTruthy();
    fireEvent.click(rowOf('Core switch'), { ctrlKey: true });
    expect(screen.getByText('4 selected')).toBeTruthy();
    press('Escape');
    expect(screen.queryByText(/ selected$/)).toBeNull();
    press('Home');
    press(' ');
    press('ArrowDown', { shiftKey: true });
    expect(rowOf('Switches').getAttribute('aria-selected')).toBe('true');
    expect(screen.getByText('2 selected')).toBeTruthy();
    press('a', { ctrlKey: true });
    expect(screen.getByText('6 selected')).toBeTruthy();
  });

  it('are deleted at once, and brought back at once', async () => {
    vault();
    open();
    await tree();
    select('Firewall', 'Northwind firewall');
    fireEvent.click(screen.getByText('Delete selected'));
    expect(await screen.findByText(/^2 entries were deleted\./)).toBeTruthy();
    const chosen = { entryIds: ['sess1', 'cred1'] };
    expect(bodiesOf('entries.delete')).toEqual([chosen]);
    fireEvent.click(screen.getByText('Undo'));
    await waitFor(() => expect(bodiesOf('entries.restore')).toEqual([chosen]));
  });

  it('go with folders and what these hold, after that was said, and come back with all of it', async () => {
    vault();
    world.answers['folders.delete'] = () => ok({});
    world.answers['folders.restore'] = () => ok({});
    open();
    await tree();
    select('Second', 'Northwind');
    fireEvent.click(screen.getByText('Delete selected'));
    expect(screen.getByRole('alert').textContent).toContain('The folders hold 3 entries, which are deleted with them.');
    expect(bodiesOf('folders.delete')).toEqual([]);
    fireEvent.click(screen.getByText('Delete with everything in it'));
    expect(await screen.findByText('6 folders and entries were deleted.')).toBeTruthy();
    fireEvent.click(screen.getByText('Undo'));
    await waitFor(() => expect(bodiesOf('folders.restore')).toHaveLength(1));
    const both = [{ entryIds: ['second'], folderIds: ['Northwind'] }];
    expect([bodiesOf('folders.delete'), bodiesOf('folders.restore')]).toEqual([both, both]);
  });

  it('go without a question where the folders hold nothing', async () => {
    holding({ folders: [northwind, switches], entries: [session()] });
    world.answers['folders.delete'] = () => ok({});
    open();
    await tree();
    select('Northwind');
    fireEvent.click(screen.getByText('Delete selected'));
    expect(await screen.findByText('2 folders and entries were deleted.')).toBeTruthy();
  });

  it('are moved to a folder, each back to where it was', async () => {
    vault();
    open();
    await tree();
    select('Firewall', 'Second', 'Switches');
    fireEvent.click(screen.getByText('Move to folder…'));
    expect(screen.getByText(/^1 of them inherits its permissions/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Move to folder'));
    fireEvent.click(await screen.findByRole('option', { name: /Northwind › Switches/ }));
    world.answers['entries.move'] = () => refuse({ code: 'folder-refused', problem: 'inside-itself' });
    fireEvent.click(screen.getByText('Move'));
    expect(await screen.findByText('A folder cannot be put into itself, or into a folder inside it.')).toBeTruthy();
    world.answers['entries.move'] = () => ok({});
    fireEvent.click(screen.getByLabelText('Select Switches'));
    fireEvent.click(screen.getByText('Move'));
    expect(await screen.findByText('2 were moved to “Northwind › Switches”.')).toBeTruthy();
    fireEvent.click(screen.getByText('Undo'));
    await waitFor(() => expect(bodiesOf('entries.move')).toHaveLength(4));
    expect(bodiesOf('entries.move').slice(1)).toEqual([
      { entryIds: ['sess1', 'second'], folderIds: [], to: 'Switches' },
      { entryIds: ['sess1'], folderIds: [], to: 'Northwind' },
      { entryIds: ['second'], folderIds: [], to: null },
    ]);
  });

  it('sessions are linked to one credential entry, each back to its own', async () => {
    vault();
    open();
    await tree();
    select('Firewall', 'Core switch');
    expect(screen.getByText('Link to…').getAttribute('aria-disabled')).toBe('true');
    select('Core switch', 'Second');
    fireEvent.click(screen.getByText('Link to…'));
    fireEvent.click(screen.getByLabelText('Credentials: Linked (vault)'));
    fireEvent.click(await screen.findByRole('option', { name: /Core switch/ }));
    fireEvent.click(screen.getByText('Link'));
    expect(await screen.findByText('2 sessions: “Core switch”.')).toBeTruthy();
    fireEvent.click(screen.getByText('Undo'));
    await waitFor(() => expect(bodiesOf('entries.link')).toHaveLength(3));
    expect(bodiesOf('entries.link')).toEqual([
      { entryIds: ['sess1', 'second'], credentialEntryId: 'core', inherits: false },
      { entryIds: ['sess1'], credentialEntryId: 'cred1', inherits: false },
      { entryIds: ['second'], credentialEntryId: null, inherits: false },
    ]);
  });

  it('sessions of both kinds are linked together', async () => {
    vault();
    holding({ entries: [credential(), remote(), session()] });
    open();
    await tree();
    select('DC 01', 'Firewall');
    fireEvent.click(screen.getByText('Link to…'));
    fireEvent.change(screen.getByLabelText('Credentials'), { target: { value: 'inherited' } });
    fireEvent.click(screen.getByText('Link'));
    expect(await screen.findByText('2 sessions: “Inherited”.')).toBeTruthy();
    expect(bodiesOf('entries.link')).toEqual([{ entryIds: ['dc', 'sess1'], credentialEntryId: null, inherits: true }]);
  });
});

describe('a folder', () => {
  it('asks what becomes of what is in it, and comes back with it', async () => {
    vault();
    world.answers['folder.restore'] = () => ok({});
    open();
    await tree();
    fireEvent.click(screen.getByLabelText('Delete Northwind'));
    expect(await screen.findByText('Delete the folder “Northwind”?')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Move its entries up');
    fireEvent.click(screen.getByText('Delete with everything in it'));
    expect(await screen.findByText('“Northwind” was deleted with everything in it.')).toBeTruthy();
    expect(bodiesOf('folder.delete')).toEqual([{ folderId: 'Northwind', rev: 4, inside: 'delete' }]);
    fireEvent.click(screen.getByText('Undo'));
    await waitFor(() => expect(bodiesOf('folder.restore')).toEqual([{ folderId: 'Northwind' }]));
  });

  it('is made with View only, in another, with a credential entry to inherit', async () => {
    vault();
    world.answers['folder.save'] = () => ok(folder('Servers'));
    open('#/folder/new');
    fireEvent.click(await screen.findByText('Save'));
    expect(screen.getByText('Give the folder a name.')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Servers' } });
    fireEvent.click(screen.getByLabelText('In folder'));
    fireEvent.click(await screen.findByRole('option', { name: /^Northwind(?! ›)/ }));
    fireEvent.click(screen.getByLabelText('Credentials that sessions inherit'));
    fireEvent.click(await screen.findByRole('option', { name: /Core switch/ }));
    fireEvent.click(screen.getByText('Save'));
    expect(await screen.findByText('“Servers” was added.')).toBeTruthy();
    expect(bodiesOf('folder.save')).toEqual([
      {
        folderId: null,
        rev: null,
        name: 'Servers',
        parentId: 'Northwind',
        permissions: viewOnly,
        credentialEntryId: 'core',
      },
    ]);
  });

  it('says what it inherits, and cannot be put into itself', async () => {
    vault();
    open('#/folder/Switches');
    expect(await screen.findByText('“Northwind” gives: View.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('In folder'));
    const options = within(await screen.findByRole('listbox')).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual(['TopOutside of every folder', 'NorthwindView']);
  });

  it('that was changed in another window keeps what was typed', async () => {
    vault();
    world.answers['folder.save'] = () => refuse({ code: 'folder-changed' });
    open('#/folder/Northwind');
    fireEvent.input(await screen.findByLabelText('Name'), { target: { value: 'Mine' } });
    fireEvent.click(screen.getByText('Save'));
    expect(await screen.findByText('Load the saved version')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Mine');
  });

  it('is not a technician’s', async () => {
    vault();
    open('#/folder/Northwind', unlocked('technician'));
    expect(await screen.findByText('Only an administrator makes and changes folders.')).toBeTruthy();
    expect(screen.queryByText('Save')).toBeNull();
  });
});

describe('the place of an entry', () => {
  it('that is new is the folder that was gone to last, or that of the entry gone to', async () => {
    vault();
    open();
    await tree();
    fireEvent.click(rowOf('Core switch'));
    location.hash = '#/session/new';
    const folderNow = async () => ((await screen.findByLabelText('Folder')) as HTMLInputElement).value;
    expect(await folderNow()).toBe('Northwind › Switches');
    location.hash = '#/';
    await tree();
    fireEvent.click(rowOf('Northwind'));
    location.hash = '#/remote/new/ssh';
    expect(await folderNow()).toBe('Northwind');
    location.hash = '#/';
    await tree();
    fireEvent.click(rowOf('Second'));
    location.hash = '#/session/new';
    expect(await folderNow()).toBe('Top');
  });

  it('of a credential entry is chosen with what it gives', async () => {
    vault();
    world.answers['organizations.list'] = () => ok({ rows: [], complete: true, fetchedAt: 0 });
    world.answers['passwords.list'] = () => ok({ rows: [], complete: true, fetchedAt: 0 });
    open('#/credential/cred1');
    expect(await screen.findByText('“Northwind” gives: View.')).toBeTruthy();
    expect(screen.queryByText('The password may be revealed and copied.')).toBeNull();
    fireEvent.change(screen.getByLabelText('Permissions'), { target: { value: 'own' } });
    expect(screen.getByText('The password may be revealed and copied.')).toBeTruthy();
  });

  it('of a session decides what it inherits', async () => {
    vault();
    holding({
      folders: [{ ...northwind, credentialEntryId: asId('core') }, switches],
      entries: [
        credential({ id: asId('core'), name: 'Core switch' }),
        session({ ...inside(switches.id), credentialEntryId: asId('core'), inheritsCredential: true }),
      ],
    });
    world.answers['sessionEntry.save'] = () => ok(session());
    open('#/session/sess1');
    expect(await screen.findByText('From its folders: “Core switch”.')).toBeTruthy();
    expect(screen.getByText(/at most what “Northwind › Switches” gives: View\./)).toBeTruthy();
    fireEvent.click(screen.getByText('Update'));
    await waitFor(() => expect(bodiesOf('sessionEntry.save')).toHaveLength(1));
    expect(bodiesOf('sessionEntry.save')[0]).toMatchObject({
      credentialEntryId: null,
      inheritsCredential: true,
      folderId: 'Switches',
      inheritsPermissions: true,
    });
  });

  it('of a remote session too, which may inherit or have none', async () => {
    vault();
    holding({
      folders: [{ ...northwind, credentialEntryId: asId('core') }, switches],
      entries: [
        credential({ id: asId('core'), name: 'Core switch' }),
        remote({ ...inside(switches.id), credentialEntryId: asId('core'), inheritsCredential: true }),
      ],
    });
    world.answers['remoteEntry.save'] = () => ok(remote());
    open('#/remote/dc');
    expect(await screen.findByText('From its folders: “Core switch”.')).toBeTruthy();
    fireEvent.click(screen.getByText('Update'));
    await waitFor(() => expect(bodiesOf('remoteEntry.save')).toHaveLength(1));
    expect(bodiesOf('remoteEntry.save')[0]).toEqual({
      entryId: 'dc',
      rev: 2,
      name: 'DC 01',
      protocol: 'rdp',
      host: 'dc01.northwind.example',
      credentialEntryId: null,
      inheritsCredential: true,
      folderId: 'Switches',
      inheritsPermissions: true,
    });
    location.hash = '#/remote/dc';
    fireEvent.change(await screen.findByLabelText('Credentials'), { target: { value: 'none' } });
    expect(screen.getByText('Launching only opens it, without user name and password')).toBeTruthy();
  });
});
