import browser from 'webextension-polyfill';
import type { AlarmName, Alarms } from '../ports.ts';

const names: readonly AlarmName[] = ['lock', 'clipboard', 'intents', 'http-auth', 'sync'];

/** Alarms outlive the worker. What they do is also due at the next use, since a sleeping machine rings none. */
export const alarms: Alarms = {
  async set(name, at) {
    await browser.alarms.create(name, { when: at });
  },
};

/** Must be called in the worker's first turn. */
export function onAlarm(rings: Readonly<Record<AlarmName, () => Promise<void>>>): void {
  browser.alarms.onAlarm.addListener(async (alarm) => {
    const name = names.find((known) => known === alarm.name);
    if (name !== undefined) await rings[name]();
  });
}
