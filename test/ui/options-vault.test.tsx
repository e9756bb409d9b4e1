import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { vaultNewsChannel } from '../../src/domain/vault-news-channel.ts';
import { newSessionDraft } from '../../src/options/session-draft.ts';
import {
  absent,
  bodiesOf,
  credential,
  holding,
  locked,
  open,
  refuse,
  session,
  type,
  unlocked,
  world,
} from './options-world.tsx';

describe('creating the vault', () => {
  it('says that a forgotten passphrase is lost, and refuses one that is too short', async () => {
    open('#/', absent);
    expect(await screen.findByText('A forgotten passphrase cannot be recovered.')).toBeTruthy();
    type('Passphrase', 'short');
    fireEvent.click(screen.getByText('Create vault'));
    expect(await screen.findByText('Use at least 12 characters.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'));
    expect(bodiesOf('vault.create')).toEqual([]);
  });

  it('refuses a repeat that differs', async () => {
    open('#/', absent);
    await screen.findByText('Create your vault');
    type('Passphrase', 'correct horse battery');
    type('Repeat the passphrase', 'correct horse batterie');
    fireEvent.click(screen.getByText('Create vault'));
    expect(await screen.findByText(/The two are not the same/)).toBeTruthy();
    expect(bodiesOf('vault.create')).toEqual([]);
  });

  it('shows a generated five-word phrase to write down, and wants it typed again', async () => {
    open('#/', absent);
    fireEvent.click(await screen.findByText('Generate a five-word phrase'));
    await screen.findByText('Another phrase');
    const phrase = (screen.getByLabelText('Passphrase') as HTMLInputElement).value;
    expect(phrase.split(' ')).toHaveLength(5);
    expect(document.querySelector('.phrase-words')?.textContent?.trim()).toBe(phrase);
    expect((screen.getByLabelText('Repeat the passphrase') as HTMLInputElement).value).toBe('');
  });

  it('creates it with what was typed, tells of the work meanwhile, and leads on to the API key', async () => {
    let finish = (): void => undefined;
    world.answers['vault.create'] = () =>
      new Promise((done) => {
        finish = () => done(ok(unlocked()));
      });
    holding({}, []);
    open('#/', absent);
    await screen.findByText('Create your vault');
    type('Passphrase', 'correct horse battery');
    type('Repeat the passphrase', 'correct horse battery');
    fireEvent.click(screen.getByText('Create vault'));
    expect(await screen.findByText(/Turning your passphrase into a key/)).toBeTruthy();
    finish();
    const next = await screen.findByText('Next: save an IT Glue API key');
    expect(next.getAttribute('href')).toBe('#/keys/new');
    expect(bodiesOf('vault.create')).toEqual([{ passphrase: 'correct horse battery' }]);
  });
});

describe('a locked vault', () => {
  it('says that a passphrase is wrong and opens with the right one', async () => {
    holding({ entries: [credential()] });
    world.answers['vault.unlock'] = ({ passphrase }) =>
      passphrase === 'right' ? ok(unlocked()) : refuse({ code: 'wrong-passphrase', waitSeconds: 0 });
    open('#/', locked);
    await screen.findByText('Vault locked');
    type('Passphrase', 'wrong');
    fireEvent.click(screen.getByText('Unlock'));
    expect(await screen.findByText(/This passphrase does not open the vault/)).toBeTruthy();
    type('Passphrase', 'right');
    fireEvent.click(screen.getByText('Unlock'));
    expect(await screen.findByText('Northwind firewall')).toBeTruthy();
  });

  it('is erased only after the word was typed', async () => {
    world.answers['vault.erase'] = () => ok(absent);
    open('#/', locked);
    fireEvent.click(await screen.findByText(/Forgot the passphrase/));
    fireEvent.click(screen.getByText('Erase this vault'));
    expect(await screen.findByText('Type the word erase here first.')).toBeTruthy();
    expect(bodiesOf('vault.erase')).toEqual([]);
    type('Type “erase” to confirm', 'erase');
    fireEvent.click(screen.getByText('Erase this vault'));
    expect(await screen.findByText('Create your vault')).toBeTruthy();
  });

  it('that cannot be read offers to start over', async () => {
    open('#/', locked);
    world.answers['vault.status'] = () => refuse({ code: 'vault-damaged', records: [] });
    fireEvent(window, new Event('focus'));
    expect(await screen.findByText('The vault is damaged on disk.')).toBeTruthy();
    expect(screen.getByText('Erase this vault')).toBeTruthy();
  });
});

