import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import type { PackSeries } from '../../src/domain/pack.ts';
import { openPolicy } from '../../src/domain/policy.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { bodiesOf, credential, holding, open, session, world } from './options-world.tsx';

const policy = {
  disableAlwaysPrompt: false,
  disableReveal: true,
  disableCopy: false,
  disableHttp: false,
  lockIdleMinutesMax: 15,
  lockCapHoursMax: 24,
};

const series: PackSeries = {
  packId: 'p1',
  name: 'Night shift',
  version: 3,
  issuedAt: 1,
  expiresAt: 2,
  entryIds: [asId('sess1'), asId('gone')],
  policy,
};

const asked = () => bodiesOf('pack.export');

/** The button, or the switch, of that name. */
async function click(name: string): Promise<void> {
  const found = (await screen.findAllByText(name)).at(-1) ?? (await screen.findByLabelText(name));
  fireEvent.click(found);
}

const type = async (label: string, text: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value: text } });

beforeEach(() => {
  holding({ entries: [credential(), session()] });
  world.answers['pack.list'] = () => ok([series]);
  world.answers['pack.export'] = () => fail({ code: 'storage-failed' });
});

describe('the page of packs', () => {
  it('is drawn once its entries are there, and then whole', async () => {
    world.answers['entries.list'] = () => new Promise(() => undefined);
    open('#/packs');
    await screen.findByText('Reading the vault…');
    expect(screen.queryByText('Make the pack')).toBeNull();
  });

  it('says what is missing, and asks for nothing before', async () => {
    open('#/packs');
    await click('Make the pack');
    expect(await screen.findByText(/Give the pack a name/)).toBeTruthy();
    await type('Name', 'Anna');
    await type('Good for so many days', '0');
    await click('Make the pack');
    expect(await screen.findByText(/Type a number of days/)).toBeTruthy();
    await type('Good for so many days', '30');
    await click('Make the pack');
    expect(await screen.findByText('Choose at least one entry.')).toBeTruthy();
    expect(asked()).toEqual([]);
  });

  it('keeps everything that was entered when the pack could not be made', async () => {
    open('#/packs');
    await type('Name', 'Anna');
    await screen.findByText(/Linked \(vault\)/);
    await click('Choose all');
    await click('Make the pack');
    await screen.findByText('The browser could not save or read its data.');
    expect(asked()[0]).toMatchObject({ packId: null, name: 'Anna', days: 90, entryIds: ['cred1', 'sess1'] });
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Anna');
  });

  it('renews a pack with what it had, without entries that are gone', async () => {
    open('#/packs');
    await screen.findByText('Ended');
    fireEvent.click(await screen.findByRole('button', { name: 'Make a newer version of Night shift' }));
    await click('Make the pack');
    await waitFor(() => expect(asked()).toHaveLength(1));
    expect(asked()[0]).toEqual({ packId: 'p1', name: 'Night shift', days: 90, entryIds: ['sess1'], policy });
  });

  it('warns where a pack opens a whole organization', async () => {
    holding({ entries: [credential({ selection: { mode: 'always-prompt' } }), session()] });
    open('#/packs');
    expect(screen.queryByText(/every password of its organization/)).toBeNull();
    await screen.findByText(/Linked \(vault\)/);
    await click('Choose all');
    expect(await screen.findByText(/every password of its organization/)).toBeTruthy();
    await click('Entries that always prompt with list cannot be used');
    await waitFor(() => expect(screen.queryByText(/every password of its organization/)).toBeNull());
  });

  it('is shut where a policy forbids export', async () => {
    world.answers['policy.get'] = () =>
      ok({ policy: { ...openPolicy, disableExport: true }, managed: ['disableExport'], unreadable: [], pack: null });
    open('#/packs');
    expect(await screen.findByText(/No export, so no packs/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Make the pack' })).toBeNull();
  });
});
