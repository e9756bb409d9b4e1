import type { Failure, FailureCode } from '../domain/failure.ts';
import type { PasswordId } from '../domain/ids.ts';
import type { CredentialEntryView, RemoteEntryView, SessionEntryView } from '../messaging/contract.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { openAccessInOptions, openDomainsInOptions } from './open-options.ts';
import type { PopupAccess } from './popup-context.ts';

/** What a person may say to a failure so that the act goes on. */
export interface GoOn {
  readonly text: string;
  readonly onClick: () => void;
}

/** What was tried. */
interface Tried {
  readonly session: SessionEntryView | RemoteEntryView;
  readonly passwordId: PasswordId | null;
}

interface Way {
  readonly ask: PopupAccess['ask'];
  /** What an administrator's session is linked to; null: to nothing, or it is a technician's. */
  readonly credential: CredentialEntryView | null;
  readonly again: (otherClient?: true) => void;
  readonly say: (failure: Failure, goOn?: GoOn) => void;
}

/** What may be over by the next try. */
const passing: readonly FailureCode[] = [
  'offline',
  'timeout',
  'it-glue-down',
  'rate-limited',
  'page-silent',
  'interrupted',
];

/** Opens options where the browser asks for the site or where the missing primary domain is named, tries again what failed on the way to IT Glue or to the page, fills all the same in another client's tab, or confirms the addresses of a session that came in a pack; undefined: nothing helps. */
export function goOnAfter(
  failure: Failure,
  { session, passwordId }: Tried,
  { ask, credential, again, say }: Way,
): GoOn | undefined {
  if (failure.code === 'site-not-permitted')
    return { text: text('uiAllowAccess'), onClick: () => void openAccessInOptions(session.id, passwordId) };
  if (passing.includes(failure.code)) return { text: text('popupTryAgain'), onClick: () => again() };
  if (failure.code === 'host-refused' && failure.problem === 'no-primary-domain' && credential !== null)
    return { text: text('popupNameDomain'), onClick: () => void openDomainsInOptions(ask, credential, passwordId) };
  if (failure.code === 'other-client') return { text: text('popupFillAnyway'), onClick: () => again(true) };
  if (failure.code !== 'origins-unconfirmed') return undefined;
  const { origins } = failure;
  const confirm = async (sure: { readonly otherAddress?: true }): Promise<void> => {
    const answer = await ask('sessionEntry.confirmOrigins', { entryId: session.id, origins, ...sure });
    if (answer.ok) return again();
    const useIt = { text: text('popupUseAllSame'), onClick: () => void confirm({ otherAddress: true }) };
    say(answer.failure, answer.failure.code === 'record-elsewhere' ? useIt : undefined);
  };
  const right = plural('popupAddressesRight', origins.length);
  return { text: right, onClick: () => void confirm({}) };
}
