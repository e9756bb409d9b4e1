import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/domain/secret.ts';
import { type CodeSeed, codeAt, parseSeed, type SeedProblem } from '../../src/domain/totp.ts';

/** RFC 6238, appendix B: seeds of 20, 32 and 64 ASCII bytes, here in base32. */
const seeds = {
  SHA1: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  SHA256: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA',
  SHA512: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNA',
} as const;

const vectors: readonly (readonly [seconds: number, algorithm: keyof typeof seeds, code: string])[] = [
  [59, 'SHA1', '94287082'],
  [59, 'SHA256', '46119246'],
  [59, 'SHA512', '90693936'],
  [1111111109, 'SHA1', '07081804'],
  [1111111109, 'SHA256', '68084774'],
  [1111111109, 'SHA512', '25091201'],
  [1111111111, 'SHA1', '14050471'],
  [1111111111, 'SHA256', '67062674'],
  [1111111111, 'SHA512', '99943326'],
  [1234567890, 'SHA1', '89005924'],
  [1234567890, 'SHA256', '91819424'],
  [1234567890, 'SHA512', '93441116'],
  [2000000000, 'SHA1', '69279037'],
  [2000000000, 'SHA256', '90698825'],
  [2000000000, 'SHA512', '38618901'],
  [20000000000, 'SHA1', '65353130'],
  [20000000000, 'SHA256', '77737706'],
  [20000000000, 'SHA512', '47863826'],
];

const seed = (algorithm: keyof typeof seeds, digits: number, periodSeconds = 30): CodeSeed => ({
  algorithm,
  digits,
  periodSeconds,
  issuer: null,
  secret: new Secret(seeds[algorithm]),
});

describe('codeAt', () => {
  it.each(vectors)('RFC 6238: at %i s by %s it is %s', (seconds, algorithm, code) => {
    expect(codeAt(seed(algorithm, 8), seconds * 1000).code).toBe(code);
    expect(codeAt(seed(algorithm, 6), seconds * 1000).code).toBe(code.slice(2));
    expect(codeAt(seed(algorithm, 7), seconds * 1000).code).toBe(code.slice(1));
  });

  it('says until when the code holds', () => {
    expect(codeAt(seed('SHA1', 6), 59_000).validUntil).toBe(60_000);
    expect(codeAt(seed('SHA1', 6), 60_000).validUntil).toBe(90_000);
    expect(codeAt(seed('SHA1', 6, 60), 61_000).validUntil).toBe(120_000);
  });
});

describe('parseSeed', () => {
  it.each([
    'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    'gezd gnbv gy3t qojq gezd gnbv gy3t qojq',
    'GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ==',
  ])('takes the secret as sites print it: %s', (typed) => {
    const parsed = parseSeed(typed) as CodeSeed;
    expect(parsed).toMatchObject({ algorithm: 'SHA1', digits: 6, periodSeconds: 30, issuer: null });
    expect(codeAt(parsed, 59_000).code).toBe('287082');
  });

  it('takes an otpauth address with all it says', () => {
    const parsed = parseSeed(
      `otpauth://totp/Acme:eve?secret=${seeds.SHA512}&issuer=Acme&algorithm=SHA512&digits=8&period=60`,
    );
    expect(parsed).toMatchObject({ algorithm: 'SHA512', digits: 8, periodSeconds: 60, issuer: 'Acme' });
  });

  it.each<[string, SeedProblem]>([
    ['  ', 'empty'],
    ['hello world 189', 'not-base32'],
    ['ABCDEFGH', 'too-short'],
    [`otpauth://hotp/x?secret=${seeds.SHA1}&counter=1`, 'not-time-based'],
    ['otpauth://totp/x', 'not-supported'],
    [`otpauth://totp/x?secret=${seeds.SHA1}&digits=9`, 'not-supported'],
    [`otpauth://totp/x?secret=${seeds.SHA1}&period=5`, 'not-supported'],
    [`otpauth://totp/x?secret=${seeds.SHA1}&algorithm=SHA224`, 'not-supported'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(parseSeed(typed)).toBe(problem);
  });
});
