import { fillOrigins } from '../../domain/entry.ts';
import type { FieldAim } from '../../domain/field-aim.ts';
import { choicesFor, type FieldChoice } from '../../domain/field-choice.ts';
import {
  type FieldRole,
  type FormReport,
  fetchingLifetimeMs,
  type Intent,
  type IntentSource,
  intentLifetimeMs,
  launchCheckMs,
  portRefusal,
} from '../../domain/fill.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { FillEnd } from '../../messaging/contract.ts';
import { afterFill } from '../after-fill.ts';
import { aimedReport } from '../aimed-report.ts';
import { accessOf, noteSuccess } from '../api-key-access.ts';
import { noteFill } from '../audit/note-fill.ts';
import { freshCode } from '../entry-code.ts';
import { type FillChoice, type FillSubject, intentSubject } from '../fill-subject.ts';
import { type Hints, hintTaken } from '../hint-taken.ts';
import { launchGoesOn, stillWanted } from '../launch-course.ts';
import type { LiveFills } from '../live-fills.ts';
import { newId } from '../new-id.ts';
import type { FillPort, Ports } from '../ports.ts';
import { afterRefusal } from '../remembered-gone.ts';

/** How long the page's script may take for a report, or for an outcome. */
const withinMs = 5_000;

/** The invariants that these lines keep are numbered in `fill.design.md`. */

/** Makes the single-use permission to fill a tab; it replaces an older one of that tab. */
export async function openIntent(
  ports: Ports,
  source: IntentSource,
  tabId: number,
  choice: FillChoice,
  aim: FieldAim | null = null,
): Promise<Intent> {
  const expiresAt = ports.now() + intentLifetimeMs[source];
  const { session, passwordId, organization } = choice;
  const origins = fillOrigins(session).filter((origin) => session.allowHttp || origin.startsWith('https:'));
  const intent: Intent = {
    nonce: newId(ports),
    tabId,
    source,
    sessionEntryId: session.id,
    passwordId,
    organization,
    origins,
    expiresAt,
    documentId: null,
    stage: 'open',
    aim,
  };
  await ports.session.setIntent(intent);
  await ports.alarms.set('intents', source === 'launch' ? ports.now() + launchCheckMs : expiresAt);
  return intent;
}

/**
 * Ends a fill: writes it down before anything else, so that a worker that dies in between ends it once more rather than
 * never; then says it on the toolbar button, in session memory and to whoever waits. What was handed over is in the page
 * by then. `origin`: of the page, in the browser's words; null: it never came to one.
 */
export async function endFill(
  ports: Ports,
  live: LiveFills,
  intent: Intent,
  end: FillEnd,
  keepIntent: boolean,
  origin: string | null = null,
): Promise<void> {
  await noteFill(ports, intent, end, origin);
  if (!keepIntent) await ports.session.removeIntent(intent.tabId);
  const session = await ports.store.get('entry', intent.sessionEntryId);
  const entryName = session.ok && session.value !== null ? session.value.name : '';
  const record = { end, entryName, at: ports.now() };
  await ports.session.setOutcome(intent.tabId, record);
  await ports.pages.showEnd(intent.tabId, record);
  live.announce(intent, end);
}

interface Answer {
  readonly places: Hints;
  readonly username: string | null;
  readonly password: string | null;
  readonly code: string | null;
  readonly extra: string | null;
}

/** What a page takes, and what was chosen for it by hand. */
interface Wanted {
  readonly report: FormReport;
  readonly choices: readonly FieldChoice[];
  /** Whether a form in a frame of the page's own origin may be filled. */
  readonly frames: boolean;
}

/** A code where the entry keeps a seed; a page that asks for more than a code is filled without one. */
async function codeFor(
  ports: Ports,
  { credential }: FillSubject,
  fields: readonly FieldRole[],
): Promise<Result<string | null>> {
  if (credential.code === null && fields.length > 1) return ok(null);
  const code = await freshCode(ports, credential);
  return code.ok ? ok(code.value.expose()) : code;
}

