import * as v from 'valibot';
import type { Storage } from 'webextension-polyfill';
import type { EntryOrganization } from '../../domain/entry.ts';
import { aimRoles, type FieldAim, type WaitingAim } from '../../domain/field-aim.ts';
import type { FieldPick } from '../../domain/field-pick.ts';
import { fieldRoles, type Intent, intentSources, intentStages } from '../../domain/fill.ts';
import type { AnsweredChallenge } from '../../domain/http-challenge.ts';
import type { EntryId, OrganizationId, PasswordId } from '../../domain/ids.ts';
import type { TabClient } from '../../domain/tab-client.ts';
import type { OutcomeRecord } from '../../messaging/contract.ts';
import { decoded } from '../decoded.ts';
import type { SessionMemory, UnlockedState } from '../ports.ts';
import type { GivenReason } from '../reason-port.ts';
import { grantedLateKey } from './granted-late-key.ts';
import { unlockedMemory } from './unlocked-memory.ts';

const asText = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.transform((text) => text as Id),
  );

const fieldAimShape: v.GenericSchema<unknown, FieldAim> = v.object({
  role: v.picklist(aimRoles),
  target: v.nullable(v.number()),
});

const waitingAimShape: v.GenericSchema<unknown, WaitingAim> = v.object({ aim: fieldAimShape, expiresAt: v.number() });

const organizationShape: v.GenericSchema<unknown, EntryOrganization> = v.object({
  organizationId: asText<OrganizationId>(),
  organizationName: v.string(),
  organizationShortName: v.nullable(v.string()),
  organizationPrimaryDomain: v.exactOptional(v.string()),
});

const intentShape: v.GenericSchema<unknown, Intent> = v.object({
  nonce: v.string(),
  tabId: v.number(),
  source: v.picklist(intentSources),
  sessionEntryId: asText<EntryId>(),
  passwordId: asText<PasswordId>(),
  organization: v.nullable(organizationShape),
  origins: v.array(v.string()),
  expiresAt: v.number(),
  documentId: v.nullable(v.string()),
  stage: v.picklist(intentStages),
  aim: v.nullable(fieldAimShape),
});

const tabClientShape: v.GenericSchema<unknown, TabClient> = v.object({
  organizationId: asText<OrganizationId>(),
  organizationName: v.string(),
});

const fieldPickShape: v.GenericSchema<unknown, FieldPick> = v.object({
  tabId: v.number(),
  sessionEntryId: asText<EntryId>(),
  origins: v.array(v.string()),
  role: v.picklist(fieldRoles),
  text: v.nullable(v.string()),
  documentId: v.string(),
  expiresAt: v.number(),
});

const givenReasonShape: v.GenericSchema<unknown, GivenReason> = v.object({ text: v.string(), until: v.number() });

const answeredShape: v.GenericSchema<unknown, AnsweredChallenge> = v.object({
  requestId: v.string(),
  tabId: v.number(),
  origin: v.string(),
  realm: v.nullable(v.string()),
  at: v.number(),
});

const missedKey = 'audit-missed';

/** What a lock leaves: that the permission came late, how many events the audit missed, and which requests were answered, without saying to whom. */
function outlivesLock(held: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(held).flatMap(([name, value]): [string, unknown][] => {
      if (name === grantedLateKey || name === missedKey) return [[name, value]];
      const answered = name.startsWith('answered:') ? decoded(answeredShape, value) : null;
      return answered === null ? [] : [[name, { ...answered, tabId: -1, origin: '', realm: null }]];
    }),
  );
}

/** What is kept of a tab. */
const tabKinds = ['intent', 'outcome', 'choosing', 'field-pick', 'client', 'aim'] as const;

const pinKey = (windowId: number): string => `pin:${windowId}`;

const key = (kind: (typeof tabKinds)[number], tabId: number): string => `${kind}:${tabId}`;

