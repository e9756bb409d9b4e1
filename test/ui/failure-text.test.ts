import { describe, expect, it } from 'vitest';
import type { FailureCode, FailureOf, HostProblem } from '../../src/domain/failure.ts';
import { domainProblems } from '../../src/domain/primary-domain.ts';
import { failureText } from '../../src/ui/failure-text.ts';

/** One failure of every code: a new code without one does not compile. */
const samples: { readonly [Code in FailureCode]: Omit<FailureOf<Code>, 'code'> } = {
  'no-vault': {},
  'vault-exists': {},
  locked: {},
  'wrong-passphrase': { waitSeconds: 0 },
  'unlock-delayed': { waitSeconds: 8 },
  'passphrase-too-short': { minimum: 12 },
  'passphrase-taken': {},
  'vault-damaged': { records: [{ kind: 'entry', id: 'e-17', reason: 'tampered' }] },
  'vault-too-new': {},
  'storage-failed': {},
  'not-allowed': { right: 'viewPassword' },
  'policy-forbids': { rule: 'disableReveal' },
  'not-for-packs': { entryName: 'Everybody' },
  'gateway-token': {},
  'gateway-refused': {},
  'pack-refused': { problem: 'does-not-open' },
  'pack-ended': { expiresAt: 1_000_000_000_000 },
  'origins-unconfirmed': { origins: ['https://portal.example'] },
  'record-elsewhere': { host: 'other.example' },
  'backup-refused': { problem: 'damaged' },
  'administrator-only': {},
  'invalid-input': { field: 'name' },
  'host-refused': { problem: 'scheme' },
  'domain-refused': { problem: 'unknown-suffix' },
  'entry-not-found': {},
  'entry-changed': {},
  'folder-not-found': {},
  'folder-changed': {},
  'folder-refused': { problem: 'too-deep' },
  'api-key-not-found': {},
  'api-key-in-use': { entries: ['Acme portal', 'Globex'] },
  'not-linked': {},
  'choose-first': {},
  'username-empty': {},
  'clipboard-refused': {},
  'reason-needed': {},
  'other-client': { organizationName: 'Acme', by: 'tab' },
  'not-in-list': {},
  'remembered-gone': {},
  'no-code-kept': {},
  'seed-refused': { problem: 'not-base32' },
  offline: {},
  timeout: {},
  'it-glue-down': { status: 503 },
  'rate-limited': { waitSeconds: 45 },
  'not-it-glue': {},
  'bad-response': {},
  'key-not-accepted': {},
  'record-not-visible': {},
  'record-gone': {},
  'record-moved': {},
  'no-password-access': {},
  'password-vaulted': {},
  'password-empty': {},
  'password-archived': {},
  'no-page': {},
  'page-not-fillable': {},
  'page-silent': {},
  'no-linked-session': { origin: 'https://portal.acme.example' },
  'site-not-permitted': { origin: 'https://portal.acme.example' },
  'tab-closed': {},
  'no-containers': {},
  'no-private-windows': {},
  'intent-expired': {},
  'sign-in-refused': { origin: 'https://switch.acme.example' },
  'challenge-gone': {},
  interrupted: {},
};

const codes = Object.keys(samples) as FailureCode[];
const textOf = <Code extends FailureCode>(code: Code, details: Omit<FailureOf<Code>, 'code'> = samples[code]) =>
  failureText({ code, ...details } as unknown as FailureOf<Code>);

const isSentence = /^[A-Z].*\.$/s;
const placeholder = /undefined|null|NaN|\[object|\{|\}|\$|TODO|lorem/i;

describe('failureText', () => {
  it.each(codes)('%s: a sentence and a next step, without a placeholder', (code) => {
    const { sentence, nextStep } = textOf(code);
    expect(sentence).toMatch(isSentence);
    expect(nextStep).toMatch(isSentence);
    expect(`${sentence} ${nextStep}`).not.toMatch(placeholder);
    if (code.includes('-')) expect(sentence).not.toContain(code);
  });

  it('no two failures say the same', () => {
    expect(new Set(codes.map((code) => textOf(code).sentence)).size).toBe(codes.length);
  });

  it('names every reason why IT Glue may refuse a key', () => {
    const { sentence } = textOf('key-not-accepted');
    for (const reason of ['region', 'paused', 'revoked after 90 days', 'IP address', 'Enterprise'])
      expect(sentence).toContain(reason);
  });

  it('says how long to wait', () => {
    expect(textOf('rate-limited').nextStep).toContain('45 seconds');
    expect(textOf('rate-limited', { waitSeconds: 300 }).nextStep).toContain('5 minutes');
    expect(textOf('unlock-delayed', { waitSeconds: 1 }).nextStep).toContain('1 second.');
  });

  it('names damaged records, the first few by kind and id', () => {
    const records = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ kind: 'api-key', id, reason: 'missing' }) as const);
    const { sentence } = textOf('vault-damaged', { records });
    expect(sentence).toContain('API key a is missing');
    expect(sentence).toContain('2 more');
    expect(textOf('vault-damaged', { records: [] }).sentence).toBe('The vault is damaged on disk.');
  });

  it('has a sentence for every problem of a Host, and of a primary domain', () => {
    const problems: Record<HostProblem, true> = {
      empty: true,
      'not-an-address': true,
      scheme: true,
      userinfo: true,
      'trailing-dot': true,
      'ip-shorthand': true,
      'http-not-allowed': true,
      'unknown-variable': true,
      'no-primary-domain': true,
      'domain-place': true,
      'domain-value': true,
      'variable-place': true,
      'variable-domain': true,
      'variable-unlinked': true,
      'variable-value': true,
      'variable-changed': true,
      'variable-not-here': true,
    };
    const texts = [
      ...(Object.keys(problems) as HostProblem[]).map((problem) => textOf('host-refused', { problem })),
      ...domainProblems.map((problem) => textOf('domain-refused', { problem })),
    ];
    for (const { sentence, nextStep } of texts) {
      expect(sentence).toMatch(isSentence);
      expect(nextStep).toMatch(isSentence);
    }
    expect(new Set(texts.map(({ sentence }) => sentence)).size).toBe(texts.length);
  });
});
