import browser from 'webextension-polyfill';
import type { LaunchSuggestion } from '../domain/launch-suggestions.ts';
import type { Result } from '../domain/result.ts';
import { text } from '../texts/text.ts';

interface AddressBar {
  readonly suggest: (typed: string) => Promise<Result<readonly LaunchSuggestion[]>>;
  readonly enter: (text: string) => Promise<void>;
}

const defaults = {
  unlocked: 'addressBarLaunch',
  locked: 'addressBarLocked',
} as const;

/** The keyword in the address bar: offers sessions, and launches one. Must be called in the worker's first turn. */
export function addressBar({ suggest, enter }: AddressBar): void {
  browser.omnibox.onInputChanged.addListener(async (typed, show) => {
    const found = await suggest(typed);
    const locked = !found.ok && found.failure.code === 'locked';
    browser.omnibox.setDefaultSuggestion({ description: text(defaults[locked ? 'locked' : 'unlocked']) });
    show(found.ok ? found.value.map(({ text: suggested }) => ({ content: suggested, description: suggested })) : []);
  });
  browser.omnibox.onInputEntered.addListener((entered) => void enter(entered));
}
