import browser from 'webextension-polyfill';
import { aimPortName } from '../domain/field-aim-port-name.ts';
import { fieldPortName } from '../domain/field-port-name.ts';
import { fillPortName } from '../domain/fill-port-name.ts';
import { explanationPortName } from '../domain/form-explanation-port.ts';
import type { Asker } from '../domain/request-budget.ts';
import type { Result } from '../domain/result.ts';
import type { CommandName, RequestOf } from '../messaging/contract.ts';
import { type Dispatch, listen } from '../messaging/server.ts';
import { alarms, onAlarm } from './adapters/alarms.ts';
import { createAuditRecords } from './adapters/audit-records.ts';
import { listenToChallenges } from './adapters/auth-requests.ts';
import { createBudgetMemory } from './adapters/budget-memory.ts';
import { chooserPath, chooserWindow, onChooserClosed } from './adapters/chooser-window.ts';
import { cipher } from './adapters/cipher.ts';
import { clipboardPortName, createClipboard } from './adapters/clipboard.ts';
import { createExplanationPort } from './adapters/explanation-port.ts';
import { createFieldPort } from './adapters/field-port.ts';
import { createFillPort } from './adapters/fill-port.ts';
import { hostAccess } from './adapters/host-access.ts';
import { createIndexRecords } from './adapters/index-records.ts';
import { isolation } from './adapters/isolation.ts';
import { createItGlue } from './adapters/it-glue.ts';
import { createIndexSource } from './adapters/it-glue-index.ts';
import { kdf } from './adapters/kdf.ts';
import { createListCache } from './adapters/list-cache.ts';
import { createLoadedIndexes } from './adapters/loaded-indexes.ts';
import { createManagedPolicy } from './adapters/managed-policy.ts';
import { createOpenedRecords } from './adapters/opened-records.ts';
import { pages } from './adapters/pages.ts';
import { patientArea } from './adapters/patient-area.ts';
import { createRecords } from './adapters/records.ts';
import { createRequestBudget } from './adapters/request-budget.ts';
import { createSessionMemory } from './adapters/session-memory.ts';
import { sha256 } from './adapters/sha256.ts';
import { signing } from './adapters/signing.ts';
import { tellPages } from './adapters/vault-news.ts';
import { inTime } from './adapters/within.ts';
import { addressBar } from './address-bar.ts';
import { auditedItGlue, noteCommand } from './audit/audited.ts';
import { createAudit } from './audit/create-audit.ts';
import { forgetLists } from './cached-list.ts';
import { chosenInMenu } from './chosen-in-menu.ts';
import { clearClipboard } from './clear-clipboard.ts';
import { passGate } from './gate.ts';
import { scheduleSync, syncDue } from './index/sync-due.ts';
import { createLiveChallenges } from './live-challenges.ts';
import { createLiveFills } from './live-fills.ts';
import { menus } from './menus.ts';
import { packedPolicy } from './pack/packed-policy.ts';
import { policedIndexSource, policedItGlue } from './policed-it-glue.ts';
import type { Ports } from './ports.ts';
import { createSealedStore } from './sealed-store.ts';
import type { UseCase } from './use-case.ts';
import { enterLaunch } from './use-cases/enter-launch.ts';
import { serveExplanationPort } from './use-cases/explain-page.ts';
import { serveFillPort } from './use-cases/fill.ts';
import { fillFront } from './use-cases/fill-front.ts';
import { frontMatches } from './use-cases/front-matches.ts';
import { injectFor } from './use-cases/inject-for.ts';
import { serveFieldPort } from './use-cases/keep-field.ts';
import { endChallenge, meetChallenge } from './use-cases/meet-challenge.ts';
import { nudgeAfterMs, nudgeLaunch } from './use-cases/nudge-launch.ts';
import { resumeFills } from './use-cases/resume-fills.ts';
import { suggestLaunches } from './use-cases/suggest-launches.ts';
import { sweepIntents } from './use-cases/sweep-intents.ts';
import { createUseCases } from './use-cases.ts';
import { createVaultDoor } from './vault-door.ts';

const now = () => Date.now();
const lateCheckMs = 60_000;
const clipboard = createClipboard();
const world = { now, online: () => navigator.onLine };
const budget = createRequestBudget(now, Math.random, createBudgetMemory(browser.storage.session));
const fetchFor = (asker: Asker) => budget.fetchFor(asker, (input, init) => fetch(input, init));
const session = createSessionMemory(patientArea(browser.storage.session));
const lists = createListCache();
const loadedIndexes = createLoadedIndexes();
const managed = createManagedPolicy(
  {
    get: () => inTime(browser.storage.managed.get()),
    onChanged: (changed) =>
      browser.storage.onChanged.addListener((_changes, area) => {
        if (area === 'managed') changed();
      }),
  },
  () => {
    forgetLists(lists);
    loadedIndexes.clear();
  },
);
const policy = packedPolicy(managed, { session, now });
const audit = createAudit({ cipher, session, now, policy, auditRecords: createAuditRecords(), hash: sha256 });
const base = {
  policy,
  now,
  audit,
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  records: createRecords(),
  cipher,
  kdf,
  session,
  // A value that a policy then drops has come from IT Glue all the same, and is written down.
  itGlue: policedItGlue(auditedItGlue(createItGlue({ ...world, fetch: fetchFor('person') }), audit), policy),
  indexSource: policedIndexSource(
    createIndexSource({
      person: { ...world, fetch: fetchFor('person') },
      background: { ...world, fetch: fetchFor('background') },
    }),
    policy,
  ),
  indexRecords: createIndexRecords(),
  loadedIndexes,
  budget,
  lists,
  opened: createOpenedRecords(),
  pages,
  hosts: hostAccess,
  chooser: chooserWindow,
  alarms,
  clipboard,
  signing,
  isolation,
};
const challenges = createLiveChallenges();
function locked(): void {
  challenges.locked();
  tellPages();
  void showMatches();
}
const ports: Ports = { ...base, store: createSealedStore(base), door: createVaultDoor(base, locked) };
const live = createLiveFills();
const useCases = createUseCases(live, challenges);

