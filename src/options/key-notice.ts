import type { ApiKeySummary } from '../domain/api-key.ts';
import type { ConnectionReport } from '../domain/connection.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { newCredentialHref } from './route.ts';
import type { Notice } from './vault-context.ts';

function restOf({ steps }: ConnectionReport): string {
  if (steps.keyAccepted !== 'yes') return text('optionsHasNotBeenTestedYet');
  if (steps.passwordValues === 'no') return text('optionsGlueAcceptsButMayNot');
  return text('optionsGlueAcceptsIt');
}

/** What saving a key came to, and what follows from it. */
export function savedKeyNotice(saved: ApiKeySummary, report: ConnectionReport, replaced: boolean): Notice {
  const done = text(replaced ? 'optionsWasReplaced' : 'optionsWasSaved', saved.name);
  const said = sentences(done, restOf(report));
  if (replaced) return { text: said };
  return { text: said, next: { text: text('optionsNextMakeCredentialEntry'), href: newCredentialHref } };
}
