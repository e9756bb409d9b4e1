import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHost, sitePattern, webOrigin } from '../../src/domain/host.ts';

/** Pieces of which deceptive addresses are made, besides every other text. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.domain(),
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom(
    'https://',
    'http://',
    'HTTPS://',
    'javascript:',
    'data:',
    '//',
    '\\\\',
    '/',
    '@',
    ':',
    ':443',
    ':80',
    ':8443',
    '?',
    '#',
    '.',
    '%2e',
    '%00',
    '\u3002',
    '\uff0e',
    '\u202e',
    '\u00ad',
    '0x7f.1',
    '017700000001',
    '127.1',
    '[::1]',
    'user:pw@',
    'xn--',
    'münchen.example',
    'раураӏ.example',
    ' ',
    '\t',
  ),
);
const typed = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);

const runs = { numRuns: 3_000 };

describe('SR-3: whatever is typed as Host', () => {
  it('is refused, or is one canonical origin that its address and a page there agree on', () => {
    fc.assert(
      fc.property(typed, fc.boolean(), (text, allowHttp) => {
        const host = parseHost(text, allowHttp);
        if (!host.ok) {
          expect(host.failure.code).toBe('host-refused');
          return;
        }
        const { url, origin, secure } = host.value;
        const parsed = new URL(url);
        expect(parsed.origin).toBe(origin);
        expect(parsed.href).toBe(url);
        expect(webOrigin(url)).toBe(origin);
        expect([parsed.username, parsed.password, parsed.hash]).toEqual(['', '', '']);
        expect(secure).toBe(origin.startsWith('https://'));
        expect(secure || allowHttp).toBe(true);
        expect(parsed.hostname.endsWith('.')).toBe(false);
        // Nothing that could hide or turn a part of it is left.
        expect(origin).toMatch(/^https?:\/\/(\[[0-9a-f:.]+\]|[!-~]+)$/);
        expect(sitePattern(origin)).toBe(`${parsed.protocol}//${parsed.hostname}/*`);
      }),
      runs,
    );
  });

  it('says the same once more of what it said', () => {
    fc.assert(
      fc.property(typed, fc.boolean(), (text, allowHttp) => {
        const host = parseHost(text, allowHttp);
        if (host.ok) expect(parseHost(host.value.url, allowHttp)).toEqual(host);
      }),
      runs,
    );
  });

  it('is never plain http where that is not allowed, and the same origin where it is https', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const strict = parseHost(text, false);
        const lenient = parseHost(text, true);
        if (strict.ok) expect(lenient).toEqual(strict);
        else if (lenient.ok) expect(lenient.value.secure).toBe(false);
      }),
      runs,
    );
  });
});
