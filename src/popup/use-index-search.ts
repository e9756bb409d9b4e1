import { useEffect, useState } from 'preact/hooks';
import type { OrganizationId } from '../domain/ids.ts';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import type { EntryView, FrontPage } from '../messaging/contract.ts';
import { usePopup } from './popup-context.ts';

const mostHits = 60;

/** The organization that the page in front is being worked on for: that of its sessions, where they agree. */
function organizationOf(entries: readonly EntryView[], front: FrontPage): OrganizationId | null {
  const linked = new Set<string | null>(
    entries.flatMap((entry) =>
      entry.kind === 'session' && front.sessions.includes(entry.id) ? [entry.credentialEntryId] : [],
    ),
  );
  const organizations = new Set(
    entries.flatMap((entry) => (entry.kind === 'credential' && linked.has(entry.id) ? [entry.organizationId] : [])),
  );
  const [only, ...others] = organizations;
  return only !== undefined && others.length === 0 ? only : null;
}

/** What IT Glue has for the typed words, by the index alone; null: nothing was asked, or nothing could be. */
export function useIndexSearch(query: string): IndexSearch | null {
  const { ask, entries, front } = usePopup();
  const [found, setFound] = useState<IndexSearch | null>(null);
  const typed = query.trim();
  const { origin } = front;
  const organizationId = organizationOf(entries, front);
  useEffect(() => {
    if (typed === '') return setFound(null);
    let here = true;
    void ask('index.search', { query, limit: mostHits, origin, organizationId }).then((answer) => {
      if (here) setFound(answer.ok ? answer.value : null);
    });
    return () => {
      here = false;
    };
  }, [ask, query, typed, origin, organizationId]);
  return typed === '' ? null : found;
}
