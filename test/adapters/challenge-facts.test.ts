import { describe, expect, it } from 'vitest';
import type { WebRequest } from 'webextension-polyfill';
import { challengeOf, wasAccepted } from '../../src/background/adapters/challenge-facts.ts';
import { challengeRefusal } from '../../src/domain/http-challenge.ts';

const switchPage = 'https://switch.example/ui?secret=1';

const details = (more: object = {}) =>
  ({
    requestId: '1',
    url: 'https://switch.example/part',
    tabId: 5,
    type: 'image',
    frameId: 0,
    parentFrameId: -1,
    scheme: 'basic',
    realm: 'Switch',
    isProxy: false,
    challenger: { host: 'switch.example', port: 443 },
    timeStamp: 1_000,
    initiator: 'https://switch.example',
    ...more,
  }) as unknown as WebRequest.OnAuthRequiredDetailsType;

/** Firefox says whole addresses, and every frame around. */
const asFirefox = { initiator: undefined, originUrl: switchPage, documentUrl: switchPage };

const refusalOf = (more: object, topAddress: string | null = switchPage) =>
  challengeRefusal(challengeOf(details(more), topAddress));

describe('what the browser says of a challenge', () => {
  it.each([
    ['a part of the page itself', {}],
    ['a part of a frame of its own', { frameId: 3, parentFrameId: 0 }],
    ['in Firefox', { ...asFirefox, frameAncestors: [] }],
    [
      'in Firefox, deep in frames that are all its own',
      { ...asFirefox, frameId: 9, parentFrameId: 3, frameAncestors: [{ url: switchPage }, { url: switchPage }] },
    ],
  ])('%s is its own part', (_name, more) => {
    expect(refusalOf(more)).toBeNull();
  });

  it.each([
    ['a frame in a frame, where Chromium does not say whose is between', { frameId: 9, parentFrameId: 3 }],
    [
      'in Firefox, a foreign frame between',
      { ...asFirefox, frameId: 9, parentFrameId: 3, frameAncestors: [{ url: 'https://evil.example/' }] },
    ],
    ['a foreign page that asks', { initiator: 'https://evil.example' }],
    ['a document without an origin', { initiator: 'null' }],
    ['nobody said to have asked', { initiator: undefined }],
  ])('invariant 6: %s', (_name, more) => {
    expect(refusalOf(more)).toBe('embedded-elsewhere');
  });

  it('invariant 6: a tab whose address is not known', () => {
    expect(refusalOf({}, null)).toBe('embedded-elsewhere');
  });

  it('takes no page that is just being left for one around the next', () => {
    expect(challengeOf(details({ type: 'main_frame' }), switchPage).topOrigin).toBeNull();
    expect(challengeOf(details(), switchPage).topOrigin).toBe('https://switch.example');
  });

  it('bounds the challenger’s own text', () => {
    expect(challengeOf(details({ realm: 'x'.repeat(100_000) }), null).realm).toHaveLength(500);
    expect(challengeOf(details({ realm: undefined }), null).realm).toBeNull();
  });
});

it.each([
  [200, true],
  [302, true],
  [404, true],
  [401, false],
  [403, false],
  [429, false],
])('a device that answers %i took the credentials: %s', (statusCode, accepted) => {
  expect(wasAccepted(statusCode)).toBe(accepted);
});
