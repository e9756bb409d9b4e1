import type { ApiKeySummary } from '../domain/api-key.ts';
import type { ConnectionReport } from '../domain/connection.ts';
import { newCredentialHref } from './route.ts';
import type { Notice } from './vault-context.ts';

function restOf({ steps }: ConnectionReport): string {
  if (steps.keyAccepted !== 'yes') return ' It has not been tested yet.';
  if (steps.passwordValues === 'no')
    return ' IT Glue accepts it, but it may not read password values: turn on Password Access for it in IT Glue.';
  return ' IT Glue accepts it.';
}

/** What saving a key came to, and what follows from it. */
export function savedKeyNotice(saved: ApiKeySummary, report: ConnectionReport, replaced: boolean): Notice {
  const text = `“${saved.name}” was ${replaced ? 'replaced' : 'saved'}.${restOf(report)}`;
  return replaced ? { text } : { text, next: { text: 'Next: make a credential entry', href: newCredentialHref } };
}
