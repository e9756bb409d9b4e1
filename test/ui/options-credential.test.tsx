import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import {
  apiKey,
  bodiesOf,
  credential,
  holding,
  open,
  organization,
  password,
  refuse,
  unlocked,
  world,
} from './options-world.tsx';

const field = (label: string) => screen.getByLabelText(label, { selector: 'input' }) as HTMLInputElement;

/** The rows of the combobox that is open. */
const rowsShown = (): readonly HTMLElement[] =>
  within(screen.getByRole('listbox', { name: /^(Organization|Password)$/ })).getAllByRole('option');

/** Opens a combobox and chooses the option that holds a text. */
async function choose(label: string, text: string): Promise<void> {
  fireEvent.click(field(label));
  await screen.findByRole('listbox', { name: label });
  const option = rowsShown().find((row) => row.textContent?.includes(text));
  if (option === undefined) throw new Error(`no option ${text}`);
  fireEvent.click(option);
}

beforeEach(() => {
  holding({});
  world.answers['organizations.list'] = () =>
    ok({
      rows: [organization('org1', 'Northwind', 'NWT'), organization('org2', 'Northwind', 'NWT-OLD', 'Inactive')],
      complete: true,
      fetchedAt: Date.now() - 4 * 60_000,
    });
  world.answers['passwords.list'] = () =>
    ok({
      rows: [
        password('pw1', 'Firewall admin', { restricted: true }),
        password('pw2', 'Firewall admin', { username: 'readonly', assetName: 'FW-01' }),
        password('pw3', 'Old thing', { archived: true }),
        password('pw4', 'Safe', { vaulted: true }),
      ],
      complete: true,
      fetchedAt: Date.now(),
    });
  world.answers['credentialEntry.save'] = (body) => ok(credential({ name: body.name }));
});

/** The first choice of an administrator. */
const everyOne = 'All organizationsChoose at each use, among every password that this API key sees';

