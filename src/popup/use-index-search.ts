import { useLayoutEffect, useState } from 'preact/hooks';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import { usePopup } from './popup-context.ts';
import type { Answer } from './use-on-row.ts';
import { workingOrganization } from './working-organization.ts';

const mostHits = 60;

interface Found {
  readonly query: string;
  readonly found: IndexSearch | null;
}

/**
 * What IT Glue has for the typed words, by the index alone; null: nothing was asked, or nothing could be. The last answer
 * stays until the next is there.
 */
export function useIndexSearch(query: string): { readonly found: IndexSearch | null; readonly answer: Answer } {
  const { ask, entries, front } = usePopup();
  const [last, setLast] = useState<Found | null>(null);
  const typed = query.trim();
  const { origin } = front;
  const organizationId = workingOrganization(entries, front);
  useLayoutEffect(() => {
    if (typed === '') return setLast(null);
    let here = true;
    void ask('index.search', { query, limit: mostHits, origin, organizationId }).then((answer) => {
      if (here) setLast({ query, found: answer.ok ? answer.value : null });
    });
    return () => {
      here = false;
    };
  }, [ask, query, typed, origin, organizationId]);
  if (typed === '') return { found: null, answer: 'there' };
  return { found: last?.found ?? null, answer: last?.query === query ? 'there' : 'awaited' };
}
