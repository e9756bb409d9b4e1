import { screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PackInUse } from '../../src/domain/pack.ts';
import { ok } from '../../src/domain/result.ts';
import { failureText } from '../../src/ui/failure-text.ts';
import { apiKey, bodiesOf, credential, holding, open, session, unlocked, world } from './options-world.tsx';
import { pack, works } from './pack-in-use.ts';

const ofPack = 'This vault came with a pack and has no administrator on this device; a newer pack changes it.';

/** Where a technician finds something to be an administrator's, and what is said of it where there is one. */
const places: readonly (readonly [hash: string, besideAdministrator: string])[] = [
  ['#/packs', 'Unlock with an administrator passphrase.'],
  ['#/keys', 'Only an administrator adds, tests or replaces API keys.'],
  ['#/keys/new', 'Only an administrator saves API keys.'],
  [`#/keys/${apiKey.id}/domains`, 'Only an administrator may do this.'],
  ['#/credential/new', 'Only an administrator makes new entries.'],
  ['#/session/new', 'Only an administrator makes new entries.'],
  ['#/remote/new/rdp', 'Only an administrator makes new entries.'],
  ['#/folder/new', 'Only an administrator makes and changes folders.'],
  ['#/credential/cred1', 'Ask the administrator of this vault.'],
  ['#/session/sess1', 'Ask the administrator of this vault.'],
];

const said = (): string => document.querySelector('main')?.textContent ?? '';

beforeEach(() => {
  const rights = { view: true, viewPassword: false, edit: false };
  holding({ entries: [credential({ rights }), session({ rights })] });
  world.answers['settings.get'] = () => ok({ idleMinutes: 15, capHours: 8 });
});

describe('a technician is told who changes what', () => {
  it.each(places)('at %s beside an administrator: %s', async (hash, besideAdministrator) => {
    works(null);
    open(hash, unlocked('technician'));
    await waitFor(() => expect(said()).toContain(besideAdministrator));
    expect(said()).not.toContain(ofPack);
  });

  it.each(places)('at %s in the vault of a pack, which has no administrator to turn to', async (hash, notHere) => {
    works(pack);
    open(hash, unlocked('technician'));
    await waitFor(() => expect(said()).toContain(ofPack));
    expect(said()).not.toContain(notHere);
  });

  const settings: readonly (readonly [string, PackInUse | null, RegExp])[] = [
    [
      'beside an administrator',
      null,
      /^You unlocked with the technician passphrase.*The rest is the administrator’s\.$/,
    ],
    ['in the vault of a pack', pack, /^This vault came with a pack.*passphrase, a newer pack changes the rest\.$/],
  ];

  it.each(settings)('under Settings, %s', async (_where, inUse, sentence) => {
    works(inUse);
    open('#/settings', unlocked('technician'));
    await screen.findByText(sentence);
    for (const [, , other] of settings) if (other !== sentence) expect(screen.queryByText(other)).toBeNull();
  });

  it('an administrator, nothing of it', async () => {
    works(null);
    open('#/settings');
    await screen.findByRole('region', { name: 'Technician passphrase' });
    expect(said()).not.toMatch(/You unlocked with|came with a pack/);
  });

  it('by a refusal, for a vault with and one without', () => {
    const { nextStep } = failureText({ code: 'administrator-only' });
    expect(nextStep).toContain('the administrator’s passphrase');
    expect(nextStep).toContain('a vault that came with a pack has none');
    expect(failureText({ code: 'not-allowed', right: 'edit' }).nextStep).toBe('Ask your administrator to allow it.');
  });
});

describe('the page Settings', () => {
  it.each([['a pack', pack] as const, ['an administrator', null] as const])(
    'of %s is drawn once what it needs is known, and then whole',
    async (_whose, inUse) => {
      works(inUse);
      world.answers['settings.get'] = () => new Promise(() => undefined);
      open('#/settings', unlocked(inUse === null ? 'administrator' : 'technician'));
      await screen.findByText('Reading the vault…');
      expect(screen.queryByText('Locking')).toBeNull();
      expect(document.querySelectorAll('main section, main form')).toHaveLength(0);
    },
  );

  it('has what grows by itself at its end', async () => {
    works(pack);
    open('#/settings', unlocked('technician'));
    await screen.findByText(/What was got on this device/);
    const sections = [...document.querySelectorAll('main section')];
    expect(sections.at(-1)?.textContent).toContain('What was got on this device');
    expect(bodiesOf('audit.stretch')).toEqual([]);
  });
});