/** Leaves what outlives a lock. False, and all of it stays, where what is unlocked now is not what was found due. */
async function emptied(
  area: Pick<Storage.StorageArea, 'get' | 'set'>,
  state: ReturnType<typeof unlockedMemory>,
  due: UnlockedState | null,
): Promise<boolean> {
  const there = due === null ? null : await state.unlocked();
  if (there !== null && there.unlockedAt !== due?.unlockedAt) return false;
  const kept = outlivesLock(await area.get(null));
  await state.clear();
  await area.set(kept);
  return true;
}

/** Fields that were right-clicked, one a tab. */
const aimsIn = (
  area: Pick<Storage.StorageArea, 'set' | 'remove'>,
  read: (name: string) => Promise<unknown>,
): Pick<SessionMemory, 'waitingAim' | 'setWaitingAim' | 'removeWaitingAim'> => ({
  waitingAim: async (tabId) => decoded(waitingAimShape, await read(key('aim', tabId))),
  setWaitingAim: (tabId, aim) => area.set({ [key('aim', tabId)]: aim }),
  removeWaitingAim: (tabId) => area.remove(key('aim', tabId)),
});

/** The browser's session storage: never on disk, closed to content scripts, gone when the browser ends. One key for each thing, so that no two writers meet. */
export function createSessionMemory(
  area: Pick<Storage.StorageArea, 'get' | 'set' | 'remove' | 'clear'>,
): SessionMemory {
  const read = async (name: string): Promise<unknown> => (await area.get(name))[name];
  const all = async (prefix: string): Promise<readonly unknown[]> =>
    Object.entries(await area.get(null)).flatMap(([name, value]) => (name.startsWith(prefix) ? [value] : []));
  const state = unlockedMemory(area);
  return {
    unlocked: state.unlocked,
    setUnlocked: state.set,
    changeUnlocked: state.change,
    intent: async (tabId) => decoded(intentShape, await read(key('intent', tabId))),
    async intents() {
      return (await all('intent:')).flatMap((value) => decoded(intentShape, value) ?? []);
    },
    setIntent: (intent) => area.set({ [key('intent', intent.tabId)]: intent }),
    removeIntent: (tabId) => area.remove(key('intent', tabId)),
    // Only this file writes it, and the popup shows it by closed lists of words.
    outcome: async (tabId) => ((await read(key('outcome', tabId))) as OutcomeRecord | undefined) ?? null,
    setOutcome: (tabId, outcome) => area.set({ [key('outcome', tabId)]: outcome }),
    async takeChoosing(tabId) {
      const chosen = decoded(asText<EntryId>(), await read(key('choosing', tabId)));
      await area.remove(key('choosing', tabId));
      return chosen;
    },
    setChoosing: (tabId, entryId) => area.set({ [key('choosing', tabId)]: entryId }),
    ...aimsIn(area, read),
    tabClient: async (tabId) => decoded(tabClientShape, await read(key('client', tabId))),
    setTabClient: (tabId, client) => area.set({ [key('client', tabId)]: client }),
    pin: async (windowId) => decoded(tabClientShape, await read(pinKey(windowId))),
    setPin: (windowId, client) => area.set({ [pinKey(windowId)]: client }),
    removePin: (windowId) => area.remove(pinKey(windowId)),
    fieldPick: async (tabId) => decoded(fieldPickShape, await read(key('field-pick', tabId))),
    setFieldPick: (pick) => area.set({ [key('field-pick', pick.tabId)]: pick }),
    removeFieldPick: (tabId) => area.remove(key('field-pick', tabId)),
    forgetTab: (tabId) => area.remove(tabKinds.map((kind) => key(kind, tabId))),
    answeredChallenges: async () => (await all('answered:')).flatMap((value) => decoded(answeredShape, value) ?? []),
    noteAnswered: (challenge) => area.set({ [`answered:${challenge.requestId}`]: challenge }),
    givenReason: async (credentialId) => decoded(givenReasonShape, await read(`reason:${credentialId}`)),
    setGivenReason: (credentialId, reason) => area.set({ [`reason:${credentialId}`]: reason }),
    auditMissed: () => read(missedKey),
    setAuditMissed: (missed) => (missed === null ? area.remove(missedKey) : area.set({ [missedKey]: missed })),
    clear: (due = null) => state.inTurn(() => emptied(area, state, due)),
  };
}
