import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../domain/result.ts';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import type { RequestOf } from '../messaging/contract.ts';
import { usePopup } from './popup-context.ts';
import type { Answer } from './use-on-row.ts';
import { workingOrganization } from './working-organization.ts';

const mostHits = 60;

/** Whoever opens the popup to press Enter at once is not kept waiting (ms). */
const openIndexAfterMs = 150;

type Question = RequestOf<'index.search'>;

interface Found {
  readonly query: string;
  readonly found: IndexSearch | null;
}

interface Asked {
  readonly question: Question;
  readonly answer: Promise<Result<IndexSearch>>;
}

const same = (a: Question, b: Question): boolean =>
  a.query === b.query && a.origin === b.origin && a.organizationId === b.organizationId;

/** Has the index opened before the first letter is typed: a worker that was started for this popup has not read it yet. */
function useOpenedIndex(typed: string, origin: string | null): void {
  const { ask } = usePopup();
  const waits = typed === '';
  useEffect(() => {
    if (!waits) return;
    const question = { query: '', limit: 1, origin, organizationId: null };
    const timer = setTimeout(() => void ask('index.search', question), openIndexAfterMs);
    return () => clearTimeout(timer);
  }, [waits]);
}

/** Asks the worker. `ahead` asks before what was typed is drawn, and its answer is taken once the question is drawn. */
function useAsked() {
  const { ask } = usePopup();
  const early = useRef<Asked | null>(null);
  const asking = (question: Question): Asked['answer'] => ask('index.search', question);
  return {
    ahead: (question: Question): void => {
      early.current = { question, answer: asking(question) };
    },
    answerTo: (question: Question): Asked['answer'] => {
      const { current } = early;
      early.current = null;
      return current !== null && same(current.question, question) ? current.answer : asking(question);
    },
  };
}

interface IndexSearching {
  readonly found: IndexSearch | null;
  readonly answer: Answer;
  /** Takes what is typed as it is typed. */
  readonly typing: (query: string) => void;
}

/**
 * What IT Glue has for the typed words, by the index alone; null: nothing was asked, or nothing could be. The last answer
 * stays until the next is there.
 */
export function useIndexSearch(query: string): IndexSearching {
  const { ask, entries, front } = usePopup();
  const [last, setLast] = useState<Found | null>(null);
  const asked = useAsked();
  const typed = query.trim();
  const { origin } = front;
  const organizationId = workingOrganization(entries, front);
  const questionOf = (text: string): Question => ({ query: text, limit: mostHits, origin, organizationId });
  useOpenedIndex(typed, origin);
  useLayoutEffect(() => {
    if (typed === '') return setLast(null);
    let here = true;
    void asked.answerTo(questionOf(query)).then((answer) => {
      if (here) setLast({ query, found: answer.ok ? answer.value : null });
    });
    return () => {
      here = false;
    };
  }, [ask, query, typed, origin, organizationId]);
  const typing = (text: string): void => {
    if (text.trim() !== '') asked.ahead(questionOf(text));
  };
  if (typed === '') return { found: null, answer: 'there', typing };
  return { found: last?.found ?? null, answer: last?.query === query ? 'there' : 'awaited', typing };
}
