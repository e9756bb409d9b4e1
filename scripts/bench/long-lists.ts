import type { EntryId } from '../../src/domain/ids.ts';
import type { Tab } from '../../test/browser/surface.ts';
import { type Desk, optionsPath } from '../../test/e2e/desk.ts';
import { progress } from './progress.ts';
import { tenths } from './statistics.ts';

const entries = 1_000;
const records = 50_000;
const together = 25;

/** Milliseconds in the options page of a real browser, each measured once. */
export interface LongLists {
  /** From the page's start to its first rows, with 1,000 entries in one folder. */
  readonly treeShownMs: number;
  /** From the key End to the last row in view. */
  readonly treeEndMs: number;
  /** From the page's start to the newest rows of 50,000 records. */
  readonly auditShownMs: number;
  /** From the page's start to the word that all of them were checked. */
  readonly auditCheckedMs: number;
  /** From a word typed into the search to what fits it. */
  readonly auditSearchMs: number;
  readonly auditRecords: number;
}

async function sessionsIn(desk: Desk): Promise<readonly EntryId[]> {
  const place = { name: 'Northwind Dental Group', parentId: null, credentialEntryId: null, permissions: null };
  const folder = await desk.ask('folder.save', { folderId: null, rev: null, ...place });
  const ids: EntryId[] = [];
  for (let done = 0; done < entries; done += together) {
    progress(`entries: ${done} of ${entries}`);
    const saved = await Promise.all(
      Array.from({ length: together }, (_, at) =>
        desk.ask('sessionEntry.save', {
          entryId: null,
          rev: null,
          name: `Session ${String(done + at).padStart(4, '0')}`,
          host: `host-${done + at}.northwind.example`,
          signInHosts: [],
          credentialEntryId: null,
          allowHttp: false,
          autoSubmit: false,
          sameOriginFrames: false,
          httpAuth: false,
          folderId: folder.id,
        }),
      ),
    );
    ids.push(...saved.map(({ id }) => id));
  }
  return ids;
}

/** Deleting and restoring all of them leaves a record for each, time after time. */
async function fillAudit(desk: Desk, entryIds: readonly EntryId[]): Promise<void> {
  for (let noted = entries; noted < records; noted += 2 * entries) {
    progress(`audit: ${noted} of ${records} records`);
    await desk.ask('entries.delete', { entryIds });
    await desk.ask('entries.restore', { entryIds });
  }
}

/** Runs in the page: how long until something is to be seen, from now or from the start of the page. */
async function untilSeen(selector: string, text: string, fromStart: boolean): Promise<number> {
  const start = fromStart ? 0 : performance.now();
  const seen = (): boolean =>
    Array.from(document.querySelectorAll(selector)).some((one) => (one.textContent ?? '').includes(text));
  while (!seen()) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}

/** Runs in the page: presses End on the tree and waits for its last row. */
async function endOfTree(last: string): Promise<number> {
  const start = performance.now();
  const tree = document.querySelector<HTMLElement>('[role=treegrid]');
  tree?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
  const rows = () => Array.from(document.querySelectorAll('.tree-row'), (one) => one.textContent ?? '');
  while (!rows().some((text) => text.includes(last))) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}

/** Runs in the page: types into the search of the audit and waits until all that is in view fits. */
async function searchAudit(words: string): Promise<number> {
  const start = performance.now();
  const field = document.querySelector<HTMLInputElement>('input[name=auditText]');
  if (field === null) throw new Error('The audit has no search.');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const rows = () => Array.from(document.querySelectorAll('.audit-row'), (one) => one.textContent ?? '');
  while (rows().length === 0 || !rows().every((text) => text.includes(words))) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}

const opened = (desk: Desk, hash: string): Promise<Tab> => desk.browser.openExtensionPage(`${optionsPath}${hash}`);

/** 1,000 entries in one folder, and a full audit, as a person has them in front. */
export async function longLists(desk: Desk): Promise<LongLists> {
  const ids = await sessionsIn(desk);
  const tree = await opened(desk, '#/');
  const treeShownMs = await tree.evaluate(untilSeen, '.tree-row', 'Northwind Dental Group', true);
  await tree.evaluate(() => document.querySelector<HTMLElement>('[role=treegrid]')?.focus());
  await tree.press('ArrowRight');
  await tree.evaluate(untilSeen, '.tree-row', 'Session 0000', false);
  const treeEndMs = await tree.evaluate(endOfTree, 'Session 0999');
  await tree.close();
  await fillAudit(desk, ids);
  const audit = await opened(desk, '#/audit');
  const auditShownMs = await audit.evaluate(untilSeen, '.audit-row', 'Session', true);
  const auditCheckedMs = await audit.evaluate(untilSeen, 'p[role=status]', 'the chain is whole', true);
  const { kept } = await desk.ask('audit.stretch', { before: null, runs: 1 });
  const auditSearchMs = await audit.evaluate(searchAudit, 'Session 0999');
  return {
    treeShownMs: tenths(treeShownMs),
    treeEndMs: tenths(treeEndMs),
    auditShownMs: tenths(auditShownMs),
    auditCheckedMs: tenths(auditCheckedMs),
    auditSearchMs: tenths(auditSearchMs),
    auditRecords: kept,
  };
}
