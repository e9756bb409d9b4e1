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

/** The list of an entry of all organizations, searched by the worker; the last answer stays until the next is there. */
export function useCredentialsSearch({ entryId, query, origin, turn }: Question) {
  const { ask, entries, front } = usePopup();
  const [found, setFound] = useState<IndexSearch | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const organizationId = workingOrganization(entries, front);
  useEffect(() => {
    let here = true;
    void ask('credentials.search', { entryId, query, limit: mostRows, origin, organizationId }).then((answer) => {
      if (!here) return;
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) setFound(answer.value);
    });
    return () => {
      here = false;
    };
  }, [ask, entryId, query, origin, organizationId, turn]);
  return { found, failure };
}
