import type { AuditAction } from './audit.ts';
import type { Coverage } from './index-state.ts';
import type { KeyDay } from './key-health.ts';
import type { LockSettings } from './lock.ts';
import type { Role } from './permission.ts';
import type { PolicyKey } from './policy.ts';
import type { Region } from './region.ts';

/** What may be told of a vault to somebody who helps: counts, ages and codes. No name, host, address or id. */
export interface Diagnostics {
  readonly role: Role;
  readonly hasTechnician: boolean;
  readonly lock: LockSettings;
  readonly pack: 'none' | 'in use' | 'ended';
  readonly entries: {
    readonly credentials: number;
    readonly alwaysPrompt: number;
    readonly allOrganizations: number;
    readonly sessions: number;
    readonly notLinked: number;
    readonly withoutSiteAccess: number;
    readonly http: number;
    readonly httpAuth: number;
    readonly deleted: number;
    readonly damaged: number;
  };
  readonly apiKeys: readonly {
    readonly region: Region;
    readonly addedDaysAgo: number;
    readonly replacedDaysAgo: number | null;
    readonly usedDaysAgo: number | null;
    readonly refused: KeyDay['refused'];
  }[];
  readonly indexes: readonly {
    readonly coverage: Coverage;
    readonly passwords: number | null;
    readonly organizations: number | null;
    readonly leftOut: number | null;
    readonly syncing: boolean;
    readonly syncedMinutesAgo: number | null;
    readonly waitSeconds: number;
    readonly requestsSent: number;
    readonly failure: string | null;
  }[];
  readonly policy: { readonly set: readonly PolicyKey[]; readonly unreadable: number };
  readonly audit: { readonly records: number; readonly sound: boolean } | null;
  /** What was done last, the latest first. */
  readonly outcomes: readonly {
    readonly action: AuditAction;
    readonly by: string;
    readonly outcome: string;
    readonly minutesAgo: number;
  }[];
}

/** As many of the last outcomes are told. */
export const toldOutcomes = 20;

const minuteMs = 60_000;

export const minutesAgo = (at: number, now: number): number => Math.max(0, Math.round((now - at) / minuteMs));
export const daysAgo = (at: number, now: number): number => Math.floor(minutesAgo(at, now) / 1440);

/** Words that are ours to say: commands, gestures and codes of failures. Anything else is left out, whatever it is. */
export const codeOnly = (word: string): string =>
  /^[a-z][a-zA-Z]*(?:[.-][a-zA-Z]+){0,4}$/.test(word) ? word : 'other';
