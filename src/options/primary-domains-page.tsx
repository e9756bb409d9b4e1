import { useRef, useState } from 'preact/hooks';
import type { OrganizationSummary } from '../domain/credential.ts';
import type { ApiKeyId, OrganizationId } from '../domain/ids.ts';
import { readDomainLines } from '../domain/primary-domain-lines.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { useAdministratorsText } from './administrators-text.ts';
import { DomainLines } from './domain-lines.tsx';
import { DomainList } from './domain-list.tsx';
import { createDrafts, useDraft } from './draft.ts';
import { FailureNote } from './failure-note.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { PageHeading } from './page-heading.tsx';
import { hrefOf } from './route.ts';
import { type DomainChange, type DomainRow, usePrimaryDomains } from './use-primary-domains.ts';
import { useVault } from './vault-context.ts';

const drafts = createDrafts<{ readonly lines: string }>('primary-domains');

const withLine = (lines: string, line: string): string =>
  [...lines.split('\n').filter((one) => one.trim() !== ''), line].join('\n');

/** What an organization is called in a line: by its name, where that is understood as it alone. */
function calledIn({ id, name }: DomainRow, organizations: readonly OrganizationSummary[]): string {
  const [read] = readDomainLines(`${name};example.com`, organizations);
  return read !== undefined && 'domain' in read.meant && read.meant.organization.id === id ? name : id;
}

interface DomainsProps {
  readonly apiKeyId: ApiKeyId;
  readonly organizationId: OrganizationId | null;
  readonly domains: ReturnType<typeof usePrimaryDomains>;
  readonly rows: readonly DomainRow[];
}

/** The lines as they are typed, with what puts more of them in. */
function useLines({ apiKeyId, organizationId, domains, rows }: DomainsProps) {
  const { organizations } = domains;
  const wanted = rows.find(({ id }) => id === organizationId);
  const start = { lines: wanted === undefined || wanted.domain !== null ? '' : `${calledIn(wanted, organizations)};` };
  const place = hrefOf({ page: 'key-domains', id: apiKeyId, organizationId: null });
  const { draft, kept, change, reset } = useDraft(drafts, place, start);
  const said = new Set(
    readDomainLines(draft.lines, organizations).flatMap(({ meant }) =>
      'domain' in meant ? [meant.organization.id] : [],
    ),
  );
  const suggested = rows.filter(
    ({ id, domain, suggestion }) => domain === null && suggestion !== null && !said.has(id),
  );
  const lineOf = (row: DomainRow, domain: string): string => `${calledIn(row, organizations)};${domain}`;
  return {
    lines: draft.lines,
    kept,
    reset,
    wanted,
    suggested: suggested.length,
    type: (lines: string): void => change({ lines }),
    add: (row: DomainRow, domain: string): void => change({ lines: withLine(draft.lines, lineOf(row, domain)) }),
    addSuggested: (): void => {
      const more = suggested.map((row) => lineOf(row, row.suggestion?.domain ?? ''));
      change({ lines: more.reduce(withLine, draft.lines) });
    },
  };
}

function Domains(props: DomainsProps) {
  const { organizations, change, bar, failure, waiting } = props.domains;
  const { lines, kept, reset, wanted, suggested, type, add, addSuggested } = useLines(props);
  const [typed, setTyped] = useState(wanted?.name ?? '');
  const area = useRef<HTMLTextAreaElement>(null);
  const keep = async (changes: readonly DomainChange[], left: string): Promise<void> => {
    if (await change(changes, plural('optionsDomainsKept', changes.length))) type(left);
  };
  return (
    <>
      <section class="card form">
        <KeptDraft kept={kept} onDiscard={reset} />
        <DomainLines
          value={lines}
          onInput={type}
          organizations={organizations}
          rows={props.rows}
          area={area}
          waiting={waiting}
          onKeep={(changes, left) => void keep(changes, left)}
          suggest={suggested === 0 ? null : { count: suggested, add: addSuggested }}
        />
        <FailureNote failure={failure} />
      </section>
      <DomainList
        rows={props.rows}
        typed={typed}
        onTyped={setTyped}
        onTake={(row, domain) => {
          add(row, domain);
          area.current?.focus();
        }}
        onRemove={({ id, name }) =>
          void change([{ organizationId: id, domain: null }], text('optionsDomainRemoved', name))
        }
      />
      {bar}
    </>
  );
}

function Loaded({ apiKeyId, organizationId }: Pick<DomainsProps, 'apiKeyId' | 'organizationId'>) {
  const domains = usePrimaryDomains(apiKeyId);
  const { rows, loadFailure, waiting, reload } = domains;
  return (
    <>
      <FailureNote failure={loadFailure} onRetry={reload} />
      {rows === null && waiting && <p class="waiting">{text('optionsReadingTheVault')}</p>}
      {rows !== null && <Domains apiKeyId={apiKeyId} organizationId={organizationId} domains={domains} rows={rows} />}
    </>
  );
}

interface PrimaryDomainsPageProps {
  readonly id: ApiKeyId;
  /** Whose domain is to be named; null: nobody's in particular. */
  readonly organizationId: OrganizationId | null;
}

/** The primary domains of an API key's organizations, which IT Glue's API does not have: kept in this vault. */
export function PrimaryDomainsPage({ id, organizationId }: PrimaryDomainsPageProps) {
  const { administrator } = useVault();
  const whose = useAdministratorsText('failureAdministratorOnly');
  return (
    <>
      <PageHeading title={text('optionsPrimaryDomains')} />
      <p class="lead">{text('optionsPrimaryDomainsLead', '{organization.primaryDomain}')}</p>
      {administrator ? (
        <Loaded key={`${id} ${organizationId}`} apiKeyId={id} organizationId={organizationId} />
      ) : (
        <Banner kind="info">{whose}</Banner>
      )}
      <p>
        <a href={hrefOf({ page: 'key', id })}>{text('optionsDomainBack')}</a>
      </p>
    </>
  );
}
