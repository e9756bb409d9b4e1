import { describe, expect, it } from 'vitest';
import { daysUntilRevocation } from '../../src/domain/api-key.ts';
import { defaultLockSettings, lockDueAt, lockIsDue } from '../../src/domain/lock.ts';
import { chooseKdfMemory, kdfAcceptable } from '../../src/domain/sealed.ts';
import { freshGuard, guardAfterFailure, unlockDelaySeconds, unlockWaitSeconds } from '../../src/domain/unlock-delay.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('lock', () => {
  const span = { unlockedAt: 0, lastUsedAt: 10 * minute };

  it('is due after the idle minutes, counted from the last use', () => {
    expect(lockIsDue(span, defaultLockSettings, 25 * minute - 1)).toBe(false);
    expect(lockIsDue(span, defaultLockSettings, 25 * minute)).toBe(true);
  });

  it('is due at the cap, however recently the vault was used', () => {
    const busy = { unlockedAt: 0, lastUsedAt: 8 * hour - 1 };
    expect(lockDueAt(busy, defaultLockSettings)).toBe(8 * hour);
    expect(lockIsDue(busy, defaultLockSettings, 8 * hour)).toBe(true);
  });

  it('is due when the clock was set back before the last use', () => {
    expect(lockIsDue(span, defaultLockSettings, 8 * minute)).toBe(true);
    expect(lockIsDue(span, defaultLockSettings, 10 * minute - 1000)).toBe(false);
  });
});

describe('wrong passphrases', () => {
  it('cost nothing up to the fourth, then 1, 2, 4 … 60 seconds', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99].map(unlockDelaySeconds)).toEqual([
      0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60,
    ]);
  });

  it('make the next try wait', () => {
    let guard = freshGuard;
    for (let i = 0; i < 6; i++) guard = guardAfterFailure(guard, 1000);
    expect(unlockWaitSeconds(guard, 1000)).toBe(2);
    expect(unlockWaitSeconds(guard, 3000)).toBe(0);
  });

  it('never make it wait longer than a minute, even when the clock was set back', () => {
    expect(unlockWaitSeconds({ failures: 20, notBefore: 10 * hour }, 0)).toBe(60);
  });
});

describe('KDF parameters', () => {
  it('grow with the device, within a second', () => {
    expect(chooseKdfMemory(200) / 1024).toBe(64);
    expect(chooseKdfMemory(400) / 1024).toBe(46);
    expect(chooseKdfMemory(590) / 1024).toBe(32);
    expect(chooseKdfMemory(900) / 1024).toBe(19);
    expect(chooseKdfMemory(9000) / 1024).toBe(19);
  });

  it.each([
    [{ m: 19 * 1024, t: 2, p: 1 }, true],
    [{ m: 19 * 1024 - 1, t: 2, p: 1 }, false],
    [{ m: 64 * 1024, t: 1, p: 1 }, false],
    [{ m: 64 * 1024, t: 2, p: 0 }, false],
    [{ m: 2 ** 30, t: 2, p: 1 }, false],
    [{ m: 19 * 1024, t: 16, p: 4 }, true],
    [{ m: 19 * 1024, t: 17, p: 1 }, false],
    [{ m: 19 * 1024, t: 2, p: 5 }, false],
    [{ m: 19 * 1024, t: 2, p: 0 }, false],
    [{ m: Number.NaN, t: 2, p: 1 }, false],
  ])('%j acceptable: %s', (parameters, expected) => {
    expect(kdfAcceptable(parameters)).toBe(expected);
  });
});

it('an unused key is revoked after 90 days', () => {
  const day = 86_400_000;
  expect(daysUntilRevocation(0, 0)).toBe(90);
  expect(daysUntilRevocation(0, 60 * day)).toBe(30);
  expect(daysUntilRevocation(0, 200 * day)).toBe(0);
});
