import type { EntryId } from '../../src/domain/ids.ts';
import { type Desk, extensionFolder, openDesk } from '../../test/e2e/desk.ts';
import { type AuditCost, auditCost } from './audit-cost.ts';
import type { Peer } from './bench-options.ts';
import { type BundleGzip, bundleGzip } from './bundle-gzip.ts';
import { type GestureToFilled, gestureToFilled } from './gesture-to-filled.ts';
import { type LongLists, longLists } from './long-lists.ts';
import { type PackCost, packCost } from './pack-cost.ts';
import { type PopupInteractive, popupInteractive } from './popup-interactive.ts';
import { progress } from './progress.ts';
import { type ReadingTime, readingTime } from './reading-time.ts';
import { unlinkedPage } from './unlinked-page.ts';
import { unlinkedSite } from './unlinked-site.ts';
import { type UnlockTime, unlockTime } from './unlock-time.ts';

/** Every measurement, or what kept it from being made. */
export interface Measurements {
  readonly unlinked: Awaited<ReturnType<typeof unlinkedPage>> | Error;
  readonly bundle: BundleGzip | Error;
  readonly fill: GestureToFilled | Error;
  readonly popup: PopupInteractive | Error;
  readonly reading: ReadingTime | Error;
  readonly unlock: UnlockTime | Error;
  readonly audit: AuditCost | Error;
  readonly lists: LongLists | Error;
  readonly pack: PackCost | Error;
}

/** One measurement that fails does not take the others with it. */
async function made<T>(name: string, measure: () => T | Promise<T>): Promise<T | Error> {
  progress(`${name} …`);
  try {
    return await measure();
  } catch (reason) {
    return reason instanceof Error ? reason : new Error(String(reason));
  }
}

async function onDesk<T>(work: (desk: Desk, session: EntryId) => Promise<T>): Promise<T> {
  const desk = await openDesk('chromium', { vault: true, sites: [unlinkedSite] });
  try {
    const { sessionId } = await desk.linked({ host: 'portal.northwind.example' });
    return await work(desk, sessionId);
  } finally {
    await desk.close();
  }
}

/** Measures everything, each in a browser of its own, on the extension that lies built in `dist/chrome`. */
export async function runMeasurements(peers: readonly Peer[]): Promise<Measurements> {
  return {
    bundle: await made('bundles', () => bundleGzip(extensionFolder('chromium'))),
    fill: await made('fill', () => onDesk(gestureToFilled)),
    unlock: await made('unlock', () => onDesk(unlockTime)),
    popup: await made('popup', () => onDesk(popupInteractive)),
    reading: await made('reading', readingTime),
    audit: await made('audit', auditCost),
    lists: await made('long lists', () => onDesk(longLists)),
    pack: await made('pack', packCost),
    unlinked: await made('unlinked page', () => onDesk((desk) => unlinkedPage(desk, peers))),
  };
}
