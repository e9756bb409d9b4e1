import * as v from 'valibot';
import type { Storage } from 'webextension-polyfill';
import { fromBase64url, toBase64url } from '../base64url.ts';
import { decoded } from '../decoded.ts';
import { packStateShape } from '../pack/pack-shapes.ts';
import type { UnlockedState } from '../ports.ts';

const name = 'unlocked';
const dekBytes = 32;

const shape = v.object({
  dek: v.string(),
  kid: v.string(),
  role: v.picklist(['administrator', 'technician'] as const),
  unlockedAt: v.number(),
  lastUsedAt: v.number(),
  settings: v.object({ idleMinutes: v.number(), capHours: v.number() }),
  pack: v.nullable(packStateShape),
});

type Area = Pick<Storage.StorageArea, 'get' | 'set' | 'clear'>;

async function readState(area: Area): Promise<UnlockedState | null> {
  const state = decoded(shape, (await area.get(name))[name]);
  const dek = state === null ? null : fromBase64url(state.dek);
  return state === null || dek === null || dek.length !== dekBytes ? null : { ...state, dek };
}

/**
 * One change of what unlocks at a time: a use that was noted while a lock was clearing would otherwise put the DEK back,
 * and with it the role of whoever was there before.
 */
function turns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/**
 * What unlocks, in its own key, changed in turn. Only this worker writes it, and every command asks for it several times:
 * it is read once, and anew after each change.
 */
export function unlockedMemory(area: Area) {
  const inTurn = turns();
  let known: Promise<UnlockedState | null> | null = null;
  const forget = (): void => {
    known = null;
  };
  const unlocked = (): Promise<UnlockedState | null> => {
    if (known !== null) return known;
    const reading = readState(area);
    reading.catch(forget);
    known = reading;
    return reading;
  };
  // What was read while the browser was writing may be of before.
  const keep = (state: UnlockedState): Promise<void> =>
    area.set({ [name]: { ...state, dek: toBase64url(state.dek) } }).finally(forget);
  return {
    inTurn,
    unlocked,
    /** Takes everything out of the area. */
    clear: (): Promise<void> => area.clear().finally(forget),
    set: (state: UnlockedState): Promise<void> => inTurn(() => keep(state)),
    change: (change: (state: UnlockedState) => UnlockedState): Promise<UnlockedState | null> =>
      inTurn(async () => {
        const state = await unlocked();
        const changed = state === null ? null : change(state);
        if (changed !== null) await keep(changed);
        return changed;
      }),
  };
}
