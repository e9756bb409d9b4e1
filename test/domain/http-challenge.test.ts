import { describe, expect, it } from 'vitest';
import type { SessionEntry } from '../../src/domain/entry.ts';
import {
  type AnsweredChallenge,
  answersOn,
  cameBack,
  challengeRefusal,
  type HttpChallenge,
  sameChallengeMs,
} from '../../src/domain/http-challenge.ts';
import { asId } from '../../src/domain/ids.ts';

const page: HttpChallenge = {
  requestId: '1',
  url: 'https://switch.example/',
  tabId: 5,
  type: 'main_frame',
  frameId: 0,
  scheme: 'basic',
  realm: 'Switch',
  isProxy: false,
  challenger: { host: 'switch.example', port: 443 },
  topOrigin: null,
  initiators: [],
  lifecycle: 'active',
  at: 1_000,
};

const part: HttpChallenge = {
  ...page,
  type: 'image',
  topOrigin: 'https://switch.example',
  initiators: ['https://switch.example'],
};

const at8443 = { ...page, url: 'https://switch.example:8443/ui' };

const accepted: readonly (readonly [string, HttpChallenge])[] = [
  ['a page', page],
  ['by Digest', { ...page, scheme: 'Digest' }],
  [
    'where Firefox names no port and no lifecycle',
    { ...page, challenger: { host: 'switch.example', port: -1 }, lifecycle: null },
  ],
  ['on a port of its own', { ...at8443, challenger: { host: 'switch.example', port: 8443 } }],
  [
    'on a port of its own that the browser does not name',
    { ...at8443, challenger: { host: 'switch.example', port: -1 } },
  ],
  ['over plain http', { ...page, url: 'http://10.0.0.9/', challenger: { host: '10.0.0.9', port: 80 } }],
  ['of an IPv6 address', { ...page, url: 'https://[fd00::1]/', challenger: { host: 'fd00::1', port: 443 } }],
  [
    'of an IPv6 address in brackets',
    { ...page, url: 'https://[fd00::1]/', challenger: { host: '[fd00::1]', port: 443 } },
  ],
  ['capital letters', { ...page, challenger: { host: 'Switch.Example', port: 443 } }],
  ['an image of its own', part],
  ['a frame of its own', { ...part, type: 'sub_frame', frameId: 3 }],
  ['a fetch of its own', { ...part, type: 'xmlhttprequest' }],
  ['an image in a frame of its own', { ...part, frameId: 3, initiators: [part.topOrigin, part.topOrigin] }],
];

const evil = 'https://evil.example';

const refused: readonly (readonly [string, HttpChallenge, string])[] = [
  ['3: a proxy', { ...page, isProxy: true }, 'proxy'],
  ['2: NTLM', { ...page, scheme: 'ntlm' }, 'scheme'],
  ['2: Negotiate', { ...page, scheme: 'Negotiate' }, 'scheme'],
  ['2: a scheme nobody knows', { ...page, scheme: '' }, 'scheme'],
  ['3: no tab', { ...page, tabId: -1 }, 'no-tab'],
  ['6: a page that is prerendered', { ...page, lifecycle: 'prerender' }, 'not-active'],
  ['5: no web address', { ...page, url: 'ftp://switch.example/' }, 'no-web-address'],
  ['4: another challenger', { ...page, challenger: { host: 'evil.example', port: 443 } }, 'other-challenger'],
  ['4: another port', { ...page, challenger: { host: 'switch.example', port: 8443 } }, 'other-challenger'],
  ['4: the scheme’s port for an address with another', { ...at8443 }, 'other-challenger'],
  ['6: a main frame that is none', { ...page, frameId: 7 }, 'kind-of-load'],
  ['6: a ping', { ...part, type: 'ping' }, 'kind-of-load'],
  ['6: a web socket', { ...part, type: 'websocket' }, 'kind-of-load'],
  ['6: a speculative load', { ...part, type: 'speculative' }, 'kind-of-load'],
  ['6: an image in a foreign page', { ...part, topOrigin: evil, initiators: [evil] }, 'embedded-elsewhere'],
  ['6: an image that a foreign frame in our page asks for', { ...part, initiators: [evil] }, 'embedded-elsewhere'],
  ['6: one foreign page among those around', { ...part, initiators: [part.topOrigin, evil] }, 'embedded-elsewhere'],
  ['6: a document without an origin', { ...part, initiators: [null] }, 'embedded-elsewhere'],
  ['6: nobody said to have asked', { ...part, initiators: [] }, 'embedded-elsewhere'],
  ['6: a top document that is not known', { ...part, topOrigin: null }, 'embedded-elsewhere'],
  ['6: another port around', { ...part, topOrigin: 'https://switch.example:8443' }, 'embedded-elsewhere'],
  ['6: plain http around', { ...part, topOrigin: 'http://switch.example' }, 'embedded-elsewhere'],
];