describe('a page that stands open', () => {
  const news = () => {
    const channel = new BroadcastChannel(vaultNewsChannel);
    channel.postMessage(null);
    channel.close();
  };

  it('follows when another role unlocks elsewhere, with its entries and its drafts', async () => {
    const typed = (name: string) => [
      { place: 'session #/session/new', text: JSON.stringify({ ...newSessionDraft(null, null), name }) },
    ];
    holding({ entries: [credential({ name: 'For administrators' })] });
    world.answers['draft.list'] = () => ok(typed('of the administrator'));
    open('#/');
    expect(await screen.findByText('For administrators')).toBeTruthy();
    holding({
      entries: [credential({ name: 'For technicians', rights: { view: true, viewPassword: false, edit: false } })],
    });
    world.answers['draft.list'] = () => ok(typed('of the technician'));
    world.answers['vault.status'] = () => ok(unlocked('technician'));
    news();
    expect(await screen.findByText('For technicians')).toBeTruthy();
    expect(screen.queryByText('For administrators')).toBeNull();
    expect(screen.queryByText('New entry')).toBeNull();
    world.answers['vault.status'] = () => ok(unlocked());
    news();
    expect(await screen.findByText('New entry')).toBeTruthy();
    location.hash = '#/session/new';
    // What the administrator has now is what the worker says.
    expect(((await screen.findByLabelText('Name')) as HTMLInputElement).value).toBe('of the technician');
  });

  it('shows a lock from elsewhere at once', async () => {
    holding({ entries: [credential()] });
    open('#/');
    await screen.findByText('Northwind firewall');
    world.answers['vault.status'] = () => ok(locked);
    news();
    expect(await screen.findByText('Vault locked')).toBeTruthy();
  });

  it('has told what was typed before it locks the vault itself, and between any two signs', async () => {
    holding({ entries: [credential(), session()] });
    const waiting: (() => void)[] = [];
    world.answers['draft.keep'] = () => new Promise((resolve) => waiting.push(() => resolve(ok({}))));
    world.answers['vault.lock'] = () => ok(locked);
    const told = () => bodiesOf('draft.keep').map(({ text }) => (JSON.parse(text ?? '{}') as { name: string }).name);
    open('#/session/sess1');
    await screen.findByLabelText('Host');
    type('Name', 'F');
    expect(told()).toEqual(['F']);
    type('Name', 'Fi');
    type('Name', 'Fin');
    fireEvent.click(screen.getByText('Lock now'));
    expect(bodiesOf('vault.lock')).toEqual([]);
    waiting.shift()?.();
    await waitFor(() => expect(told()).toEqual(['F', 'Fin']));
    expect(bodiesOf('vault.lock')).toEqual([]);
    waiting.shift()?.();
    expect(await screen.findByText('Vault locked')).toBeTruthy();
    expect(bodiesOf('vault.lock')).toHaveLength(1);
  });
});

describe('a vault that locks while something is typed', () => {
  async function lockWhileTyping() {
    holding({ entries: [credential(), session()] });
    open('#/session/sess1');
    await screen.findByLabelText('Host');
    type('Name', 'Typed before the lock');
    world.answers['sessionEntry.save'] = () => refuse({ code: 'locked' });
    world.answers['vault.status'] = () => ok(locked);
    fireEvent.click(screen.getByText('Update'));
    await screen.findByText('Vault locked');
  }

  const unlockAs = async (status: ReturnType<typeof unlocked>) => {
    world.answers['vault.unlock'] = () => ok(status);
    type('Passphrase', 'any passphrase');
    fireEvent.click(screen.getByText('Unlock'));
    return (await screen.findByLabelText('Name')) as HTMLInputElement;
  };

  it('comes back to the same place with what was typed', async () => {
    await lockWhileTyping();
    expect(screen.queryByLabelText('Host')).toBeNull();
    expect((await unlockAs(unlocked())).value).toBe('Typed before the lock');
  });

  it('shows it to nobody who unlocks with another role', async () => {
    await lockWhileTyping();
    expect((await unlockAs(unlocked('technician'))).value).toBe('Firewall');
  });
});

