import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { rules } from '../../src/messaging/contract-rules.ts';
import { schemas } from '../../src/messaging/schemas.ts';

vi.mock('webextension-polyfill', () => ({ default: { runtime: { onMessage: { addListener: () => {} } } } }));
const { answer, isOurPage } = await import('../../src/messaging/server.ts');

const self = {
  id: 'ours',
  origin: 'chrome-extension://ours',
  build: '1.2.3',
  pages: ['/src/popup/index.html', '/src/options/index.html'],
};
const popup = { id: 'ours', origin: self.origin, url: `${self.origin}/src/popup/index.html` };

const strangers: readonly (readonly [who: string, sender: Record<string, unknown>])[] = [
  [
    'a content script',
    { ...popup, origin: 'https://page.example', url: 'https://page.example/', tab: { id: 1 }, frameId: 0 },
  ],
  ['a content script that names our page', { ...popup, origin: 'https://page.example' }],
  [
    'another extension',
    { id: 'other', origin: 'chrome-extension://other', url: 'chrome-extension://other/popup.html' },
  ],
  ['another extension with our address', { ...popup, id: 'other' }],
  ['a sender without an origin', { id: 'ours', url: popup.url }],
  ['a sender without an id', { origin: self.origin, url: popup.url }],
  ['a sender without an address', { id: 'ours', origin: self.origin }],
  ['a page of ours that has no business here', { ...popup, url: `${self.origin}/src/offscreen/index.html` }],
  ['a longer name that begins alike', { ...popup, url: `${popup.url}.evil` }],
  ['an opaque origin', { ...popup, origin: 'null' }],
  ['nobody', {}],
];

const asked = (sender: object, message: unknown) => {
  const dispatch = vi.fn(async () => ok('done'));
  return { reply: answer(message, sender, self, dispatch), dispatch };
};
const status = { command: 'vault.status', body: {}, build: '1.2.3' };

describe('senders', () => {
  it.each(strangers)('%s gets no answer', (_who, sender) => {
    const { reply, dispatch } = asked(sender, status);
    expect(reply).toBeNull();
    expect(dispatch).not.toHaveBeenCalled();
  });

  it.each([popup.url, `${self.origin}/src/options/index.html#/keys`, `${self.origin}/src/options/index.html?x=1`])(
    'our page %s is answered',
    async (url) => {
      expect(isOurPage({ ...popup, url }, self)).toBe(true);
      expect(await asked({ ...popup, url }, status).reply).toEqual(ok('done'));
    },
  );
});

describe('messages', () => {
  it('of another build are told to ask again', async () => {
    expect(await asked(popup, { ...status, build: '1.2.2' }).reply).toEqual({
      ok: false,
      failure: { code: 'interrupted' },
    });
  });

  it.each([
    undefined,
    null,
    1,
    'vault.status',
    [],
    {},
    { command: 'vault.status' },
    { ...status, more: 1 },
    { ...status, command: 'toString' },
  ])('that are no envelope get no answer: %j', (message) => {
    expect(asked(popup, message).reply).toBeNull();
  });

  it('with a body that does not fit name the field and change nothing', async () => {
    const { reply, dispatch } = asked(popup, {
      ...status,
      command: 'session.launch',
      body: { entryId: 'x', passwordId: null, origin: 'https://evil.example' },
    });
    expect(await reply).toEqual({ ok: false, failure: { code: 'invalid-input', field: 'origin' } });
    expect(dispatch).not.toHaveBeenCalled();
  });

  it.each(['vault.lock', 'vault.status', 'entries.list', 'policy.get'])(
    'an empty list is no empty body: %s',
    async (command) => {
      const { reply, dispatch } = asked(popup, { ...status, command, body: [] });
      expect(await reply).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
      expect(dispatch).not.toHaveBeenCalled();
    },
  );

  it('ids that are no ids are refused', async () => {
    for (const entryId of ['', '../x', 'a b', 'x'.repeat(65), '__proto__ x', 7, null]) {
      const { reply } = asked(popup, { ...status, command: 'session.launch', body: { entryId, passwordId: null } });
      expect(await reply).toMatchObject({ failure: { code: 'invalid-input' } });
    }
  });

  it('numbers of tabs that no browser gives are refused', async () => {
    for (const tabId of [-1, 1.5, 2 ** 31, 1e308, '1', null]) {
      const body = { tabId, organization: null };
      const { reply, dispatch } = asked(popup, { ...status, command: 'organization.pin', body });
      expect(await reply).toMatchObject({ failure: { code: 'invalid-input', field: 'tabId' } });
      expect(dispatch).not.toHaveBeenCalled();
    }
  });

  it('of any shape never throw and never reach a use case with a body of another shape', () => {
    const commands = fc.constantFrom(...Object.keys(rules), 'nope', '__proto__', 'constructor');
    fc.assert(
      fc.property(commands, fc.anything(), fc.anything(), (command, body, extra) => {
        const { reply, dispatch } = asked(popup, {
          command,
          body,
          build: '1.2.3',
          ...(typeof extra === 'object' ? extra : {}),
        });
        expect(reply === null || reply instanceof Promise).toBe(true);
        for (const [name] of dispatch.mock.calls as unknown as readonly [string, unknown][])
          expect(name in schemas).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
