import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { OrganizationSummary } from '../domain/credential.ts';
import { displayText } from '../domain/display-text.ts';
import { type DomainLine, readDomainLines } from '../domain/primary-domain-lines.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { lineProblemText } from '../ui/domain-problem-text.ts';
import { ShownText } from '../ui/shown-text.tsx';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import type { DomainChange, DomainRow } from './use-primary-domains.ts';

const rowHeight = 46;
const mostProblems = 50;

type Fitting = Extract<DomainLine['meant'], { readonly domain: string }>;

const isFitting = (meant: DomainLine['meant']): meant is Fitting => 'domain' in meant;

/** What keeping a line does: the domain is new, takes another's place, or is there already. */
function effectOf({ organization, domain }: Fitting, rows: readonly DomainRow[]): string {
  const before = rows.find(({ id }) => id === organization.id)?.domain ?? null;
  if (before === null) return text('optionsDomainNew');
  return before === domain ? text('optionsDomainSame') : text('optionsDomainInsteadOf', before);
}

function FittingRow({ fitting, rows }: { readonly fitting: Fitting; readonly rows: readonly DomainRow[] }) {
  const { organization, domain } = fitting;
  return (
    <div class="domain-row">
      <ShownText text={organization.name} />
      <code dir="ltr">{domain}</code>
      <span class="hint domain-note">{effectOf(fitting, rows)}</span>
      {/(^|\.)xn--/.test(domain) && <span class="warn-text">{text('optionsShownItsInternationalFormXn')}</span>}
    </div>
  );
}

interface PreviewProps {
  readonly lines: readonly DomainLine[];
  readonly rows: readonly DomainRow[];
}

/** What keeping the lines would do, and each line that does not fit, with why. */
function Preview({ lines, rows }: PreviewProps) {
  const fitting = lines.flatMap(({ number, meant }) => (isFitting(meant) ? [{ number, meant }] : []));
  const faulty = lines.flatMap(({ number, name, meant }) => ('problem' in meant ? [{ number, name, meant }] : []));
  return (
    <section class="domain-preview" aria-label={text('optionsDomainPreview')}>
      <p role="status">
        {plural('optionsDomainLinesFit', fitting.length)}
        {faulty.length > 0 && ` ${plural('optionsDomainLinesFaulty', faulty.length)}`}
      </p>
      {faulty.length > 0 && (
        <ul class="domain-problems">
          {faulty.slice(0, mostProblems).map(({ number, name, meant }) => (
            <li key={number} class="field-error">
              {lineProblemText(meant.problem, number, displayText(name, 60))}
            </li>
          ))}
        </ul>
      )}
      {fitting.length > 0 && (
        <div class="domain-list" style={{ blockSize: `${Math.min(fitting.length, 5) * rowHeight + 2}px` }}>
          <VirtualList
            items={fitting}
            rowHeight={rowHeight}
            keyOf={({ number }) => String(number)}
            renderRow={({ meant }) => <FittingRow fitting={meant} rows={rows} />}
            active={-1}
            scrollLabel={text('optionsDomainPreview')}
          />
        </div>
      )}
    </section>
  );
}

interface DomainLinesProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly organizations: readonly OrganizationSummary[];
  readonly rows: readonly DomainRow[];
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly waiting: boolean;
  /** Keeps what fits; what does not stays as it was typed. */
  readonly onKeep: (changes: readonly DomainChange[], left: string) => void;
  /** null: nothing is suggested that is not there already. */
  readonly suggest: { readonly count: number; readonly add: () => void } | null;
}

/** Many lines at once, one for each organization, looked at before anything is kept. */
export function DomainLines(props: DomainLinesProps) {
  const { value, onInput, organizations, rows, suggest } = props;
  const lines = useMemo(() => readDomainLines(value, organizations), [value, organizations]);
  const changes = lines.flatMap(({ meant }) =>
    isFitting(meant) ? [{ organizationId: meant.organization.id, domain: meant.domain }] : [],
  );
  const keep = (): void => {
    const faulty = new Set(lines.flatMap(({ number, meant }) => (isFitting(meant) ? [] : [number])));
    const left = value.split('\n').filter((_line, at) => faulty.has(at + 1));
    if (changes.length > 0) props.onKeep(changes, left.join('\n'));
  };
  return (
    <>
      <TextAreaField
        label={text('optionsDomainLines')}
        name="lines"
        hint={text('optionsDomainLinesHint')}
        rows={6}
        value={value}
        onInput={onInput}
        areaRef={props.area}
        placeholder={text('optionsDomainLinesExample', 'Contoso;contoso.com')}
      />
      {lines.length > 0 && <Preview lines={lines} rows={rows} />}
      <div class="actions">
        <Button kind="primary" busy={props.waiting} disabled={changes.length === 0} onClick={keep}>
          {changes.length === 0 ? text('optionsDomainKeep') : plural('optionsDomainKeepCount', changes.length)}
        </Button>
        {suggest !== null && (
          <Button onClick={suggest.add}>{plural('optionsDomainAddSuggestions', suggest.count)}</Button>
        )}
      </div>
    </>
  );
}
