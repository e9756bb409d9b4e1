import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockLimits } from '../../src/domain/lock.ts';
import { cappedByPack, type PackPolicy } from '../../src/domain/pack.ts';
import { effectivePermissions, type Permissions } from '../../src/domain/permission.ts';
import { cappedLock, cappedPermissions, openPolicy, type Policy } from '../../src/domain/policy.ts';

const whole = ({ min, max }: { readonly min: number; readonly max: number }) => fc.integer({ min, max });
const packPolicy: fc.Arbitrary<PackPolicy> = fc.record({
  disableAlwaysPrompt: fc.boolean(),
  disableReveal: fc.boolean(),
  disableCopy: fc.boolean(),
  disableHttp: fc.boolean(),
  lockIdleMinutesMax: whole(lockLimits.idleMinutes),
  lockCapHoursMax: whole(lockLimits.capHours),
});
const policy: fc.Arbitrary<Policy> = packPolicy.map((set) => ({ ...openPolicy, ...set }));
const permissions: fc.Arbitrary<Permissions> = fc.record({
  view: fc.boolean(),
  viewPassword: fc.boolean(),
  edit: fc.boolean(),
});
const role = fc.constantFrom('administrator', 'technician');

/** As strict as the other, or stricter, in every key. */
const atLeastAsStrict = (a: PackPolicy, b: PackPolicy): boolean =>
  (Object.keys(b) as (keyof PackPolicy)[]).every((key) =>
    typeof b[key] === 'boolean' ? a[key] || !b[key] : Number(a[key]) <= b[key],
  );

const atMost = (a: Permissions, b: Permissions): boolean =>
  (Object.keys(b) as (keyof Permissions)[]).every((right) => !a[right] || b[right]);

const ofPack = (set: Policy): PackPolicy => ({
  disableAlwaysPrompt: set.disableAlwaysPrompt,
  disableReveal: set.disableReveal,
  disableCopy: set.disableCopy,
  disableHttp: set.disableHttp,
  lockIdleMinutesMax: set.lockIdleMinutesMax,
  lockCapHoursMax: set.lockCapHoursMax,
});

describe('SR-40: rights that come from several sides', () => {
  it('policy and pack together are as strict as each of them, whichever comes first, and no stricter than both', () => {
    fc.assert(
      fc.property(policy, packPolicy, (set, pack) => {
        const both = cappedByPack(set, pack);
        expect(atLeastAsStrict(ofPack(both), ofPack(set))).toBe(true);
        expect(atLeastAsStrict(ofPack(both), pack)).toBe(true);
        expect(ofPack(cappedByPack({ ...openPolicy, ...pack }, ofPack(set)))).toEqual(ofPack(both));
        expect(cappedByPack(both, pack)).toEqual(both);
        for (const key of Object.keys(pack) as (keyof PackPolicy)[]) expect([set[key], pack[key]]).toContain(both[key]);
        expect({ ...both, ...ofPack(set) }).toEqual(set);
      }),
    );
  });

  it('a policy takes rights and time, and never gives any', () => {
    fc.assert(
      fc.property(policy, packPolicy, permissions, role, (set, pack, entry, who) => {
        const rights = effectivePermissions(who, entry);
        const capped = cappedPermissions(rights, set);
        expect(atMost(capped, rights)).toBe(true);
        expect(atMost(cappedPermissions(rights, cappedByPack(set, pack)), capped)).toBe(true);
        const chosen = { idleMinutes: set.lockIdleMinutesMax, capHours: pack.lockCapHoursMax };
        const lock = cappedLock(chosen, cappedByPack(set, pack));
        expect(lock.idleMinutes).toBeLessThanOrEqual(Math.min(chosen.idleMinutes, pack.lockIdleMinutesMax));
        expect(lock.capHours).toBeLessThanOrEqual(Math.min(chosen.capHours, set.lockCapHoursMax));
      }),
    );
  });

  it('a technician has no right that the entry does not give, and none at all without View; more in the entry is never less', () => {
    fc.assert(
      fc.property(permissions, permissions, (entry, more) => {
        const has = effectivePermissions('technician', entry);
        expect(atMost(has, entry)).toBe(true);
        if (!entry.view) expect(has).toEqual({ view: false, viewPassword: false, edit: false });
        const wider = {
          view: entry.view || more.view,
          viewPassword: entry.viewPassword || more.viewPassword,
          edit: entry.edit || more.edit,
        };
        expect(atMost(has, effectivePermissions('technician', wider))).toBe(true);
        // Revealing takes the switch, for everybody.
        expect(effectivePermissions('administrator', entry).viewPassword).toBe(entry.viewPassword);
      }),
    );
  });
});
