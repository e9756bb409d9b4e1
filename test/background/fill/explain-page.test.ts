import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveFills } from '../../../src/background/live-fills.ts';
import type { ExplanationPort } from '../../../src/background/ports.ts';
import { createExplainPage, serveExplanationPort } from '../../../src/background/use-cases/explain-page.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { facts, fillWorld } from './fill-world.ts';

type Said = NonNullable<Awaited<ReturnType<ExplanationPort['next']>>>;
/** What a page says of itself; the use case only hands it on. */
const explanation = { forms: [] } as unknown as Said;

const portOf = (change: object = {}) => {
  const send = vi.fn();
  const close = vi.fn();
  const port: ExplanationPort = {
    facts: { ...facts, ...change },
    send,
    close,
    open: true,
    next: async () => explanation,
  };
  return { port, send, close };
};

describe('explaining a page', () => {
  let world: ReturnType<typeof fillWorld>;
  let live: ReturnType<typeof createLiveFills>;
  beforeEach(() => {
    world = fillWorld();
    live = createLiveFills();
  });
  const ask = (tabId = 5) =>
    createExplainPage(live)(world.ports, { entryId: asId('s'), tabId }, { role: 'administrator' });
  /** Asks, and has somebody answer as soon as the script is in the page. */
  const asked = (change: object) => {
    const { port, send } = portOf(change);
    world.pages.inject.mockImplementation(async () => {
      await serveExplanationPort(live, port, 'ours');
      return { documentId: 'DOC' };
    });
    return { answer: ask(), send };
  };

  it('hands on what the asked document says', async () => {
    expect(await asked({}).answer).toEqual(ok(explanation));
  });

  it('takes nothing from another document', async () => {
    expect(await asked({ documentId: 'DOC2' }).answer).toEqual(fail({ code: 'interrupted' }));
  });

  it.each([
    ['a frame', { frameId: 3 }],
    ['another extension', { extensionId: 'theirs' }],
  ])('tells %s nothing of what is asked, and hears nothing of it', async (_who, change) => {
    vi.useFakeTimers();
    const { answer, send } = asked(change);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual(fail({ code: 'interrupted' }));
    expect(send).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('says that a page lets no script run, and hears nothing of what it runs late', async () => {
    vi.useFakeTimers();
    world.pages.inject.mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      return 'silent';
    });
    const answer = ask();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await answer).toEqual(fail({ code: 'page-silent' }));
    const { port, send } = portOf();
    await serveExplanationPort(live, port, 'ours');
    expect(send).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('answers nobody who was not asked', async () => {
    const { port, send, close } = portOf();
    await serveExplanationPort(live, port, 'ours');
    expect(send).not.toHaveBeenCalled();
    expect(close).toHaveBeenCalledOnce();
  });

  it('asks no page of another address, and none that is not in front', async () => {
    expect(await ask(6)).toEqual(fail({ code: 'tab-closed' }));
    world.state.front = { tabId: 5, origin: 'https://other.example' };
    expect(await ask()).toEqual(fail({ code: 'no-linked-session', origin: 'https://other.example' }));
    world.state.front = { tabId: 5, origin: null };
    expect(await ask()).toEqual(fail({ code: 'page-not-fillable' }));
    expect(world.pages.inject).not.toHaveBeenCalled();
  });
});