/** After these there may be something to read that nobody has asked for yet. */
const startsSync: readonly CommandName[] = ['vault.create', 'vault.unlock', 'apiKey.set'];

/** After these the vault may be open for somebody else. A lock says so itself. */
const opensVault: readonly CommandName[] = ['vault.create', 'vault.unlock', 'pack.accept', 'backup.restore'];

/** After these other sessions may be for the page in front. */
const changesMatches: readonly CommandName[] = [
  'vault.create',
  'vault.unlock',
  'sessionEntry.save',
  'credentialEntry.save',
  'entry.delete',
  'entry.restore',
  'pack.accept',
  'backup.restore',
];

async function run(command: CommandName, request: unknown): Promise<Result<unknown>> {
  const passed = await passGate(ports, command, request as object);
  if (!passed.ok) return passed;
  // The schema of this very command decoded the request.
  const useCase = useCases[command] as UseCase<CommandName>;
  const answer = await useCase(ports, request as RequestOf<CommandName>, passed.value);
  if (answer.ok && startsSync.includes(command)) void scheduleSync(ports, 'soon');
  return answer;
}

const dispatch: Dispatch = async (command, request) => {
  const answer = await run(command, request);
  await noteCommand(ports, command, request, answer);
  if (changesMatches.includes(command)) void showMatches();
  if (opensVault.includes(command)) tellPages();
  return answer;
};

const root = browser.runtime.getURL('');
listen(
  {
    id: browser.runtime.id,
    origin: root.slice(0, -1),
    build: browser.runtime.getManifest().version,
    pages: ['/src/popup/index.html', '/src/options/index.html', chooserPath],
  },
  dispatch,
);

browser.runtime.onConnect.addListener((port) => {
  const { id } = browser.runtime;
  if (port.name === fillPortName) void serveFillPort(ports, live, createFillPort(port), id);
  else if (port.name === aimPortName) void serveFillPort(ports, live, createFillPort(port), id, true);
  else if (port.name === fieldPortName) void serveFieldPort(ports, createFieldPort(port), id);
  else if (port.name === explanationPortName) void serveExplanationPort(live, createExplanationPort(port), id);
  else if (port.name === clipboardPortName) clipboard.serve(port);
  else port.disconnect();
});
const registeredLate = listenToChallenges({
  meet: (challenge) => meetChallenge(ports, challenges, challenge),
  end: (requestId, accepted) => endChallenge(ports, challenges, requestId, accepted),
  grantedLate: () => ports.alarms.set('http-auth', ports.now() + lateCheckMs),
});
onChooserClosed(challenges.windowClosed);
browser.tabs.onUpdated.addListener((tabId, change) => {
  if (change.status === 'complete') void Promise.all([injectFor(ports, live, tabId), showMatches()]);
  else if (change.status === 'loading') setTimeout(() => void nudgeLaunch(ports, live, tabId), nudgeAfterMs);
});
browser.tabs.onRemoved.addListener((tabId) => void ports.session.forgetTab(tabId));
browser.windows.onRemoved.addListener((windowId) => void ports.session.removePin(windowId));
browser.idle.onStateChanged.addListener((state) => {
  if (state === 'locked') void ports.door.lock();
});
browser.commands.onCommand.addListener((command) => {
  if (command === 'fill-page') void fillFront(ports, live, {});
  if (command === 'lock-vault') void ports.door.lock();
});
addressBar({
  suggest: (typed) => suggestLaunches(ports, typed),
  enter: (text) => enterLaunch(ports, live, text),
});
const showInMenu = menus(
  (click) => chosenInMenu(ports, live, (command, body) => dispatch(command, body) as Promise<never>, click),
  () => frontMatches(ports),
);

/** The toolbar button's number and the right-click menu follow the page in front, the lock, the entries and the browser's grants. */
async function showMatches(): Promise<void> {
  const front = await frontMatches(ports);
  await showInMenu(front);
  if (front.locked) await pages.clearCounts();
  else if (front.tabId !== null) await pages.showCount(front.tabId, front.matches);
}
for (const event of [browser.tabs.onActivated, browser.permissions.onAdded, browser.permissions.onRemoved])
  event.addListener(() => void showMatches());
browser.windows.onFocusChanged.addListener(() => void showMatches());
onAlarm({
  lock: async () => void (await ports.door.role()),
  clipboard: () => clearClipboard(ports),
  intents: () => sweepIntents(ports, live),
  'http-auth': async () => {
    if (registeredLate()) await ports.alarms.set('http-auth', ports.now() + lateCheckMs);
  },
  sync: () => syncDue(ports),
});
void resumeFills(ports, live);
// What every command waits for is on its way before the first one has come. What fails here fails there again, and is said.
void Promise.allSettled([session.unlocked(), policy.read(), ports.records.header()]);
