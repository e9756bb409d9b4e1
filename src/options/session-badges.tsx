import type { EntryView, SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { linkedEntry } from './entry-text.ts';

interface SessionBadgesProps {
  readonly session: SessionEntryView;
  readonly all: readonly EntryView[];
}

/** What a session still waits for, or is to be known of it. */
export function SessionBadges({ session, all }: SessionBadgesProps) {
  const unlinked = session.credentialEntryId === null ? text('optionsNotLinked') : text('optionsLinkedEntryDeleted');
  return (
    <>
      {linkedEntry(session, all) === undefined && <span class="badge badge-care">{unlinked}</span>}
      {session.missingSites.length > 0 && <span class="badge badge-care">{text('optionsSiteAccessMissing')}</span>}
      {session.allowHttp && <span class="badge badge-care">{text('optionsPlainHttp')}</span>}
    </>
  );
}
