import { describe, expect, it } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { createFillPort } from '../../src/background/adapters/fill-port.ts';

const sender = {
  id: 'ours',
  tab: { id: 7 },
  frameId: 0,
  documentId: 'document',
  origin: 'https://fw.example',
  url: 'https://fw.example/login',
  documentLifecycle: 'active',
};

/** A port as the browser hands it over, and what a page's side says on it. */
function portOf(facts: object = sender) {
  let hear: (message: unknown) => void = () => undefined;
  let gone: () => void = () => undefined;
  const port = createFillPort({
    sender: facts,
    onMessage: {
      addListener: (listener: typeof hear) => {
        hear = listener;
      },
    },
    onDisconnect: {
      addListener: (listener: typeof gone) => {
        gone = listener;
      },
    },
    postMessage: () => undefined,
    disconnect: () => undefined,
  } as unknown as Runtime.Port);
  return { port, say: (message: unknown) => hear(message), leave: () => gone() };
}

const report = { fields: ['username', 'password'], actionOrigin: null, refusal: null, inOwnFrame: false } as const;

describe('a fill port', () => {
  it('hears a report, and an outcome', async () => {
    const { port, say } = portOf();
    say({ type: 'report', report });
    say({ type: 'outcome', outcome: { kind: 'absent' } });
    expect(await port.next(0)).toEqual({ type: 'report', report });
    expect(await port.next(0)).toEqual({ type: 'outcome', outcome: { kind: 'absent' } });
  });

  it.each([
    ['text of the page', { ...report, title: 'Northwind sign-in' }],
    ['a role of its own', { ...report, fields: ['secret'] }],
    ['roles without end', { ...report, fields: Array.from({ length: 9 }, () => 'password') }],
    ['a reason of its own', { ...report, refusal: 'please' }],
    ['an origin without end', { ...report, actionOrigin: 'x'.repeat(301) }],
  ])('SR-27: hears no report with %s', async (_what, told) => {
    const { port, say } = portOf();
    say({ type: 'report', report: told });
    expect(await port.next(0)).toBeNull();
  });

  it.each([
    ['a command', { command: 'credential.reveal', body: {}, build: '1' }],
    ['an outcome with a value', { type: 'outcome', outcome: { kind: 'absent', value: 'x' } }],
    ['no object', 'report'],
    ['nothing', undefined],
  ])('SR-27: does not hear %s', async (_what, message) => {
    const { port, say } = portOf();
    say(message);
    expect(await port.next(0)).toBeNull();
  });

  it('SR-27: keeps no more than a few messages of a page that talks without end', async () => {
    const { port, say } = portOf();
    for (let said = 0; said < 1_000; said += 1) say({ type: 'report', report });
    let kept = 0;
    while ((await port.next(0)) !== null) kept += 1;
    expect(kept).toBe(4);
  });

  it('SR-6: knows its sender by what the browser says, and takes nothing for text that is none', () => {
    expect(portOf().port.facts).toEqual({
      extensionId: 'ours',
      tabId: 7,
      frameId: 0,
      documentId: 'document',
      origin: 'https://fw.example',
      url: 'https://fw.example/login',
      lifecycle: 'active',
    });
    const facts = { ...sender, id: 1, documentId: {}, origin: undefined, url: null, documentLifecycle: [] };
    expect(portOf(facts).port.facts).toMatchObject({
      extensionId: null,
      documentId: null,
      origin: null,
      url: null,
      lifecycle: null,
    });
  });

  it('is not open once its page is gone, and waits for nothing then', async () => {
    const { port, leave } = portOf();
    expect(port.open).toBe(true);
    leave();
    expect(port.open).toBe(false);
    expect(await port.next(60_000)).toBeNull();
  });
});
