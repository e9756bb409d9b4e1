import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionReport, StepVerdict } from '../../src/domain/connection.ts';
import type { Failure } from '../../src/domain/failure.ts';
import { asId } from '../../src/domain/ids.ts';
import type { IndexState } from '../../src/domain/index-state.ts';
import type { EntryVerdict } from '../../src/domain/key-health.ts';
import { ok } from '../../src/domain/result.ts';
import {
  apiKey,
  bodiesOf,
  credential,
  holding,
  open,
  organization,
  refuse,
  type,
  unlocked,
  world,
} from './options-world.tsx';

const key = 'ITG.0123456789abcdefghijklmnopqrstuv';

function report(verdicts: readonly StepVerdict[], failure: Failure | null = null): ConnectionReport {
  const [reachable = 'unknown', keyAccepted = 'unknown', metadata = 'unknown', passwordValues = 'unknown'] = verdicts;
  return { steps: { reachable, keyAccepted, metadata, passwordValues }, failure, organizations: failure ? null : 12 };
}

async function openNew(): Promise<void> {
  open('#/keys/new');
  await screen.findByLabelText('API key');
}

/** The report as a person reads it: step and verdict. */
const steps = (): readonly string[] =>
  Array.from(document.querySelectorAll('[aria-label="Connection report"] li'), (row) => row.textContent ?? '');

beforeEach(() => holding({}, [apiKey]));

