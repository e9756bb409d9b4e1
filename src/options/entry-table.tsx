import type { EntryView, SessionEntryView } from '../messaging/contract.ts';
import { countText } from '../texts/count-text.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { entryDetail, linkedEntry } from './entry-text.ts';
import { hrefOf } from './route.ts';

interface EntryTableProps {
  readonly title: string;
  readonly entries: readonly EntryView[];
  /** Every entry, for the names of links. */
  readonly all: readonly EntryView[];
  readonly onDelete: (entry: EntryView) => void;
}

interface SessionBadgesProps {
  readonly session: SessionEntryView;
  readonly all: readonly EntryView[];
}

function SessionBadges({ session, all }: SessionBadgesProps) {
  const unlinked = session.credentialEntryId === null ? text('optionsNotLinked') : text('optionsLinkedEntryDeleted');
  return (
    <>
      {linkedEntry(session, all) === undefined && <span class="badge badge-care">{unlinked}</span>}
      {session.missingSites.length > 0 && <span class="badge badge-care">{text('optionsSiteAccessMissing')}</span>}
      {session.allowHttp && <span class="badge badge-care">{text('optionsPlainHttp')}</span>}
    </>
  );
}

function EntryRow({
  entry,
  all,
  onDelete,
}: Omit<EntryTableProps, 'title' | 'entries'> & { readonly entry: EntryView }) {
  const href = hrefOf({ page: entry.kind, id: entry.id });
  const detail = entryDetail(entry, all);
  return (
    <li class="entry-row">
      <div class="entry-text">
        <a class="entry-name" href={href}>
          <bdi>{entry.name}</bdi>
        </a>
        <span class="entry-detail" title={detail}>
          <bdi>{detail}</bdi>
        </span>
      </div>
      <div class="entry-badges">{entry.kind === 'session' && <SessionBadges session={entry} all={all} />}</div>
      <div class="entry-actions">
        <a
          class="button"
          href={href}
          aria-label={text(entry.rights.edit ? 'optionsEditNamed' : 'optionsOpenNamed', entry.name)}
        >
          {text(entry.rights.edit ? 'optionsEdit' : 'optionsOpen')}
        </a>
        {entry.rights.edit && (
          <Button onClick={() => onDelete(entry)} label={text('optionsDeleteNamed', entry.name)}>
            {text('optionsDelete')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The entries of one kind, one row each. */
export function EntryTable({ title, entries, all, onDelete }: EntryTableProps) {
  if (entries.length === 0) return null;
  return (
    <section class="entry-table" aria-label={title}>
      <h2>
        {title} <span class="count">{countText(entries.length)}</span>
      </h2>
      <ul class="rows">
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} all={all} onDelete={onDelete} />
        ))}
      </ul>
    </section>
  );
}
