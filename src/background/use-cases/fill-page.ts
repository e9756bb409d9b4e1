import { fillOrigins } from '../../domain/entry.ts';
import { fetchingLifetimeMs, intentLifetimeMs } from '../../domain/fill.ts';
import { rememberedFor } from '../../domain/remembered-password.ts';
import type { Result } from '../../domain/result.ts';
import { fail, ok } from '../../domain/result.ts';
import { clientOf, isOtherClient } from '../../domain/tab-client.ts';
import type { OutcomeRecord, RequestOf } from '../../messaging/contract.ts';
import { fillChoice, type LinkedSession } from '../fill-subject.ts';
import type { LiveFills } from '../live-fills.ts';
import type { Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { waitingAim } from '../waiting-aim.ts';
import { workingFor } from '../working-for.ts';
import { openIntent } from './fill.ts';
import { injectFor } from './inject-for.ts';

/** Fills the page in front and answers how it ended. */
async function fillPage(
  ports: Ports,
  live: LiveFills,
  request: RequestOf<'page.fill'>,
): Promise<Result<OutcomeRecord>> {
  const front = await ports.pages.front();
  if (front === null || front.tabId !== request.tabId) return fail({ code: 'tab-closed' });
  const { origin } = front;
  if (origin === null) return fail({ code: 'page-not-fillable' });
  const client = await workingFor(ports, front.tabId);
  const known = (linked: LinkedSession) => rememberedFor(linked, origin, client)?.passwordId ?? null;
  const choice = await fillChoice(ports, request.entryId, request.passwordId, known);
  if (!choice.ok) return choice;
  if (!fillOrigins(choice.value.session).includes(origin)) return fail({ code: 'no-linked-session', origin });
  const { credential } = choice.value;
  if (request.otherClient !== true && isOtherClient(client, credential))
    return fail({ code: 'other-client', organizationName: client.organizationName, by: client.by });
  const aim = request.intoField === true ? await waitingAim(ports, front.tabId) : null;
  if (request.intoField === true && aim === null) return fail({ code: 'intent-expired' });
  await ports.session.removeWaitingAim(front.tabId);
  const intent = await openIntent(ports, 'front', front.tabId, choice.value, aim);
  const ended = live.end(intent.nonce, intentLifetimeMs.front + fetchingLifetimeMs);
  await injectFor(ports, live, front.tabId);
  const end = (await ended) ?? { failure: { code: 'intent-expired' } };
  if ('outcome' in end && 'roles' in end.outcome) await ports.session.setTabClient(front.tabId, clientOf(credential));
  return ok({ end, entryName: choice.value.session.name, at: ports.now() });
}

export const createFillPage =
  (live: LiveFills): UseCase<'page.fill'> =>
  (ports, request) =>
    fillPage(ports, live, request);
