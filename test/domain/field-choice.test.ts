import { describe, expect, it } from 'vitest';
import {
  choicesFor,
  type FieldChoice,
  mostFieldChoices,
  pagePlace,
  withChoice,
} from '../../src/domain/field-choice.ts';
import { type FieldPick, picksFrom } from '../../src/domain/field-pick.ts';
import type { PortFacts } from '../../src/domain/fill.ts';
import { asId } from '../../src/domain/ids.ts';

const choice: FieldChoice = {
  origin: 'https://portal.example',
  path: '/login',
  role: 'username',
  steps: ['#who'],
  text: null,
};

describe('the page of a choice', () => {
  it.each([
    ['https://portal.example/login?next=1#top', '/login'],
    ['https://portal.example/', '/'],
    ['https://portal.example/tenants/4711/login', '/tenants/*/login'],
    ['https://portal.example/f/9f86d081884c7d65/in', '/f/*/in'],
    ['https://portal.example/oauth2/authorize', '/oauth2/authorize'],
    ['https://portal.example/deadbeef/in', '/deadbeef/in'],
  ])('%s is %s', (address, path) => {
    expect(pagePlace(address)).toEqual({ origin: 'https://portal.example', path });
  });

  it('is none for what is no address', () => expect(pagePlace('portal')).toBeNull());

  it('has the choices of its own origin and path alone', () => {
    const others = [
      { ...choice, path: '/other' },
      { ...choice, origin: 'https://login.example' },
    ];
    expect(choicesFor([choice, ...others], 'https://portal.example/login?x')).toEqual([choice]);
  });
});

describe('one more choice', () => {
  it('replaces that of the same role on the same page', () => {
    const newer = { ...choice, steps: ['#other'] };
    const password: FieldChoice = { ...choice, role: 'password' };
    expect(withChoice([choice, password], newer)).toEqual([password, newer]);
  });

  it('drops the oldest of too many', () => {
    const many = Array.from({ length: mostFieldChoices }, (_, at) => ({ ...choice, path: `/p${at}x` }));
    expect(withChoice(many, choice)).toEqual([...many.slice(1), choice]);
  });
});

describe('a pick takes its answer from', () => {
  const pick: FieldPick = {
    tabId: 5,
    sessionEntryId: asId('s'),
    origins: ['https://portal.example'],
    role: 'password',
    text: null,
    documentId: 'DOC',
    expiresAt: 1000,
  };
  const facts: PortFacts = {
    extensionId: 'ours',
    tabId: 5,
    frameId: 0,
    documentId: 'DOC',
    origin: 'https://portal.example',
    url: 'https://portal.example/login',
    lifecycle: 'active',
  };
  it('the document that was asked', () => expect(picksFrom(pick, facts, 'ours')).toBe(true));

  it.each<Partial<PortFacts>>([
    { extensionId: 'other' },
    { tabId: 6 },
    { frameId: 3 },
    { documentId: 'DOC2' },
    { documentId: null },
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', url: 'https://evil.example/login' },
    { origin: null },
    { url: 'https://evil.example/' },
    { url: null },
  ])('nobody else: %o', (change) => expect(picksFrom(pick, { ...facts, ...change }, 'ours')).toBe(false));
});
