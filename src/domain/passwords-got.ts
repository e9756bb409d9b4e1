import type { AuditAction, AuditRecord } from './audit.ts';

/** A password that somebody got, once or often. */
export interface PasswordGot {
  readonly key: string;
  /** null: no record names it. */
  readonly passwordName: string | null;
  readonly organizationName: string | null;
  /** The entry it was used by; null: only its coming from IT Glue was written down. */
  readonly entryName: string | null;
  /** What was done with it, the latest first; that it came from IT Glue alone where nothing else is known. */
  readonly how: readonly AuditAction[];
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** Whatever became of a password came from IT Glue first: that says something where nothing became of it. */
const both = (how: readonly AuditAction[], action: AuditAction): readonly AuditAction[] => {
  const all = [...new Set([...how, action])];
  return all.length > 1 ? all.filter((one) => one !== 'fetched') : all;
};

/** Which passwords records are about, latest first: of several records of one the names are put together. */
export function passwordsGot(records: readonly AuditRecord[]): readonly PasswordGot[] {
  const got = new Map<string, PasswordGot>();
  for (const { passwordId, entryId, passwordName, organizationName, entryName, action, at } of records) {
    const key = passwordId ?? entryId;
    if (key === null) continue;
    const known = got.get(key);
    got.set(key, {
      key,
      passwordName: known?.passwordName ?? passwordName,
      organizationName: known?.organizationName ?? organizationName,
      entryName: known?.entryName ?? entryName,
      how: known === undefined ? [action] : both(known.how, action),
      lastAt: Math.max(known?.lastAt ?? at, at),
    });
  }
  return [...got.values()].toSorted((a, b) => b.lastAt - a.lastAt);
}
