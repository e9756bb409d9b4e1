import { describe, expect, it } from 'vitest';
import { dayOf, healthDays, type KeyDay, recentDays, withRefusal } from '../../src/domain/key-health.ts';

const now = Date.UTC(2026, 10, 27, 12);
const day = 86_400_000;

describe('what IT Glue refused a key', () => {
  it('is counted by day and kind, the latest day first', () => {
    const first = withRefusal([], 403, now - day);
    const all = [401, 429, 429].reduce<readonly KeyDay[]>(
      (days, status) => withRefusal(days, status as 401, now),
      first,
    );
    expect(all).toEqual([
      { day: dayOf(now), refused: { 401: 1, 403: 0, 429: 2 } },
      { day: dayOf(now) - 1, refused: { 401: 0, 403: 1, 429: 0 } },
    ]);
  });

  it('is forgotten after thirty days, and never grows beyond', () => {
    let days: readonly KeyDay[] = [];
    for (let back = 50; back >= 0; back -= 1) days = withRefusal(days, 401, now - back * day);
    expect(days).toHaveLength(healthDays);
    expect(recentDays(days, now + 29 * day)).toHaveLength(1);
    expect(recentDays(days, now + 30 * day)).toEqual([]);
  });
});