describe('which challenges may be answered', () => {
  it.each(accepted)('%s', (_name, challenge) => {
    expect(challengeRefusal(challenge)).toBeNull();
  });

  it.each(refused)('not invariant %s', (_name, challenge, reason) => {
    expect(challengeRefusal(challenge)).toBe(reason);
  });
});

const session: SessionEntry = {
  kind: 'session',
  id: asId('s'),
  rev: 1,
  name: 'Switch',
  deletedAt: null,
  startUrl: 'https://switch.example/',
  origin: 'https://switch.example',
  signInOrigins: ['https://sso.example', 'http://10.0.0.9'],
  credentialEntryId: asId('c'),
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  fieldChoices: [],
  hostTemplate: null,
  rememberedPasswords: [],
  httpAuth: true,
};

describe('which session answers', () => {
  it.each([
    ['its origin', session, 'https://switch.example', true],
    ['a sign-in origin', session, 'https://sso.example', true],
    ['1: with its switch off', { ...session, httpAuth: false }, 'https://switch.example', false],
    ['1: deleted', { ...session, deletedAt: 1 }, 'https://switch.example', false],
    ['1: not linked', { ...session, credentialEntryId: null }, 'https://switch.example', false],
    ['5: another port', session, 'https://switch.example:8443', false],
    ['5: another scheme', session, 'http://switch.example', false],
    ['5: a host below', session, 'https://a.switch.example', false],
    ['5: plain http that it does not allow', session, 'http://10.0.0.9', false],
    ['5: plain http that it allows', { ...session, allowHttp: true }, 'http://10.0.0.9', true],
  ])('invariant %s', (_name, entry, origin, answers) => {
    expect(answersOn(entry, origin, new Set())).toBe(answers);
  });
});

describe('invariant 8: what comes back', () => {
  const answered: AnsweredChallenge = {
    requestId: '1',
    tabId: 5,
    origin: 'https://switch.example',
    realm: 'Switch',
    at: 2_000,
  };
  const next: HttpChallenge = { ...page, requestId: '2', at: 3_000 };
  const now = 3_000;
  it.each([
    ['the same request', { ...page, at: 9_000_000 }, 9_000_000, 'refused'],
    ['the same request, raised before', page, now, 'refused'],
    ['the same tab, origin and realm soon after', next, now, 'refused'],
    ['the same request, sent on to another realm', { ...page, realm: 'Admin' }, now, 'elsewhere'],
    ['the same request, sent on to another origin', { ...page, url: 'https://sso.example/' }, now, 'elsewhere'],
    ['not a minute later', { ...next, at: 2_000 + sameChallengeMs }, 2_000 + sameChallengeMs, null],
    ['not beside it', { ...next, at: 1_999 }, now, null],
    ['not in another tab', { ...next, tabId: 6 }, now, null],
    ['not another realm', { ...next, realm: 'Printer' }, now, null],
    ['not another port', { ...next, url: 'https://switch.example:8443/' }, now, null],
  ])('%s', (_name, challenge, at, back) => {
    expect(cameBack(challenge, [answered], at)).toBe(back);
  });
});
