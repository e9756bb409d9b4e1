import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Looked, watchForm } from '../../src/content/watch-form.ts';

const launchMs = 120_000;

/** Lets time pass on a page that changes every `everyMs`; null: that never changes. */
async function pass(forMs: number, everyMs: number | null): Promise<void> {
  const stepMs = everyMs ?? 50;
  for (let passed = 0; passed < forMs; passed += stepMs) {
    if (everyMs !== null) document.body.className = `c${passed}`;
    await vi.advanceTimersByTimeAsync(stepMs);
  }
}

describe('watchForm', () => {
  let looks = 0;
  let end: () => void = () => undefined;
  /** Watches with looks that take so long and bring this. */
  const watch = (costMs: number, looked: (count: number) => Looked = () => 'nothing') => {
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + looks * costMs);
    end = watchForm(launchMs, () => {
      looks += 1;
      return looked(looks);
    });
  };
  beforeEach(() => {
    looks = 0;
    vi.useFakeTimers();
  });
  afterEach(() => {
    end();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('looks once at a page that never changes', async () => {
    watch(5);
    await pass(launchMs, null);
    expect(looks).toBe(1);
  });

  it('looks soon after a single change, also after a storm that is over', async () => {
    watch(5);
    await pass(20_000, 10);
    await pass(5_000, null);
    const before = looks;
    document.body.className = 'news';
    await pass(200, null);
    expect(looks).toBe(before + 1);
  });

  it('a page that changes all the time is looked at ever less often, but again and again', async () => {
    watch(5);
    await pass(launchMs, 10);
    expect(looks).toBeGreaterThan(launchMs / 2_000);
    expect(looks).toBeLessThan(launchMs / 700);
  });

  it.each([50, 250, 1_000])('looks that take %i ms leave the page nineteen parts of twenty', async (costMs) => {
    watch(costMs);
    await pass(launchMs, 10);
    expect(looks).toBeGreaterThan(2);
    expect(looks * costMs).toBeLessThanOrEqual(launchMs / 20 + costMs);
  });

  it('looks again without a change where the last look asked for it', async () => {
    watch(5, (count) => (count < 3 ? 'again' : 'nothing'));
    await pass(5_000, null);
    expect(looks).toBe(3);
  });

  it('ends when a look is done, and when the time is up', async () => {
    watch(5, (count) => (count < 2 ? 'nothing' : 'done'));
    await pass(5_000, 10);
    expect(looks).toBe(2);
    vi.restoreAllMocks();
    watch(5);
    await pass(launchMs + 1_000, 10);
    const before = looks;
    await pass(5_000, 10);
    expect(looks).toBe(before);
  });
});