/** Asks IT Glue for just what the form takes: a user name page never makes a password value travel. */
async function fetchFor(
  ports: Ports,
  intent: Intent,
  subject: FillSubject,
  { report: { fields }, choices }: Wanted,
): Promise<Result<Answer>> {
  const access = await accessOf(ports, subject.credential.apiKeyId);
  if (!access.ok) return access;
  const { passwordId } = intent;
  const wantsPassword = fields.includes('password');
  const code = fields.includes('code') ? await codeFor(ports, subject, fields) : ok(null);
  if (!code.ok) return code;
  const extra = fields.includes('extra') ? (choices.find(({ role }) => role === 'extra')?.text ?? null) : null;
  const known = { username: null, password: null, code: code.value, extra, places: [] };
  if (!wantsPassword && !fields.includes('username')) return ok(known);
  const got = wantsPassword
    ? await ports.itGlue.password(access.value, passwordId)
    : await ports.itGlue.passwordSummary(access.value, passwordId);
  if (!got.ok) return got;
  const summary = 'summary' in got.value ? got.value.summary : got.value;
  if (summary.id !== passwordId || summary.organizationId !== subject.credential.organizationId)
    return fail({ code: 'record-moved' });
  if (summary.archived) return fail({ code: 'password-archived' });
  return ok({
    ...known,
    username: fields.includes('username') ? summary.username : null,
    password: 'value' in got.value ? got.value.value.expose() : null,
    places: 'places' in got.value && choices.length === 0 && intent.aim === null ? got.value.places : [],
  });
}

/** The intent as it stands now, if it is still the one that began this fill and may still be used. */
async function stillOpen(ports: Ports, intent: Intent): Promise<Result<Intent>> {
  const now = await ports.session.intent(intent.tabId);
  if (
    now === null ||
    now.nonce !== intent.nonce ||
    now.documentId !== intent.documentId ||
    now.stage !== intent.stage
  ) {
    return fail({ code: 'interrupted' });
  }
  return ports.now() >= now.expiresAt ? fail({ code: 'intent-expired' }) : ok(now);
}

/** A code is the last thing that is sent; after a password only a launch goes on, and only to a code. */
function stageAfter(intent: Intent, { credential }: FillSubject, { password, code }: Answer): Intent['stage'] {
  if (code !== null) return 'committed';
  if (password === null) return intent.stage;
  return intent.source === 'launch' && credential.code !== null ? 'code-only' : 'committed';
}

/** Commit: fetch, check again, hand over. What comes before this has no effect outside the extension. */
async function commit(ports: Ports, port: FillPort, intent: Intent, wanted: Wanted): Promise<FillEnd> {
  const fetching = { ...intent, expiresAt: Math.max(intent.expiresAt, ports.now() + fetchingLifetimeMs) };
  await ports.session.setIntent(fetching);
  const subject = await intentSubject(ports, intent, port.facts.origin);
  if (!subject.ok) return { failure: subject.failure };
  const answer = await fetchFor(ports, intent, subject.value, wanted);
  if (!answer.ok) return { failure: await afterRefusal(ports, intent, answer.failure) };
  const { places, ...values } = answer.value;
  if (!(await hintTaken(port, places, wanted.report))) return { failure: { code: 'interrupted' } };
  const unlocked = await intentSubject(ports, intent, port.facts.origin);
  if (!unlocked.ok) return { failure: unlocked.failure };
  const current = await stillOpen(ports, fetching);
  if (!current.ok) return { failure: current.failure };
  await ports.session.setIntent({ ...current.value, stage: stageAfter(current.value, subject.value, answer.value) });
  if (!port.open) return { outcome: { kind: 'refused', reason: 'changed-during-fill' } };
  port.send({
    type: 'fill',
    ...values,
    expectedOrigin: port.facts.origin ?? '',
    allowedActionOrigins: intent.origins,
    submit: intent.aim === null && subject.value.session.autoSubmit,
  });
  const said = await port.next(withinMs);
  await noteSuccess(ports, subject.value.credential.apiKeyId);
  if (said?.type !== 'outcome') return { failure: { code: 'interrupted' } };
  return afterFill(
    ports,
    { intent, subject: subject.value, origin: port.facts.origin, sentCode: answer.value.code !== null },
    said.outcome,
  );
}