describe('what was typed into a page that was closed', () => {
  const kept = { ...newSessionDraft(null, null), name: 'Typed last time', host: 'portal.example' };

  it('stands in its form again, says so, and goes at Discard', async () => {
    holding({ entries: [] });
    world.answers['draft.list'] = () => ok([{ place: 'session #/session/new', text: JSON.stringify(kept) }]);
    world.answers['draft.keep'] = () => ok({});
    open('#/session/new');
    const name = (await screen.findByLabelText('Name')) as HTMLInputElement;
    expect(name.value).toBe('Typed last time');
    expect(screen.getByText('Unsaved changes were kept.')).toBeTruthy();
    fireEvent.click(screen.getByText('Discard'));
    expect(name.value).toBe('');
    expect(screen.queryByText('Unsaved changes were kept.')).toBeNull();
    await waitFor(() => expect(bodiesOf('draft.keep')).toEqual([{ place: 'session #/session/new', text: null }]));
  });

  it('comes back at Undo after it was discarded, also when the form was left in between', async () => {
    holding({ entries: [] });
    world.answers['draft.list'] = () => ok([{ place: 'session #/session/new', text: JSON.stringify(kept) }]);
    world.answers['draft.keep'] = () => ok({});
    open('#/session/new');
    fireEvent.click(await screen.findByText('Cancel'));
    await screen.findByRole('heading', { level: 1, name: 'Entries' });
    location.hash = '#/session/new';
    expect(await screen.findByText('Your changes were discarded.')).toBeTruthy();
    const name = screen.getByLabelText('Name') as HTMLInputElement;
    expect(name.value).toBe('');
    fireEvent.click(screen.getByText('Undo'));
    expect(name.value).toBe('Typed last time');
    await waitFor(() => expect(JSON.stringify(bodiesOf('draft.keep').at(-1))).toContain('Typed last time'));
  });

  it('is left alone where it is of another form, or no text of a form', async () => {
    holding({ entries: [] });
    world.answers['draft.list'] = () =>
      ok([
        { place: 'session #/session/new', text: '{"name":"of an older form"}' },
        { place: 'credential #/credential/new', text: 'not JSON' },
      ]);
    open('#/session/new');
    expect(((await screen.findByLabelText('Name')) as HTMLInputElement).value).toBe('');
  });

  it('is told to the vault as it is typed, without the API key', async () => {
    holding({}, []);
    world.answers['draft.list'] = () => ok([]);
    world.answers['draft.keep'] = () => ok({});
    open('#/keys/new');
    await screen.findByLabelText('API key');
    type('API key', 'ITG.a-key-that-stays-in-its-field');
    type('Name', 'Second key');
    await waitFor(() => expect(JSON.stringify(bodiesOf('draft.keep'))).toContain('Second key'));
    expect(JSON.stringify(bodiesOf('draft.keep'))).not.toContain('ITG.');
  });
});

describe('moving about', () => {
  it('puts the focus on the heading of the place that was gone to', async () => {
    holding({});
    open('#/');
    await screen.findByRole('heading', { level: 1, name: 'Entries' });
    location.hash = '#/keys';
    const heading = await screen.findByRole('heading', { level: 1, name: 'API keys' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('API keys – Linked Vault');
  });

  it('locks at a click', async () => {
    holding({});
    world.answers['vault.lock'] = () => ok(locked);
    open('#/settings');
    fireEvent.click(await screen.findByText('Lock now'));
    expect(await screen.findByText('Vault locked')).toBeTruthy();
  });
});
