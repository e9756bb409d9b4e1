import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import { bodiesOf, credential, holding, open, refuse, session, type, unlocked, world } from './options-world.tsx';

const field = (label: string) => screen.getByLabelText(label) as HTMLInputElement;

async function openNew(): Promise<void> {
  open('#/session/new');
  await screen.findByLabelText('Host');
}

beforeEach(() => {
  holding({ entries: [credential()] });
  world.answers['sessionEntry.save'] = (body) => ok(session({ name: body.name }));
});

describe('the Host', () => {
  it('shows the one origin that it stands for while it is typed', async () => {
    await openNew();
    type('Host', ' Portal.Example:443/login#top');
    expect((await screen.findByText('https://portal.example')).tagName).toBe('CODE');
    type('Host', 'portal.example:8443');
    expect(await screen.findByText('https://portal.example:8443')).toBeTruthy();
  });

  it('shows letters of other scripts as what the browser makes of them', async () => {
    await openNew();
    type('Host', 'pаypal.com');
    expect(await screen.findByText('https://xn--pypal-4ve.com')).toBeTruthy();
    expect(screen.getByText(/international form/)).toBeTruthy();
  });

  it.each([
    ['https://admin:secret@portal.example', /holds a user name or a password/],
    ['ftp://portal.example', /Only https and http addresses/],
    ['portal.example.', /ends with a dot/],
    ['127.1', /written in a short form/],
  ])('%s is refused with a sentence', async (host, sentence) => {
    await openNew();
    type('Host', host);
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('that is missing is said at Add, and nothing is asked of the browser', async () => {
    await openNew();
    type('Name', 'Portal');
    fireEvent.click(screen.getByText('Add'));
    expect(await screen.findByText(/No Host was typed/)).toBeTruthy();
    expect(document.activeElement).toBe(field('Host'));
    expect(world.log.filter((line) => /permissions|save/.test(line))).toEqual([]);
  });
});

describe('a variable in the Host', () => {
  const host = 'https://{organization.shortName}.example.com/';

  it('shows the one origin that it stands for, and asks the browser for that one', async () => {
    holding({ entries: [credential({ organizationShortName: 'NWT' })] });
    await openNew();
    type('Name', 'Portal');
    type('Host', host);
    expect((await screen.findByText('https://nwt.example.com')).tagName).toBe('CODE');
    world.log = [];
    fireEvent.click(screen.getByText('Add'));
    expect(world.log).toEqual(['permissions.request https://nwt.example.com/*']);
    await screen.findByText(/“Portal” was added/);
    expect(bodiesOf('sessionEntry.save')[0]?.host).toBe(host.trim());
  });

  it('is refused where the organization has no such short name, and nothing is asked of the browser', async () => {
    holding({ entries: [credential({ organizationShortName: 'evil.com/' })] });
    await openNew();
    type('Name', 'Portal');
    type('Host', host);
    await screen.findByText(/no short name in IT Glue that can stand in this address/);
    world.log = [];
    fireEvent.click(screen.getByText('Add'));
    expect(world.log.filter((line) => /permissions|save/.test(line))).toEqual([]);
  });

  it('is shown as it was typed when the session is opened again', async () => {
    const saved = session({
      hostTemplate: host,
      startUrl: 'https://nwt.example.com/',
      origin: 'https://nwt.example.com',
    });
    holding({ entries: [credential({ organizationShortName: 'NWT' }), saved] });
    open(`#/session/${saved.id}`);
    await waitFor(() => expect(field('Host').value).toBe(host));
  });

  it('is none for further sign-in origins', async () => {
    await openNew();
    fireEvent.click(screen.getByText('Add a sign-in origin'));
    fireEvent.input(await screen.findByLabelText('Sign-in origin 1'), { target: { value: host } });
    type('Name', 'Portal');
    type('Host', 'portal.example');
    fireEvent.click(screen.getByText('Add'));
    await screen.findByText(/Variables stand only in the Host/);
  });
});

describe('plain http', () => {
  it('is offered only once it is typed, with a warning for a private network', async () => {
    await openNew();
    type('Host', '192.168.4.2');
    expect(screen.queryByLabelText('Allow plain http')).toBeNull();
    type('Host', 'http://192.168.4.2');
    fireEvent.click(await screen.findByLabelText('Allow plain http'));
    expect(await screen.findByText('http://192.168.4.2')).toBeTruthy();
    expect(screen.getByText(/anybody in the same network can read the password/)).toBeTruthy();
  });

  it('has a stronger warning for the internet', async () => {
    await openNew();
    type('Host', 'http://portal.example');
    fireEvent.click(await screen.findByLabelText('Allow plain http'));
    expect(await screen.findByText('This site is on the internet.')).toBeTruthy();
  });
});

describe('adding a website session', () => {
  async function fillIn(): Promise<void> {
    await openNew();
    type('Name', 'Portal');
    type('Host', 'portal.example/login');
    fireEvent.click(screen.getByText('Add a sign-in origin'));
    fireEvent.input(await screen.findByLabelText('Sign-in origin 1'), { target: { value: 'login.example' } });
  }

  it('asks the browser for its sites within the click, before the worker is asked', async () => {
    await fillIn();
    world.log = [];
    fireEvent.click(screen.getByText('Add'));
    expect(world.log).toEqual(['permissions.request https://portal.example/* https://login.example/*']);
    expect(await screen.findByText(/“Portal” was added/)).toBeTruthy();
    expect(bodiesOf('sessionEntry.save')).toEqual([
      {
        entryId: null,
        rev: null,
        name: 'Portal',
        host: 'portal.example/login',
        signInHosts: ['login.example'],
        credentialEntryId: 'cred1',
        inheritsCredential: false,
        folderId: null,
        inheritsPermissions: false,
        allowHttp: false,
        autoSubmit: false,
        sameOriginFrames: false,
        httpAuth: false,
        openIn: 'tab',
      },
    ]);
  });

  it('saves it also when access was refused, says what that means, and asks again at Allow access', async () => {
    await fillIn();
    world.grant = () => Promise.resolve(false);
    const saved = session({ name: 'Portal', missingSites: ['https://portal.example'] });
    world.answers['sessionEntry.save'] = () => {
      holding({ entries: [credential(), saved] });
      return ok(saved);
    };
    fireEvent.click(screen.getByText('Add'));
    expect(await screen.findByText('Launching will not be able to fill until access is allowed')).toBeTruthy();
    expect(screen.getByText('“Portal” was added.')).toBeTruthy();
    fireEvent.click(screen.getByText('Allow access'));
    expect(await screen.findByText(/The browser did not allow it/)).toBeTruthy();
    world.grant = () => Promise.resolve(true);
    holding({ entries: [credential(), { ...saved, missingSites: [] }] });
    world.log = [];
    fireEvent.click(screen.getByText('Allow access'));
    expect(world.log).toEqual(['permissions.request https://portal.example/*']);
    await waitFor(() => expect(screen.queryByText('Allow access')).toBeNull());
  });

  it('goes on when the browser throws instead of answering', async () => {
    await fillIn();
    world.grant = () => Promise.reject(new Error('not now'));
    fireEvent.click(screen.getByText('Add'));
    expect(await screen.findByText(/“Portal” was added/)).toBeTruthy();
  });

  it('leaves out sign-in origins that were removed or never filled in', async () => {
    await fillIn();
    fireEvent.click(screen.getByText('Add a sign-in origin'));
    await screen.findByLabelText('Sign-in origin 2');
    fireEvent.click(screen.getByLabelText('Remove sign-in origin 1'));
    await waitFor(() => expect(field('Sign-in origin 1').value).toBe(''));
    fireEvent.click(screen.getByText('Add'));
    await waitFor(() => expect(bodiesOf('sessionEntry.save')[0]?.signInHosts).toEqual([]));
  });

  it('says which sign-in origin is no address', async () => {
    await fillIn();
    type('Sign-in origin 1', 'not an address');
    fireEvent.click(screen.getByText('Add'));
    expect(await screen.findByText(/This is not a web address/)).toBeTruthy();
    expect(document.activeElement).toBe(field('Sign-in origin 1'));
    expect(bodiesOf('sessionEntry.save')).toEqual([]);
  });

  it('links to one of several credential entries, or to none', async () => {
    const other = credential({ id: asId('cred2'), name: 'Other', organizationName: 'Contoso' });
    holding({ entries: [credential(), other] });
    await openNew();
    const box = field('Credentials: Linked (vault)');
    expect(box.value).toBe('');
    fireEvent.click(box);
    const options = within(await screen.findByRole('listbox')).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      'Northwind firewallNorthwind · Firewall admin (admin)',
      'OtherContoso · Firewall admin (admin)',
    ]);
    fireEvent.click(options[1] as HTMLElement);
    type('Name', 'Portal');
    type('Host', 'portal.example');
    fireEvent.click(screen.getByText('Add'));
    await waitFor(() => expect(bodiesOf('sessionEntry.save')[0]?.credentialEntryId).toBe('cred2'));
    fireEvent.change(field('Credentials'), { target: { value: 'none' } });
    expect(screen.getByText('Launching only opens the site')).toBeTruthy();
    fireEvent.click(screen.getByText('Add'));
    await waitFor(() => expect(bodiesOf('sessionEntry.save')[1]?.credentialEntryId).toBeNull());
  });

  it('keeps what was typed when it cannot be saved', async () => {
    await fillIn();
    world.answers['sessionEntry.save'] = () => refuse({ code: 'storage-failed' });
    fireEvent.click(screen.getByText('Add'));
    expect(await screen.findByText('The browser could not save or read its data.')).toBeTruthy();
    expect(field('Host').value).toBe('portal.example/login');
  });
});

describe('an existing website session', () => {
  it('is updated under its id and revision; Auto submit is off until switched on', async () => {
    holding({ entries: [credential(), session()] });
    open('#/session/sess1');
    const auto = await screen.findByLabelText<HTMLInputElement>('Auto submit');
    expect(auto.checked).toBe(false);
    fireEvent.click(auto);
    fireEvent.click(screen.getByText('Update'));
    expect(await screen.findByText(/“Firewall” was updated/)).toBeTruthy();
    expect(bodiesOf('sessionEntry.save')[0]).toMatchObject({ entryId: 'sess1', rev: 2, autoSubmit: true });
  });

  it('whose credential entry was deleted says so', async () => {
    holding({ entries: [session()] });
    open('#/session/sess1');
    expect(await screen.findByText(/The linked credential entry was deleted/)).toBeTruthy();
  });

  it('without Edit cannot be changed, and says why', async () => {
    holding({ entries: [credential(), session({ rights: { view: true, viewPassword: false, edit: false } })] });
    open('#/session/sess1', unlocked('technician'));
    expect(await screen.findByText(/does not give you Edit/)).toBeTruthy();
    expect(field('Host').disabled).toBe(true);
    expect(screen.queryByText('Update')).toBeNull();
  });
});
