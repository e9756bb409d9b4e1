import browser from 'webextension-polyfill';
import type { LaunchSuggestion } from '../domain/launch-suggestions.ts';
import type { Result } from '../domain/result.ts';

interface AddressBar {
  readonly suggest: (typed: string) => Promise<Result<readonly LaunchSuggestion[]>>;
  readonly enter: (text: string) => Promise<void>;
}

const defaults = {
  unlocked: 'Launch a website session of Linked Vault',
  locked: 'Linked Vault is locked: press Enter to unlock it',
} as const;

/** The keyword in the address bar: offers sessions, and launches one. Must be called in the worker's first turn. */
export function addressBar({ suggest, enter }: AddressBar): void {
  browser.omnibox.onInputChanged.addListener(async (typed, show) => {
    const found = await suggest(typed);
    const locked = !found.ok && found.failure.code === 'locked';
    browser.omnibox.setDefaultSuggestion({ description: defaults[locked ? 'locked' : 'unlocked'] });
    show(found.ok ? found.value.map(({ text }) => ({ content: text, description: text })) : []);
  });
  browser.omnibox.onInputEntered.addListener((text) => void enter(text));
}
