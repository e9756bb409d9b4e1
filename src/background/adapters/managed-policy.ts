import * as v from 'valibot';
import type { OrganizationId } from '../../domain/ids.ts';
import { lockLimits } from '../../domain/lock.ts';
import {
  kdfFloorLimits,
  type ManagedPolicy,
  openPolicy,
  type Policy,
  type PolicyKey,
  policyKeys,
  strictPolicy,
  unmanaged,
  unreadablePolicy,
} from '../../domain/policy.ts';
import { regions } from '../../domain/region.ts';
import type { ManagedSource } from '../policy-port.ts';

const text = (limit: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(limit));
const whole = ({ min, max }: { readonly min: number; readonly max: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const organizationIds = v.pipe(
  v.array(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,32}$/),
      v.transform((id) => id as OrganizationId),
    ),
  ),
  v.maxLength(5000),
);
const region = v.pipe(
  v.picklist(regions),
  v.transform((one) => [one]),
);

interface KeyReading {
  readonly field: keyof Policy;
  readonly shape: v.GenericSchema<unknown, Policy[keyof Policy]>;
}

const key = <Field extends keyof Policy>(field: Field, shape: v.GenericSchema<unknown, Policy[Field]>): KeyReading => ({
  field,
  shape,
});

/** The shape of every key, and what it becomes. */
const readings: Readonly<Record<Exclude<PolicyKey, 'requiredKeys'>, KeyReading>> = {
  region: key('regions', region),
  allowedOrganizations: key('allowedOrganizations', organizationIds),
  allowedCategories: key('allowedCategories', v.pipe(v.array(text(200)), v.maxLength(1000))),
  disableAlwaysPrompt: key('disableAlwaysPrompt', v.boolean()),
  disableReveal: key('disableReveal', v.boolean()),
  disableCopy: key('disableCopy', v.boolean()),
  disableHttp: key('disableHttp', v.boolean()),
  disableExport: key('disableExport', v.boolean()),
  lockIdleMinutesMax: key('lockIdleMinutesMax', whole(lockLimits.idleMinutes)),
  lockCapHoursMax: key('lockCapHoursMax', whole(lockLimits.capHours)),
  kdfMemoryKibMin: key('kdfMemoryKibMin', whole(kdfFloorLimits.memoryKib)),
  kdfPassesMin: key('kdfPassesMin', whole(kdfFloorLimits.passes)),
  packSigningKey: key('packSigningKey', v.pipe(v.string(), v.regex(/^[\w-]{43}$/))),
};

const isKey = (name: string): name is PolicyKey => (policyKeys as readonly string[]).includes(name);
const requiredKeys = v.array(v.picklist(policyKeys));

/** One key: its value, or its strictest reading. `requiredKeys` that cannot be read requires every key. */
function required(values: Readonly<Record<string, unknown>>): {
  readonly keys: readonly PolicyKey[];
  readonly sound: boolean;
} {
  if (!Object.hasOwn(values, 'requiredKeys')) return { keys: [], sound: true };
  const decoded = v.safeParse(requiredKeys, values.requiredKeys);
  return decoded.success ? { keys: decoded.output, sound: true } : { keys: policyKeys, sound: false };
}

/**
 * What the browser hands over as the managed policy. Absent keys leave the choice to the person; a key that is there
 * and is not of its shape, or that `requiredKeys` names and is not there, is read at its strictest; an unknown key means
 * nothing, and is said to be unreadable.
 */
export function decodePolicy(raw: unknown): ManagedPolicy {
  if (raw === undefined || raw === null) return unmanaged;
  if (typeof raw !== 'object' || Array.isArray(raw)) return unreadablePolicy;
  const values = raw as Readonly<Record<string, unknown>>;
  const { keys, sound } = required(values);
  const unreadable = new Set(Object.keys(values).filter((name) => !isKey(name)));
  if (!sound) unreadable.add('requiredKeys');
  const policy: Record<string, unknown> = { ...openPolicy };
  const managed = policyKeys.filter((name) => Object.hasOwn(values, name) || keys.includes(name));
  for (const name of managed) {
    if (name === 'requiredKeys') continue;
    const { field, shape } = readings[name];
    const decoded = v.safeParse(shape, values[name]);
    if (!decoded.success) unreadable.add(name);
    policy[field] = decoded.success ? decoded.output : strictPolicy[field];
  }
  return { policy: policy as unknown as Policy, managed, unreadable: [...unreadable].slice(0, 50) };
}

interface ManagedStorage {
  get(): Promise<unknown>;
  /** Calls back whenever the policy was changed. */
  onChanged(changed: () => void): void;
}

/** Firefox says it this way when no policy is set. */
const saysNone = (error: unknown): boolean => error instanceof Error && /manifest not found/i.test(error.message);

async function readFrom(storage: ManagedStorage): Promise<ManagedPolicy> {
  try {
    return decodePolicy(await storage.get());
  } catch (error) {
    return saysNone(error) ? unmanaged : unreadablePolicy;
  }
}

/** `changed` runs after a change of the policy, before anything is answered under the new one. */
export function createManagedPolicy(storage: ManagedStorage, changed: () => void): ManagedSource {
  let known: Promise<ManagedPolicy> | null = null;
  storage.onChanged(() => {
    known = null;
    changed();
  });
  return {
    read() {
      known ??= readFrom(storage);
      return known;
    },
  };
}
