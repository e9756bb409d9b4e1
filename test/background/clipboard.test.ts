import { describe, expect, it, vi } from 'vitest';
import { clearClipboard } from '../../src/background/clear-clipboard.ts';
import { putOnClipboard } from '../../src/background/put-on-clipboard.ts';
import { Secret } from '../../src/domain/secret.ts';
import { fillWorld } from './fill/fill-world.ts';

const refuse = () => Promise.reject(new Error('no'));

function desk(write: () => Promise<void>, clear: () => Promise<void>) {
  const steps: string[] = [];
  const noted = (step: string, act: () => Promise<void>) => () => {
    steps.push(step);
    return act();
  };
  const { ports } = fillWorld('technician');
  const set = vi.fn(noted('alarm', async () => undefined));
  return {
    steps,
    set,
    ports: {
      ...ports,
      now: () => 1_000,
      alarms: { ...ports.alarms, set },
      clipboard: { write: noted('write', write), clear: noted('clear', clear) },
    },
  };
}

describe('what is copied', () => {
  it('has the alarm that clears it before it is there, so that no earlier alarm and no death of the worker comes between', async () => {
    const { ports, steps, set } = desk(async () => undefined, refuse);
    expect(await putOnClipboard(ports, new Secret('x'))).toBe(31_000);
    expect(set).toHaveBeenCalledWith('clipboard', 31_000);
    expect(steps).toEqual(['alarm', 'write']);
  });

  it('is not said to be there where the browser refused', async () => {
    expect(await putOnClipboard(desk(refuse, refuse).ports, new Secret('x'))).toBeNull();
  });

  it('is cleared again later where the browser refused to clear it', async () => {
    const { ports, steps, set } = desk(refuse, refuse);
    await clearClipboard(ports);
    expect(steps).toEqual(['clear', 'alarm']);
    expect(set).toHaveBeenCalledWith('clipboard', 31_000);
  });

  it('is cleared once where it went well', async () => {
    const { ports, steps } = desk(refuse, async () => undefined);
    await clearClipboard(ports);
    expect(steps).toEqual(['clear']);
  });
});
