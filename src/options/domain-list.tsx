import { useMemo } from 'preact/hooks';
import { folded, holdsAll, typedWords } from '../domain/search-text.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { ShownText } from '../ui/shown-text.tsx';
import { TextField } from '../ui/text-field.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import type { DomainRow } from './use-primary-domains.ts';

const rowHeight = 46;
const mostInView = 10;

interface RowProps {
  readonly row: DomainRow;
  readonly onTake: (row: DomainRow, domain: string) => void;
  readonly onRemove: (row: DomainRow) => void;
}

function Row({ row, onTake, onRemove }: RowProps) {
  const { name, domain, suggestion } = row;
  if (domain !== null)
    return (
      <div class="domain-row">
        <ShownText text={name} />
        <code dir="ltr">{domain}</code>
        <span class="domain-acts">
          <Button kind="quiet" label={text('optionsDomainChangeNamed', name)} onClick={() => onTake(row, domain)}>
            {text('optionsDomainChange')}
          </Button>
          <Button kind="quiet" label={text('optionsDomainRemoveNamed', name)} onClick={() => onRemove(row)}>
            {text('optionsRemove')}
          </Button>
        </span>
      </div>
    );
  const offered = suggestion?.domain ?? '';
  return (
    <div class="domain-row">
      <ShownText text={name} />
      <span class="hint domain-note">
        {suggestion === null
          ? text('optionsDomainNone')
          : plural('optionsDomainSuggested', suggestion.users, suggestion.domain)}
      </span>
      <span class="domain-acts">
        <Button
          kind="quiet"
          label={text(suggestion === null ? 'optionsDomainNameNamed' : 'optionsDomainTakeNamed', name)}
          onClick={() => onTake(row, offered)}
        >
          {text(suggestion === null ? 'optionsDomainName' : 'optionsDomainTake')}
        </Button>
      </span>
    </div>
  );
}

interface DomainListProps extends Omit<RowProps, 'row'> {
  readonly rows: readonly DomainRow[];
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

/** Every organization with its primary domain, found by typing. */
export function DomainList({ rows, typed, onTyped, ...acts }: DomainListProps) {
  const found = useMemo(() => {
    const words = typedWords(typed);
    return rows.filter(({ name, shortName, domain }) =>
      holdsAll(folded(`${name} ${shortName ?? ''} ${domain ?? ''}`), words),
    );
  }, [rows, typed]);
  const kept = rows.filter(({ domain }) => domain !== null).length;
  return (
    <section class="card domain-part" aria-labelledby="domains">
      <h2 id="domains">{text('optionsDomainsHeading')}</h2>
      <p>{plural('optionsDomainCount', rows.length, kept)}</p>
      <TextField
        label={text('optionsDomainSearch')}
        name="search"
        type="search"
        value={typed}
        onInput={onTyped}
        maxLength={200}
      />
      {found.length === 0 && <p role="status">{text('comboboxNothingHolds', typed.trim())}</p>}
      {found.length > 0 && (
        <div class="domain-list" style={{ blockSize: `${Math.min(found.length, mostInView) * rowHeight + 2}px` }}>
          <VirtualList
            items={found}
            rowHeight={rowHeight}
            keyOf={({ id }) => id}
            renderRow={(row) => <Row row={row} {...acts} />}
            active={-1}
          />
        </div>
      )}
    </section>
  );
}
