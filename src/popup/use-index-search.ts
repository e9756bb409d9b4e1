import { useLayoutEffect, useState } from 'preact/hooks';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import { usePopup } from './popup-context.ts';
import { workingOrganization } from './working-organization.ts';

const mostHits = 60;

/** What IT Glue has for the typed words, by the index alone; null: nothing was asked, or nothing could be. */
export function useIndexSearch(query: string): IndexSearch | null {
  const { ask, entries, front } = usePopup();
  const [found, setFound] = useState<IndexSearch | null>(null);
  const typed = query.trim();
  const { origin } = front;
  const organizationId = workingOrganization(entries, front);
  useLayoutEffect(() => {
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
