import browser from 'webextension-polyfill';
import type { AlarmName, Alarms } from '../ports.ts';
import { answerWithinMs, within } from './within.ts';

const names: readonly AlarmName[] = ['lock', 'clipboard', 'intents', 'http-auth', 'sync'];

/** Alarms outlive the worker. What they do is also due at the next use, since a sleeping machine rings none. */
export const alarms: Alarms = {
  async set(name, at) {
    // Without an answer the alarm may ring all the same, and what it does is due at the next use.
    await within(answerWithinMs, browser.alarms.create(name, { when: at }));
  },
};

/** Must be called in the worker's first turn. */
export function onAlarm(rings: Readonly<Record<AlarmName, () => Promise<void>>>): void {
  browser.alarms.onAlarm.addListener(async (alarm) => {
    const name = names.find((known) => known === alarm.name);
    if (name !== undefined) await rings[name]();
  });
}
