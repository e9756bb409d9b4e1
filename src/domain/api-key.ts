import type { ApiKeyId } from './ids.ts';
import type { Region } from './region.ts';

/** What may be told of a saved API key. The key itself sits in the same sealed record and never comes back out. */
export interface ApiKeySummary {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly region: Region;
  /** Milliseconds since 1970, like all times here. */
  readonly addedAt: number;
  /** When it was last exchanged for a new one, or null. */
  readonly replacedAt: number | null;
  /** IT Glue revokes keys that were not used for 90 days; null before the first success. */
  readonly lastSuccessAt: number | null;
}

/** What people paste: blanks, line ends and quotes around a key are not part of it. */
export const trimApiKey = (pasted: string): string =>
  pasted
    .trim()
    .replace(/^["'`]+|["'`]+$/g, '')
    .trim();

/** Only a hint: gateway keys and old keys look otherwise. */
export const looksLikeItGlueKey = (key: string): boolean => /^ITG\.[0-9A-Za-z_.-]{20,}$/.test(key);

const dayMs = 86_400_000;

/** Days until IT Glue revokes a key for want of use. */
export const daysUntilRevocation = (lastSuccessAt: number, now: number): number =>
  Math.max(0, 90 - Math.floor((now - lastSuccessAt) / dayMs));