/** What the report alone decides, before IT Glue is asked; null: go on. */
function endOfReport(intent: Intent, { report, frames }: Wanted): FillEnd | null {
  if (report.inOwnFrame && !frames) return { outcome: { kind: 'refused', reason: 'form-in-own-frame' } };
  if (report.refusal !== null) return { outcome: { kind: 'refused', reason: report.refusal } };
  if (report.fields.length === 0) return { outcome: { kind: 'absent' } };
  if (report.actionOrigin !== null && !intent.origins.includes(report.actionOrigin)) {
    return { outcome: { kind: 'refused', reason: 'form-sends-elsewhere' } };
  }
  return null;
}

/** The report of the page; where fields of it were chosen by hand, the one that was made with them. null: none came. */
async function wantedOf(ports: Ports, port: FillPort, intent: Intent): Promise<Wanted | null> {
  if (intent.aim !== null) {
    const report = await aimedReport(port, intent.aim, withinMs);
    return report && { report, choices: [], frames: false };
  }
  const said = await port.next(withinMs);
  if (said?.type !== 'report') return null;
  const session = await ports.store.get('entry', intent.sessionEntryId);
  if (!session.ok || session.value?.kind !== 'session') return { report: said.report, choices: [], frames: false };
  const { fieldChoices, sameOriginFrames: frames } = session.value;
  const choices = choicesFor(fieldChoices, port.facts.url ?? '');
  if (choices.length === 0) return { report: said.report, choices, frames };
  port.send({ type: 'look-at', fields: choices.map(({ role, steps }) => ({ role, steps })) });
  const again = await port.next(withinMs);
  return again?.type === 'report' ? { report: again.report, choices, frames } : null;
}

async function serveReport(ports: Ports, live: LiveFills, port: FillPort, intent: Intent): Promise<void> {
  const wanted = await wantedOf(ports, port, intent);
  if (wanted === null) {
    await endFill(
      ports,
      live,
      intent,
      { failure: { code: 'interrupted' } },
      intent.source === 'launch',
      port.facts.origin,
    );
    return;
  }
  const report = stillWanted(intent, wanted.report);
  if (intent.stage === 'code-only' && report.fields.length === 0) {
    // What was filled stays the last word; the code page may still come.
    if (port.open) port.send({ type: 'watch', forMs: Math.max(intent.expiresAt - ports.now(), 0) });
    return;
  }
  const end = endOfReport(intent, { ...wanted, report }) ?? (await commit(ports, port, intent, { ...wanted, report }));
  const goesOn = launchGoesOn(intent, (await ports.session.intent(intent.tabId))?.stage, end);
  if (port.open)
    port.send(goesOn ? { type: 'watch', forMs: Math.max(intent.expiresAt - ports.now(), 0) } : { type: 'stop' });
  await endFill(ports, live, intent, end, goesOn, port.facts.origin);
}

/** Serves a fill port: the only way by which a password reaches a page. Whoever is not the awaited document is dropped unanswered. */
export async function serveFillPort(
  ports: Ports,
  live: LiveFills,
  port: FillPort,
  extensionId: string,
  aimed = false,
): Promise<void> {
  const { tabId } = port.facts;
  if (tabId === null) return port.close();
  await live.inTurn(tabId, async () => {
    const intent = await ports.session.intent(tabId);
    if (intent === null || intent.stage === 'committed' || ports.now() >= intent.expiresAt) return;
    // One field's script answers for one field's intent, and no other.
    if ((intent.aim !== null) !== aimed) return;
    const refusal = portRefusal(intent, port.facts, extensionId);
    if (refusal === null) return serveReport(ports, live, port, intent);
    if (port.facts.documentId !== intent.documentId) return;
    const end: FillEnd = { outcome: { kind: 'refused', reason: refusal } };
    await endFill(ports, live, intent, end, intent.source === 'launch', port.facts.origin);
  });
  port.close();
}