describe('a new API key', () => {
  it('takes its region from a pasted address of IT Glue', async () => {
    await openNew();
    const region = screen.getByLabelText<HTMLSelectElement>('Region');
    expect(region.value).toBe('us');
    type('Your IT Glue address (optional)', 'https://acme.eu.itglue.com/1/passwords');
    expect(await screen.findByText('That is the region Europe (EU).')).toBeTruthy();
    expect(region.value).toBe('eu');
    type('Your IT Glue address (optional)', 'https://acme.example');
    expect(await screen.findByText(/This is not an address of IT Glue/)).toBeTruthy();
  });

  it('is typed into a hidden field, and says when it does not look like one', async () => {
    await openNew();
    expect(screen.getByLabelText('API key').getAttribute('type')).toBe('password');
    type('API key', 'hello');
    expect(await screen.findByText(/does not look like an IT Glue key/)).toBeTruthy();
    type('API key', ` "${key}" `);
    await waitFor(() => expect(screen.queryByText(/does not look like an IT Glue key/)).toBeNull());
  });

  it('is only tested at Test connection, step by step', async () => {
    world.answers['apiKey.set'] = () =>
      ok({ saved: null, report: report(['yes', 'no', 'unknown', 'unknown'], { code: 'key-not-accepted' }) });
    await openNew();
    type('API key', ` ${key}\n`);
    fireEvent.click(screen.getByText('Test connection'));
    await screen.findByText(/IT Glue does not accept the API key/);
    expect(steps()).toEqual([
      'IT Glue reachableYes',
      'API key acceptedNo',
      'Organizations and password names readableNot tried',
      'Password values readable (Password Access)Not tried',
    ]);
    expect(bodiesOf('apiKey.set')).toEqual([{ apiKeyId: null, name: 'IT Glue', region: 'us', key, save: 'never' }]);
    expect(screen.queryByText('Save without testing')).toBeNull();
  });

  it('is saved when IT Glue takes it, leads on, and is nowhere in the page afterwards', async () => {
    world.answers['apiKey.set'] = () => ok({ saved: apiKey, report: report(['yes', 'yes', 'yes', 'yes']) });
    await openNew();
    type('API key', key);
    fireEvent.click(screen.getByText('Save'));
    expect(await screen.findByText('“Helpdesk key” was saved. IT Glue accepts it.')).toBeTruthy();
    expect(screen.getByText('Next: make a credential entry').getAttribute('href')).toBe('#/credential/new');
    expect(bodiesOf('apiKey.set')[0]?.save).toBe('if-accepted');
    expect(document.documentElement.outerHTML).not.toContain(key);
    location.hash = '#/keys/new';
    expect((await screen.findByLabelText<HTMLInputElement>('API key')).value).toBe('');
  });

  it('says after saving that Password Access is missing', async () => {
    const withoutValues = report(['yes', 'yes', 'yes', 'no'], { code: 'no-password-access' });
    world.answers['apiKey.set'] = () => ok({ saved: apiKey, report: withoutValues });
    await openNew();
    type('API key', key);
    fireEvent.click(screen.getByText('Save'));
    expect(await screen.findByText(/turn on Password Access/)).toBeTruthy();
  });

  it('can be saved without a test when IT Glue cannot be reached', async () => {
    world.answers['apiKey.set'] = ({ save }) =>
      ok({ saved: save === 'anyway' ? apiKey : null, report: report(['no'], { code: 'offline' }) });
    await openNew();
    type('API key', key);
    fireEvent.click(screen.getByText('Save'));
    fireEvent.click(await screen.findByText('Save without testing'));
    expect(await screen.findByText(/was saved. It has not been tested yet/)).toBeTruthy();
    expect(bodiesOf('apiKey.set').map(({ save }) => save)).toEqual(['if-accepted', 'anyway']);
  });

  it('forgets the report when another key or region is typed', async () => {
    world.answers['apiKey.set'] = () => ok({ saved: null, report: report(['no'], { code: 'offline' }) });
    await openNew();
    type('API key', key);
    fireEvent.click(screen.getByText('Test connection'));
    await screen.findByText('Save without testing');
    type('API key', `${key}x`);
    await waitFor(() => expect(screen.queryByText('Save without testing')).toBeNull());
    expect(steps()).toEqual([]);
  });

  it('has to be there before anything is asked', async () => {
    await openNew();
    fireEvent.click(screen.getByText('Save'));
    expect(await screen.findByText('Paste the API key here.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('API key'));
    expect(bodiesOf('apiKey.set')).toEqual([]);
  });
});

describe('saved API keys', () => {
  const day = 86_400_000;

  it('are listed with region and age, and with a warning in its last fourteen days', async () => {
    holding({}, [apiKey, { ...apiKey, id: 'old' as never, name: 'Old', lastSuccessAt: Date.now() - 76 * day - 1000 }]);
    open('#/keys');
    const list = within(await screen.findByRole('list', { name: 'Saved API keys' }));
    const [fresh, old] = list.getAllByRole('listitem');
    expect(fresh?.textContent).toMatch(/Helpdesk key.*Europe \(EU\).*last used 1 minute ago/);
    expect(fresh?.textContent).not.toMatch(/revokes/);
    expect(old?.textContent).toMatch(/IT Glue revokes it in 14 days without use/);
  });

  it('none yet: lead to the first', async () => {
    holding({}, []);
    open('#/keys');
    expect((await screen.findByText('Next: save an IT Glue API key')).getAttribute('href')).toBe('#/keys/new');
  });

  it('are tested as they are', async () => {
    world.answers['apiKey.test'] = () => ok(report(['yes', 'yes', 'yes', 'yes']));
    open('#/keys/key1');
    fireEvent.click(await screen.findByText('Test connection'));
    await screen.findByText('This key sees 12 organizations.');
    expect(steps().every((step) => step.endsWith('Yes'))).toBe(true);
    expect(bodiesOf('apiKey.test')).toEqual([{ apiKeyId: 'key1' }]);
  });

  it('are replaced under the same id, so that all entries go on', async () => {
    world.answers['apiKey.set'] = () => ok({ saved: apiKey, report: report(['yes', 'yes', 'yes', 'yes']) });
    open('#/keys/key1');
    expect(await screen.findByText(/All entries that use this key go on with the new one/)).toBeTruthy();
    type('New API key', key);
    fireEvent.click(screen.getByRole('button', { name: 'Replace key' }));
    expect(await screen.findByText('“Helpdesk key” was replaced. IT Glue accepts it.')).toBeTruthy();
    expect(bodiesOf('apiKey.set')).toEqual([
      { apiKeyId: 'key1', name: 'Helpdesk key', region: 'eu', key, save: 'if-accepted' },
    ]);
  });

  it('are not deleted while entries use them: those are named', async () => {
    world.answers['apiKey.delete'] = () => refuse({ code: 'api-key-in-use', entries: ['Firewall', 'Portal'] });
    open('#/keys/key1');
    fireEvent.click(await screen.findByText('Delete API key…'));
    expect(bodiesOf('apiKey.delete')).toEqual([]);
    fireEvent.click(screen.getByText('Delete for good'));
    expect(await screen.findByText('Entries still use this API key: Firewall, Portal.')).toBeTruthy();
  });

  it('are an administrator’s: a technician only sees them', async () => {
    open('#/keys/key1', unlocked('technician'));
    expect(await screen.findByText('API key: Helpdesk key')).toBeTruthy();
    expect(screen.queryByText('Test connection')).toBeNull();
    expect(screen.queryByText('Replace key')).toBeNull();
  });
});

describe('what search knows of a key', () => {
  const state: IndexState = {
    apiKeyId: apiKey.id,
    coverage: 'partial',
    passwords: 2512,
    organizations: 40,
    excluded: [asId('org1')],
    syncing: null,
    syncedAt: Date.now() - 180_000,
    fullSyncedAt: null,
    waitSeconds: 0,
    requestsSent: 21,
    failure: null,
  };
  beforeEach(() => {
    const rows = [organization('org1', 'Northwind', 'NWD'), organization('org2', 'Contoso', 'CON')];
    world.answers['index.state'] = () => ok([state]);
    world.answers['organizations.list'] = () => ok({ rows, complete: true, fetchedAt: Date.now() });
    world.answers['index.exclude'] = ({ organizationIds }) => ok([{ ...state, excluded: organizationIds }]);
  });

  it('says how much, how fresh and that it is not all', async () => {
    open(`#/keys/${apiKey.id}`);
    await screen.findByText('Synced 3 min ago, in part');
    screen.getByText(/2,512 passwords of 40 organizations\..*search may miss something/);
  });

  it('says how much of the shared limit this browser used and leaves, and how long it waits', async () => {
    open(`#/keys/${apiKey.id}`);
    await screen.findByText(
      '21 requests to IT Glue in the last 5 minutes: of the 600 that this browser takes of IT Glue’s 3,000, 579 are left.',
    );
    cleanup();
    world.answers['index.state'] = () => ok([{ ...state, requestsSent: 1, waitSeconds: 12 }]);
    open(`#/keys/${apiKey.id}`);
    await screen.findByText(/^1 request to IT Glue .*599 are left\. Reading waits 12 s, so that others can ask\.$/);
  });

  it('lets an organization in again, and leaves another out', async () => {
    open(`#/keys/${apiKey.id}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Let in Northwind' }));
    await screen.findByText('Northwind is read again with the next sync.');
    screen.getByText('No organization is left out.');
    const field = screen.getByLabelText('Leave out an organization');
    fireEvent.focus(field);
    fireEvent.input(field, { target: { value: 'cont' } });
    fireEvent.click(await screen.findByRole('option', { name: /Contoso/ }));
    await screen.findByText('Contoso is left out from now on.');
    fireEvent.click(screen.getByText('Undo'));
    await screen.findByText('No organization is left out.');
    expect(bodiesOf('index.exclude')).toEqual([
      { apiKeyId: apiKey.id, organizationIds: [] },
      { apiKeyId: apiKey.id, organizationIds: ['org2'] },
      { apiKeyId: apiKey.id, organizationIds: [] },
    ]);
  });

  it('says what kept it from being changed, and shows what still holds', async () => {
    world.answers['index.exclude'] = () => refuse({ code: 'storage-failed' });
    open(`#/keys/${apiKey.id}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Let in Northwind' }));
    await screen.findByText(/could not save or read/);
    screen.getByRole('button', { name: 'Let in Northwind' });
  });

  it('is not a technician’s to see or change', async () => {
    open(`#/keys/${apiKey.id}`, unlocked('technician'));
    await screen.findByText(/Europe/);
    expect(screen.queryByText('Search index')).toBeNull();
  });
});

describe('checking the entries of a key', () => {
  it('asks for each in turn, puts first what does not work, and tells what is left to do in IT Glue', async () => {
    const entries = ['a', 'b', 'c'].map((id) => credential({ id: asId(id), name: `Entry ${id}` }));
    holding({ entries: [...entries, credential({ id: asId('other'), apiKeyId: asId('another') })] }, [
      { ...apiKey, replacedAt: Date.now() },
    ]);
    const verdicts: Readonly<Record<string, EntryVerdict>> = { a: 'works', b: 'gone', c: 'no-access' };
    world.answers['credentialEntry.check'] = ({ entryId }) =>
      ok({ verdict: verdicts[entryId] ?? 'untold', failure: null });
    open(`#/keys/${apiKey.id}/check`);
    expect(await screen.findByText('1 of 3 entries work.')).toBeTruthy();
    const rows = screen.getAllByRole('listitem').filter((row) => row.classList.contains('entry-row'));
    expect(rows.map((row) => row.querySelector('.badge')?.textContent)).toEqual([
      'Password gone',
      'No access',
      'Works',
    ]);
    expect(bodiesOf('credentialEntry.check')).toEqual([{ entryId: 'a' }, { entryId: 'b' }, { entryId: 'c' }]);
    expect(screen.getByText('Delete the old key in IT Glue')).toBeTruthy();
  });

  it('stops where the next would end the same way, and goes on at Try again', async () => {
    holding({ entries: [credential(), credential({ id: asId('b') })] });
    world.answers['credentialEntry.check'] = () => ok({ verdict: 'untold', failure: { code: 'offline' } });
    open(`#/keys/${apiKey.id}/check`);
    await screen.findByText(/network/);
    expect(bodiesOf('credentialEntry.check')).toHaveLength(1);
    world.answers['credentialEntry.check'] = () => ok({ verdict: 'works', failure: null });
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText('2 of 2 entries work.')).toBeTruthy();
  });
});
