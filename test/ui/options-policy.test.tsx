import { screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { openPolicy, type Policy, type PolicyKey } from '../../src/domain/policy.ts';
import { ok } from '../../src/domain/result.ts';
import { credential, holding, open, session, world } from './options-world.tsx';

function under(policy: Partial<Policy>, managed: readonly PolicyKey[], unreadable: readonly string[] = []): void {
  world.answers['policy.get'] = () => ok({ policy: { ...openPolicy, ...policy }, managed, unreadable, pack: null });
}

/** A field that says who set it. */
const held = async (label: string) => {
  await screen.findAllByText(/Set by your administrator\./);
  const field = screen.getByLabelText<HTMLInputElement>(label);
  const hint = document.getElementById(field.getAttribute('aria-describedby')?.split(' ')[0] ?? '');
  return { disabled: field.disabled, checked: field.checked, hint: hint?.textContent ?? '' };
};

beforeEach(() => {
  holding({ entries: [credential(), session()] });
  world.answers['settings.get'] = () => ok({ idleMinutes: 5, capHours: 8 });
});

describe('SR-51: what a policy holds is shown as set by the administrator', () => {
  it('on the settings page, with what could not be read', async () => {
    under({ disableHttp: true, lockIdleMinutesMax: 5 }, ['disableHttp', 'lockIdleMinutesMax'], ['disableRevael']);
    open('#/settings');
    const card = within(await screen.findByRole('region', { name: 'Set by your administrator.' }));
    expect(card.getByText('No sessions over plain http')).toBeTruthy();
    expect(card.getByText('disableRevael')).toBeTruthy();
    expect(await screen.findByText('1 to 5 minutes. Set by your administrator.')).toBeTruthy();
  });

  it('nowhere, where nothing is set', async () => {
    under({}, []);
    open('#/settings');
    await screen.findByText('1 to 240 minutes.');
    expect(screen.queryByText(/Set by your administrator/)).toBeNull();
  });

  it('beside View password, which nobody has without reveal and copy', async () => {
    under({ disableReveal: true, disableCopy: true }, ['disableReveal', 'disableCopy']);
    open('#/credential/new');
    const { disabled, checked, hint } = await held('View password');
    expect({ disabled, checked }).toEqual({ disabled: true, checked: false });
    expect(hint).toContain('Set by your administrator.');
  });

  it('beside Always prompt with list', async () => {
    under({ disableAlwaysPrompt: true }, ['disableAlwaysPrompt']);
    open('#/credential/new');
    const { disabled, hint } = await held('Always prompt with list');
    expect(disabled).toBe(true);
    expect(hint).toContain('Set by your administrator.');
  });
});