describe('a new credential entry', () => {
  it('goes from key to organization to password to saved, and leads on to a session', async () => {
    open('#/credential/new');
    expect((await screen.findByLabelText<HTMLSelectElement>('API key')).value).toBe(apiKey.id);
    expect(await screen.findByText('2 organizations, read 4 minutes ago.')).toBeTruthy();
    await choose('Organization', 'NWT');
    await screen.findByText('4 passwords, read just now.');
    await choose('Password', 'readonly');
    expect(field('Name').value).toBe('Northwind – Firewall admin');
    fireEvent.click(screen.getByText('Save'));
    expect(await screen.findByText('“Northwind – Firewall admin” was added.')).toBeTruthy();
    expect(screen.getByText('Next: link it to a website session').getAttribute('href')).toBe('#/session/new');
    expect(bodiesOf('credentialEntry.save')).toEqual([
      {
        entryId: null,
        rev: null,
        name: 'Northwind – Firewall admin',
        apiKeyId: 'key1',
        organizationId: 'org1',
        selection: { mode: 'password', passwordId: 'pw2' },
        permissions: { view: true, viewPassword: false, edit: false },
        folderId: null,
        inheritsPermissions: false,
      },
    ]);
  });

  it('starts with a password that was found in the popup, and saves nothing before Save', async () => {
    open('#/credential/new/key1/org1/pw2');
    await waitFor(() => expect(field('Name').value).toBe('Northwind – Firewall admin'));
    expect(field('Organization').value).toBe('Northwind');
    expect(field('Password').value).toBe('Firewall admin');
    expect(bodiesOf('credentialEntry.save')).toEqual([]);
    fireEvent.click(screen.getByText('Save'));
    await screen.findByText('“Northwind – Firewall admin” was added.');
    expect(bodiesOf('credentialEntry.save')).toMatchObject([
      {
        entryId: null,
        apiKeyId: 'key1',
        organizationId: 'org1',
        selection: { mode: 'password', passwordId: 'pw2' },
        permissions: { view: true, viewPassword: false, edit: false },
      },
    ]);
  });

  it.each(['pw3', 'pw9'])('says where that password (%s) is not to be had any more', async (id) => {
    open(`#/credential/new/key1/org1/${id}`);
    await screen.findByText(/This password no longer exists in IT Glue/);
    expect(screen.queryByText('Save')).toBeNull();
    fireEvent.click(screen.getByText('Start with an empty form'));
    await waitFor(() => expect(field('Name').value).toBe(''));
  });

  it('tells organizations and passwords of one name apart, and leaves archived ones out', async () => {
    open('#/credential/new');
    await screen.findByText(/2 organizations/);
    fireEvent.click(field('Organization'));
    expect(rowsShown().map((option) => option.textContent)).toEqual([
      everyOne,
      'NorthwindNWT · Active',
      'NorthwindNWT-OLD · Inactive',
    ]);
    await choose('Organization', 'NWT');
    await screen.findByText(/4 passwords/);
    fireEvent.click(field('Password'));
    const rows = rowsShown().map((option) => option.textContent ?? '');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/Restricted.*admin · Network/);
    expect(rows[1]).toMatch(/readonly · FW-01/);
    expect(rows[2]).toMatch(/Vaulted/);
  });

  it('keeps a name that the person gave', async () => {
    open('#/credential/new');
    await screen.findByText(/2 organizations/);
    fireEvent.input(field('Name'), { target: { value: 'My own name' } });
    await choose('Organization', 'NWT');
    expect(field('Name').value).toBe('My own name');
  });

  it('asks IT Glue anew at Refresh', async () => {
    open('#/credential/new');
    fireEvent.click(await screen.findByLabelText('Refresh organizations'));
    await waitFor(() => expect(bodiesOf('organizations.list').map(({ refresh }) => refresh)).toEqual([false, true]));
  });

  it('never shows the organizations of a key that is no longer chosen', async () => {
    holding({}, [apiKey, { ...apiKey, id: asId('key2'), name: 'Second' }]);
    const late: (() => void)[] = [];
    world.answers['organizations.list'] = ({ apiKeyId }) => {
      const answer = ok({ rows: [organization(apiKeyId, `Seen by ${apiKeyId}`, 'X')], complete: true, fetchedAt: 0 });
      return apiKeyId === 'key1' ? new Promise((done) => late.push(() => done(answer))) : answer;
    };
    open('#/credential/new');
    const keys = await screen.findByLabelText('API key');
    fireEvent.change(keys, { target: { value: 'key1' } });
    await waitFor(() => expect(late).toHaveLength(1));
    fireEvent.change(keys, { target: { value: 'key2' } });
    await screen.findByText(/1 organizations?, read/);
    for (const answer of late) answer();
    fireEvent.click(field('Organization'));
    await screen.findByRole('listbox', { name: 'Organization' });
    expect(rowsShown().map((row) => row.textContent)).toEqual([everyOne, 'Seen by key2X · Active']);
  });

  it('says when IT Glue had more than could be read', async () => {
    world.answers['organizations.list'] = () => ok({ rows: [], complete: false, fetchedAt: Date.now() });
    open('#/credential/new');
    expect(await screen.findByText(/this list is not complete/)).toBeTruthy();
  });

  it('says what is missing where it is missing, and asks nothing of the worker', async () => {
    open('#/credential/new');
    await screen.findByText(/2 organizations/);
    await choose('Organization', 'NWT');
    fireEvent.click(screen.getByText('Save'));
    expect(await screen.findByText('Choose a password, or turn on Always prompt with list.')).toBeTruthy();
    expect(document.activeElement).toBe(field('Password'));
    expect(bodiesOf('credentialEntry.save')).toEqual([]);
  });

  it('warns that Always prompt opens a whole organization, and saves it without a password', async () => {
    open('#/credential/new');
    await screen.findByText(/2 organizations/);
    await choose('Organization', 'NWT');
    fireEvent.click(screen.getByLabelText('Always prompt with list'));
    const warning = (await screen.findByText('This opens a whole organization.')).parentElement;
    expect(warning?.textContent).toMatch(/any password of Northwind .*restricted ones included/);
    expect(screen.queryByLabelText('Password')).toBeNull();
    fireEvent.click(screen.getByText('Save'));
    await waitFor(() =>
      expect(bodiesOf('credentialEntry.save')[0]?.selection).toEqual({ mode: 'always-prompt', passwordId: null }),
    );
  });

  it('without any API key leads to saving one, and finds what was typed again', async () => {
    holding({}, []);
    open('#/credential/new');
    fireEvent.input(await screen.findByLabelText('Name'), { target: { value: 'Kept' } });
    expect(screen.getByText('Save an API key…').getAttribute('href')).toBe('#/keys/new');
    location.hash = '#/keys/new';
    await screen.findByText('Test connection');
    location.hash = '#/credential/new';
    await screen.findByRole('heading', { name: 'New credential entry' });
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('Kept');
  });
});

