import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { EntryId } from '../domain/ids.ts';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import { usePopup } from './popup-context.ts';
import { workingOrganization } from './working-organization.ts';

/** What a list shows at once; more is found by typing. */
const mostRows = 200;

interface Question {
  readonly entryId: EntryId;
  readonly query: string;
  readonly origin: string | null;
  /** Another one asks again. */
  readonly turn: string;
}

interface Found {
  readonly query: string;
  readonly found: IndexSearch;
}

/**
 * The list of an entry of all organizations, searched by the worker; the last answer stays until the next is there, and
 * `answers` says which query it is of.
 */
export function useCredentialsSearch({ entryId, query, origin, turn }: Question) {
  const { ask, entries, front } = usePopup();
  const [last, setLast] = useState<Found | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const organizationId = workingOrganization(entries, front);
  useEffect(() => {
    let here = true;
    void ask('credentials.search', { entryId, query, limit: mostRows, origin, organizationId }).then((answer) => {
      if (!here) return;
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) setLast({ query, found: answer.value });
    });
    return () => {
      here = false;
    };
  }, [ask, entryId, query, origin, organizationId, turn]);
  return { found: last?.found ?? null, answers: last?.query ?? null, failure };
}
