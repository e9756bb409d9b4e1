import { within } from '../../src/background/adapters/within.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import { codeAt, parseSeed } from '../../src/domain/totp.ts';
import type { OutcomeRecord } from '../../src/messaging/contract.ts';
import { everywhere, sleep } from '../../test/attacks/bench.ts';
import type { BrowserKind } from '../../test/browser/driver.ts';
import { pageOf } from '../../test/browser/page-tab.ts';
import type { Tab } from '../../test/browser/surface.ts';
import { type Desk, openDesk } from '../../test/e2e/desk.ts';
import { type CaseResult, nothingFilled } from './case-result.ts';
import { actionHosts, caseSite, originOf } from './case-site.ts';
import type { FormCase } from './form-case.ts';
import { type Mark, pageMarks } from './page-marks.ts';

const caseWithinMs = 25_000;
const launchWithinMs = 12_000;
const pollMs = 100;
/** The credential entry of a run makes its one-time codes of this. */
const seed = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** A browser with the production extension, one credential, and a website session for every case. */
interface Laboratory {
  readonly desk: Desk;
  readonly markers: { readonly username: string; readonly password: string };
  sessionOf(at: number): Promise<EntryId>;
}

/** What comes in time. The clock stops with it: one left running would keep the whole run from ending. */
async function inTime<T>(ms: number, what: Promise<T>): Promise<T> {
  const come = await within(
    ms,
    what.then((value) => ({ value })),
  );
  if (come === null) throw new Error(`not done within ${ms / 1000} s`);
  return come.value;
}

async function openLaboratory(kind: BrowserKind, cases: readonly FormCase[]): Promise<Laboratory> {
  const desk = await openDesk(kind, { vault: true, sites: [caseSite(cases)] });
  const linked = await desk.linked({ host: 'https://markers.cases.example', granted: false });
  await desk.ask('credentialEntry.setCode', { entryId: linked.credentialId, rev: 1, seed });
  for (const pattern of everywhere) await desk.browser.grantSiteAccess(pattern);
  return {
    desk,
    markers: { username: linked.username ?? '', password: linked.value },
    async sessionOf(at) {
      const formCase = cases[at] as FormCase;
      const { id } = await desk.ask('sessionEntry.save', {
        entryId: null,
        rev: null,
        name: `Case ${at}`,
        host: originOf(formCase, at),
        signInHosts: actionHosts(formCase),
        credentialEntryId: linked.credentialId,
        allowHttp: true,
        autoSubmit: false,
        sameOriginFrames: formCase.frames,
        httpAuth: false,
      });
      return id;
    },
  };
}

const wordOf = ({ end }: OutcomeRecord): string => {
  if ('signInDialog' in end) return 'sign-in-dialog';
  if ('copied' in end) return 'copied';
  if ('failure' in end) return `failure:${end.failure.code}`;
  return end.outcome.kind === 'refused' ? end.outcome.reason : end.outcome.kind;
};

async function fillInFront({ desk }: Laboratory, tab: Tab, entryId: EntryId): Promise<string> {
  await tab.bringToFront();
  const { tabId } = await desk.ask('page.front', {});
  return wordOf(await desk.ask('page.fill', { entryId, passwordId: null, tabId: tabId ?? -1 }));
}

/** A launch goes on looking while a page has nothing to fill: its last word within the time is taken. */
async function fillByLaunch({ desk }: Laboratory, origin: string, entryId: EntryId): Promise<[Tab, string]> {
  await desk.ask('session.launch', { entryId, passwordId: null });
  const tab = await desk.browser.waitForTab((url) => url.startsWith(`${origin}/`));
  let said = 'absent';
  for (const end = Date.now() + launchWithinMs; Date.now() < end && said !== 'filled'; await sleep(pollMs)) {
    const { lastOutcome } = await desk.ask('page.front', {});
    if (lastOutcome !== null) said = wordOf(lastOutcome);
  }
  return [tab, said];
}