describe('saving that fails', () => {
  async function saveWith(failure: Parameters<typeof refuse>[0]) {
    holding({ entries: [credential()] });
    world.answers['credentialEntry.save'] = () => refuse(failure);
    open('#/credential/cred1');
    fireEvent.input(await screen.findByLabelText('Name'), { target: { value: 'Typed' } });
    fireEvent.click(screen.getByText('Save'));
  }

  it('keeps everything and says sentence and next step', async () => {
    await saveWith({ code: 'offline' });
    expect(await screen.findByText('IT Glue cannot be reached from this device.')).toBeTruthy();
    expect(screen.getByText(/^This needs the network: check the connection, VPN or proxy\./)).toBeTruthy();
    expect(field('Name').value).toBe('Typed');
  });

  it('puts the focus into the field that is wrong', async () => {
    await saveWith({ code: 'invalid-input', field: 'name' });
    await waitFor(() => expect(document.activeElement).toBe(field('Name')));
  });

  it('because of another window keeps the text and loads the saved version only when asked', async () => {
    await saveWith({ code: 'entry-changed' });
    expect(await screen.findByText('This entry was changed in another window.')).toBeTruthy();
    expect(field('Name').value).toBe('Typed');
    holding({ entries: [credential({ rev: 4, name: 'Of the other window' })] });
    fireEvent.click(screen.getByText('Load the saved version'));
    await waitFor(() => expect(field('Name').value).toBe('Of the other window'));
    expect(screen.queryByText('This entry was changed in another window.')).toBeNull();
  });
});

describe('an existing credential entry', () => {
  it('is saved under its id and revision, with changed permissions', async () => {
    holding({ entries: [credential()] });
    open('#/credential/cred1');
    fireEvent.click(await screen.findByLabelText('View password'));
    fireEvent.click(screen.getByText('Save'));
    await waitFor(() =>
      expect(bodiesOf('credentialEntry.save')[0]).toMatchObject({
        entryId: 'cred1',
        rev: 3,
        permissions: { view: true, viewPassword: true, edit: false },
      }),
    );
  });

  it('whose password is gone from the organization says so', async () => {
    const selection = {
      mode: 'password',
      passwordId: asId<'password'>('gone'),
      passwordName: 'Was',
      username: null,
    } as const;
    holding({ entries: [credential({ selection })] });
    open('#/credential/cred1');
    expect(await screen.findByText(/is not in the organization any more/)).toBeTruthy();
    expect(field('Password').value).toBe('Was');
  });

  it('without Edit is shown, says why, and offers nothing to change', async () => {
    holding({ entries: [credential({ rights: { view: true, viewPassword: false, edit: false } })] });
    open('#/credential/cred1', unlocked('technician'));
    expect(await screen.findByText(/its permissions do not give you Edit/)).toBeTruthy();
    expect(screen.getByText('Firewall admin')).toBeTruthy();
    expect(screen.queryByText('Save')).toBeNull();
    for (const box of screen.getAllByRole<HTMLInputElement>('switch')) expect(box.disabled).toBe(true);
    expect(bodiesOf('organizations.list')).toEqual([]);
  });

  it('that is gone leads back', async () => {
    open('#/credential/cred1');
    expect(await screen.findByText(/This entry is not here any more/)).toBeTruthy();
  });
});

describe('the limits of the permissions (SR-54)', () => {
  it('stand open beside the switches', async () => {
    open('#/credential/new');
    const limits = (await screen.findByText('What these permissions can do, and what they cannot')).closest('details');
    expect(limits?.open).toBe(true);
    const text = within(limits as HTMLElement).getAllByText(/./, { selector: 'p' });
    expect(text.map((part) => part.textContent)).toMatchInlineSnapshot(`
      [
        "The API key is on this device. Whoever can use it can, with effort, take it out of the browser, and a filled password can be read in the page. So View, View password and Edit are controls against accident and curiosity, not against somebody determined.",
        "What does enforce them is a gateway in front of IT Glue: the API key stays on a server of yours, which decides per technician. Short of that, give each technician an API key of their own, without Password Access where it is not needed, and revoke it in IT Glue when they leave.",
        "Guesses at the passphrase are slowed down here, but not on a stolen copy of the profile: there only its length protects. Locking forgets the keys; no software can promise that memory is wiped.",
      ]
    `);
  });
});

describe('Ask for a reason or ticket number', () => {
  const asking = () => screen.findByLabelText<HTMLInputElement>('Ask for a reason or ticket number');

  it('is set by the switch, at once', async () => {
    const entry = credential({ rev: 3 });
    holding({ entries: [entry] });
    world.answers['credentialEntry.setAsksReason'] = ({ asks }) => {
      const changed = { ...entry, asksReason: asks, rev: 4 };
      holding({ entries: [changed] });
      return ok(changed);
    };
    open(`#/credential/${entry.id}`);
    expect((await asking()).checked).toBe(false);
    fireEvent.click(await asking());
    await waitFor(async () => expect((await asking()).checked).toBe(true));
    expect(bodiesOf('credentialEntry.setAsksReason')).toEqual([{ entryId: entry.id, rev: 3, asks: true }]);
  });

  it('is shown to a technician who may edit the entry, and cannot be switched', async () => {
    const entry = credential({ asksReason: true, rights: { view: true, viewPassword: true, edit: true } });
    holding({ entries: [entry] });
    open(`#/credential/${entry.id}`, unlocked('technician'));
    expect(await asking()).toMatchObject({ checked: true, disabled: true });
  });
});
