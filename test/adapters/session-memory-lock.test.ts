import { beforeEach, describe, expect, it } from 'vitest';
import { grantedLateKey } from '../../src/background/adapters/granted-late-key.ts';
import { createSessionMemory } from '../../src/background/adapters/session-memory.ts';
import type { SessionMemory } from '../../src/background/ports.ts';
import { cameBack } from '../../src/domain/http-challenge.ts';
import { asId } from '../../src/domain/ids.ts';
import { challenge, launchIntent } from '../background/http-auth/http-auth-world.ts';
import { memoryArea } from '../background/vault/vault-world.ts';

let area: ReturnType<typeof memoryArea>;
let memory: SessionMemory;
beforeEach(() => {
  area = memoryArea();
  memory = createSessionMemory(area);
});

describe('a lock', () => {
  it('leaves nothing that says where somebody signed in, but still knows the request', async () => {
    await memory.setIntent(launchIntent);
    await memory.noteAnswered({ requestId: 'r1', tabId: 5, origin: 'https://switch.example', realm: 'Lobby', at: 900 });
    await memory.clear();
    expect(JSON.stringify([...area.values])).not.toMatch(/switch|Lobby/);
    expect(await memory.intents()).toEqual([]);
    expect(cameBack(challenge, await memory.answeredChallenges(), 1_000)).toBe('elsewhere');
  });

  it('forgets what windows were pinned to', async () => {
    await memory.setPin(3, { organizationId: asId('1'), organizationName: 'Northwind' });
    expect(await memory.pin(3)).toEqual({ organizationId: '1', organizationName: 'Northwind' });
    expect(await memory.pin(4)).toBeNull();
    await memory.clear();
    expect(await memory.pin(3)).toBeNull();
  });

  it('leaves the note that the permission came late', async () => {
    await area.set({ [grantedLateKey]: true });
    await memory.clear();
    expect([...area.values]).toEqual([[grantedLateKey, true]]);
  });
});
