import { describe, expect, it } from 'vitest';
import { type Intent, type PortFacts, portRefusal, type Refusal } from '../../src/domain/fill.ts';
import { asId } from '../../src/domain/ids.ts';

const intent: Intent = {
  nonce: 'n',
  tabId: 7,
  source: 'front',
  sessionEntryId: asId('s'),
  passwordId: asId('p'),
  organization: null,
  origins: ['https://portal.example', 'https://login.example:8443'],
  expiresAt: 10,
  documentId: 'DOC',
  stage: 'open',
  aim: null,
};

const facts: PortFacts = {
  extensionId: 'ours',
  tabId: 7,
  frameId: 0,
  documentId: 'DOC',
  origin: 'https://portal.example',
  url: 'https://portal.example/login',
  lifecycle: 'active',
};

const refusals: readonly (readonly [why: string, change: Partial<PortFacts>, refusal: Refusal])[] = [
  ['another extension', { extensionId: 'other' }, 'wrong-origin'],
  ['no extension id', { extensionId: null }, 'wrong-origin'],
  ['another tab', { tabId: 8 }, 'wrong-origin'],
  ['a frame', { frameId: 3 }, 'not-top-frame'],
  ['no frame', { frameId: null }, 'not-top-frame'],
  ['a prerendered page', { lifecycle: 'prerender' }, 'not-in-front'],
  ['a page in the back/forward cache', { lifecycle: 'cached' }, 'not-in-front'],
  ['a later document', { documentId: 'DOC2' }, 'changed-during-fill'],
  ['no document', { documentId: null }, 'changed-during-fill'],
  ['an opaque origin', { origin: 'null' }, 'isolated-page'],
  ['no origin', { origin: null }, 'isolated-page'],
  ['another host', { origin: 'https://evil.example', url: 'https://evil.example/' }, 'wrong-origin'],
  ['another port', { origin: 'https://portal.example:8443', url: 'https://portal.example:8443/' }, 'wrong-origin'],
  ['http instead of https', { origin: 'http://portal.example', url: 'http://portal.example/' }, 'wrong-origin'],
  ['an address of another origin', { url: 'https://portal.example.evil.example/' }, 'isolated-page'],
  ['about:blank with an inherited origin', { url: 'about:blank' }, 'isolated-page'],
  ['a blob', { url: 'blob:https://portal.example/1' }, 'isolated-page'],
  ['no address', { url: null }, 'isolated-page'],
];

describe('portRefusal', () => {
  it('agrees when every fact does', () => {
    expect(portRefusal(intent, facts, 'ours')).toBeNull();
    const further = { ...facts, origin: 'https://login.example:8443', url: 'https://login.example:8443/x' };
    expect(portRefusal(intent, further, 'ours')).toBeNull();
  });

  it('agrees where the browser reports no lifecycle', () => {
    expect(portRefusal(intent, { ...facts, lifecycle: null }, 'ours')).toBeNull();
  });

  it.each(refusals)('refuses %s', (_why, change, refusal) => {
    expect(portRefusal(intent, { ...facts, ...change }, 'ours')).toBe(refusal);
  });

  it('refuses before anything was injected', () => {
    expect(portRefusal({ ...intent, documentId: null }, { ...facts, documentId: null }, 'ours')).toBe(
      'changed-during-fill',
    );
  });
});
