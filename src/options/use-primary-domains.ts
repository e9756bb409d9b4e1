import { useMemo } from 'preact/hooks';
import type { OrganizationSummary } from '../domain/credential.ts';
import { displayText } from '../domain/display-text.ts';
import { type ApiKeyId, asId, type OrganizationId } from '../domain/ids.ts';
import type { PrimaryDomainChange } from '../domain/primary-domain.ts';
import type { SuggestedDomain } from '../domain/search/suggested-domains.ts';
import { text } from '../texts/text.ts';
import { useUndo } from '../ui/use-undo.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

/** An organization as the list shows it. */
export interface DomainRow {
  readonly id: OrganizationId;
  readonly name: string;
  readonly shortName: string | null;
  /** null: none is kept. */
  readonly domain: string | null;
  readonly suggestion: SuggestedDomain | null;
}

export type DomainChange = PrimaryDomainChange<OrganizationId>;

type Domains = Readonly<Record<string, string>>;

/** Those that the key sees, then those that it sees no more and that a domain is still kept for. */
function rowsOf(
  organizations: readonly OrganizationSummary[],
  domains: Domains,
  suggestions: Readonly<Record<string, SuggestedDomain>>,
): readonly DomainRow[] {
  const seen = new Set<string>(organizations.map(({ id }) => id));
  const unseen = Object.keys(domains).filter((id) => !seen.has(id));
  return [
    ...organizations.map(({ id, name, shortName }) => ({
      id,
      name: displayText(name),
      shortName: shortName === null ? null : displayText(shortName),
      domain: domains[id] ?? null,
      suggestion: suggestions[id] ?? null,
    })),
    ...unseen.map((id) => ({
      id: asId<'organization'>(id),
      name: text('optionsOrganizationById', id),
      shortName: null,
      domain: domains[id] ?? null,
      suggestion: null,
    })),
  ];
}

/** The organizations of an API key with their primary domains, and how these are changed. */
export function usePrimaryDomains(apiKeyId: ApiKeyId) {
  const { ask } = useVault();
  const list = useLoaded(apiKeyId, () => ask('organizations.list', { entryId: null, apiKeyId, refresh: false }));
  const kept = useLoaded(apiKeyId, () => ask('primaryDomains.list', { apiKeyId }));
  const { bar, failure, run } = useUndo(kept.reload);
  const rows = useMemo(
    () =>
      list.value === null || kept.value === null
        ? null
        : rowsOf(list.value.rows, kept.value.domains, kept.value.suggestions),
    [list.value, kept.value],
  );
  const before = (id: OrganizationId): string | null => rows?.find((row) => row.id === id)?.domain ?? null;
  const set = (changes: readonly DomainChange[]) => ask('primaryDomains.set', { apiKeyId, changes });
  return {
    organizations: list.value?.rows ?? [],
    rows,
    waiting: list.waiting || kept.waiting,
    loadFailure: list.failure ?? kept.failure,
    reload: () => {
      list.reload();
      kept.reload();
    },
    bar,
    failure,
    /** True when it is so from now on. */
    change: (changes: readonly DomainChange[], said: string): Promise<boolean> => {
      const back = changes.map(({ organizationId }) => ({ organizationId, domain: before(organizationId) }));
      return run({ text: said, act: () => set(changes), undo: () => set(back) });
    },
  };
}