/** The codes that a fill of the last minute may have written. */
function codesNow(): readonly string[] {
  const parsed = parseSeed(seed);
  if (typeof parsed === 'string') throw new Error(`the seed of the run is ${parsed}`);
  return [0, 30_000, 60_000].map((ago) => codeAt(parsed, Date.now() - ago).code);
}

/** Where there are fewer boxes than digits, the last one holds the rest. */
const isPart = ({ value }: Mark): boolean => /^\d{1,4}$/.test(value);

/** Whether a code stands in boxes of one digit each. */
const boxesHold = (marks: readonly Mark[], code: string): boolean =>
  marks
    .filter(isPart)
    .map(({ value }) => value)
    .join('')
    .startsWith(code.slice(0, 4));

function resultOf(
  id: string,
  marks: readonly Mark[],
  { markers }: Laboratory,
): Pick<CaseResult, 'id' | 'filled' | 'unseen'> {
  const holding = (text: string) => marks.filter(({ value }) => value.includes(text)).map(({ field }) => field);
  const codes = codesNow();
  const dealt = codes.some((code) => boxesHold(marks, code)) ? marks.filter(isPart) : [];
  const otp = [...marks.filter(({ value }) => codes.includes(value)), ...dealt].map(({ field }) => field);
  const filled = { username: holding(markers.username), password: holding(markers.password), otp };
  const ours = [...filled.username, ...filled.password, ...otp];
  return {
    id,
    filled,
    unseen: marks.filter(({ field, seen }) => !seen && ours.includes(field)).map(({ field }) => field),
  };
}

async function runCase(laboratory: Laboratory, tab: Tab, formCase: FormCase, at: number): Promise<CaseResult> {
  const entryId = await laboratory.sessionOf(at);
  const origin = originOf(formCase, at);
  const launched = formCase.by === 'launch';
  if (!launched) {
    await tab.goto(`${origin}/`);
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
  const start = performance.now();
  const [filledTab, outcome] = launched
    ? await fillByLaunch(laboratory, origin, entryId)
    : ([tab, await fillInFront(laboratory, tab, entryId)] as const);
  const tookMs = performance.now() - start;
  // A page may put back its own state shortly after the fill's events.
  await sleep(formCase.source === 'own' ? 120 : 0);
  const marks = await pageMarks(filledTab);
  if (launched) await filledTab.close();
  return { ...resultOf(formCase.id, marks, laboratory), outcome, tookMs };
}

async function newTab({ desk }: Laboratory): Promise<Tab> {
  const tab = await desk.browser.openTab('about:blank');
  // A page that asks something, or wants to keep the person, must not hold up the run.
  pageOf(tab).on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  return tab;
}

const failed = (id: string, reason: unknown): CaseResult => ({
  id,
  filled: nothingFilled,
  outcome: 'error',
  unseen: [],
  tookMs: 0,
  error: reason instanceof Error ? reason.message : String(reason),
});

/** Fills every case through the extension; a case that cannot be run is told, and the others go on. */
export async function runCases(
  kind: BrowserKind,
  cases: readonly FormCase[],
  done: (result: CaseResult, at: number) => void,
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  let laboratory = await openLaboratory(kind, cases);
  let tab = await newTab(laboratory);
  let restarts = 1;
  for (const [at, formCase] of cases.entries()) {
    const result = await inTime(caseWithinMs, runCase(laboratory, tab, formCase, at)).catch((reason: unknown) =>
      failed(formCase.id, reason),
    );
    results.push(result);
    done(result, at);
    if (result.error === undefined) continue;
    try {
      await inTime(
        5_000,
        tab.close().catch(() => undefined),
      );
      tab = await inTime(5_000, newTab(laboratory));
    } catch (reason) {
      if (restarts === 0) throw reason;
      restarts -= 1;
      await laboratory.desk.close();
      laboratory = await openLaboratory(kind, cases);
      tab = await newTab(laboratory);
    }
  }
  await laboratory.desk.close();
  return results;
}
