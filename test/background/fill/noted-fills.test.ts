import { beforeEach, describe, expect, it } from 'vitest';
import { fillSubject } from '../../../src/background/fill-subject.ts';
import { createLiveFills } from '../../../src/background/live-fills.ts';
import { openIntent, serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { injectFor } from '../../../src/background/use-cases/inject-for.ts';
import { resumeFills } from '../../../src/background/use-cases/resume-fills.ts';
import type { PortFacts } from '../../../src/domain/fill.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fillWorld, loginReport, scriptedPort } from './fill-world.ts';

let world: ReturnType<typeof fillWorld>;
beforeEach(async () => {
  world = fillWorld();
  const subject = await fillSubject(world.ports, asId('s'), null);
  if (!subject.ok) throw new Error(subject.failure.code);
  await openIntent(world.ports, 'front', 5, { ...subject.value, passwordId: asId('77'), organization: null });
  await injectFor(world.ports, world.live, 5);
});

const filled = { kind: 'filled', roles: ['username', 'password'], more: false } as const;
const atSignIn: Partial<PortFacts> = { origin: 'https://login.example', url: 'https://login.example/' };
const serve = (port: ReturnType<typeof scriptedPort>) => serveFillPort(world.ports, world.live, port.port, 'ours');

describe('what the audit hears of a fill', () => {
  it('is the origin of the page that was filled, not the session’s own', async () => {
    await serve(scriptedPort(loginReport, filled, atSignIn));
    expect(world.noted).toMatchObject([{ action: 'filled', by: 'front', origin: 'https://login.example' }]);
  });

  it('is the origin of the page that was refused', async () => {
    await serve(scriptedPort(loginReport, filled, { origin: 'https://evil.example', url: 'https://evil.example/' }));
    expect(world.noted).toMatchObject([{ action: 'refused', outcome: 'wrong-origin', origin: 'https://evil.example' }]);
  });

  it('comes when the password is in the page, and before anybody is told', async () => {
    const page = scriptedPort(loginReport, filled);
    const seen: unknown[] = [];
    world.ports.audit.note = async () => {
      seen.push(page.sent[0]?.type, world.outcomes.size, world.intents.size);
    };
    await serve(page);
    expect(seen).toEqual(['fill', 0, 1]);
    expect([world.outcomes.size, world.intents.size]).toEqual([1, 0]);
  });

  it('is not lost with a worker that ends while it is written: the next one ends the fill', async () => {
    const { note } = world.ports.audit;
    const reached = new Promise<void>((resolve) => {
      world.ports.audit.note = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    void serve(scriptedPort(loginReport, filled));
    await reached;
    world.ports.audit.note = note;
    await resumeFills(world.ports, createLiveFills());
    expect(world.noted).toMatchObject([{ action: 'refused', outcome: 'interrupted', by: 'front', passwordId: '77' }]);
  });
});
