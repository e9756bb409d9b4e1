import { Secret as OtpSecret, TOTP, URI } from 'otpauth';
import { Secret } from './secret.ts';

export const codeAlgorithms = ['SHA1', 'SHA256', 'SHA512'] as const;

/** What is known of a one-time code (RFC 6238) without its seed. */
export interface CodeFacts {
  readonly algorithm: (typeof codeAlgorithms)[number];
  readonly digits: number;
  readonly periodSeconds: number;
  /** Who issued it, as the otpauth URI says. */
  readonly issuer: string | null;
}

export interface CodeSeed extends CodeFacts {
  /** base32. */
  readonly secret: Secret;
}

/** Why a pasted text is no seed that codes can be made of. */
export type SeedProblem = 'empty' | 'not-base32' | 'too-short' | 'not-time-based' | 'not-supported';

export const codeLimits = { digits: { min: 6, max: 8 }, periodSeconds: { min: 15, max: 120 } } as const;

/** RFC 4226 asks for 128 bits; issuers give as little as 80. */
const leastBytes = 10;

const isWithin = (value: number, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

function seedOf({ secret, algorithm, digits, period, issuer }: TOTP): CodeSeed | SeedProblem {
  const known = codeAlgorithms.find((name) => name === algorithm.replace('-', ''));
  if (known === undefined || !isWithin(digits, codeLimits.digits) || !isWithin(period, codeLimits.periodSeconds))
    return 'not-supported';
  if (secret.bytes.length < leastBytes) return 'too-short';
  const shown = issuer.slice(0, 100);
  return {
    algorithm: known,
    digits,
    periodSeconds: period,
    issuer: shown === '' ? null : shown,
    secret: new Secret(secret.base32),
  };
}

function fromUri(text: string): CodeSeed | SeedProblem {
  if (!/^otpauth:\/\/totp\//i.test(text)) return 'not-time-based';
  try {
    const parsed = URI.parse(text);
    return parsed instanceof TOTP ? seedOf(parsed) : 'not-time-based';
  } catch {
    return 'not-supported';
  }
}

/** Reads an `otpauth://totp/…` URI, or a bare base32 secret (then SHA-1, 6 digits, 30 s as authenticators take it). */
export function parseSeed(typed: string): CodeSeed | SeedProblem {
  const text = typed.trim();
  if (text === '') return 'empty';
  if (/^otpauth:/i.test(text)) return fromUri(text);
  const compact = text.replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase();
  if (!/^[A-Z2-7]+$/.test(compact)) return 'not-base32';
  return seedOf(new TOTP({ secret: OtpSecret.fromBase32(compact) }));
}

/** The code that holds at a moment, and until when (both ms since 1970). */
export function codeAt(seed: CodeSeed, now: number): { readonly code: string; readonly validUntil: number } {
  const { algorithm, digits, periodSeconds, secret } = seed;
  const totp = new TOTP({ algorithm, digits, period: periodSeconds, secret: OtpSecret.fromBase32(secret.expose()) });
  const periodMs = periodSeconds * 1000;
  return { code: totp.generate({ timestamp: now }), validUntil: (Math.floor(now / periodMs) + 1) * periodMs };
}
