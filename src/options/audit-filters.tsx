import { type AuditAction, auditActions } from '../domain/audit.ts';
import { type AuditFilter, noFilter } from '../domain/audit-filter.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { actionText } from './audit-text.ts';

const day = 24 * 60 * 60_000;
const spans = ['all', '1', '7', '30', '90'] as const;
type Span = (typeof spans)[number];

/** What is asked of the audit, as its form has it. */
export interface AuditQuestion extends Pick<AuditFilter, 'text' | 'role' | 'action'> {
  readonly span: Span;
}

export const everything: AuditQuestion = { ...noFilter, span: 'all' };

export const asksForAll = ({ text: words, role, action, span }: AuditQuestion): boolean =>
  words.trim() === '' && role === null && action === null && span === 'all';

/** Which passwords to change when a technician leaves. */
export const gotByTechnicians: AuditQuestion = { text: '', role: 'technician', action: 'values', span: '90' };

export const filterOf = ({ span, ...question }: AuditQuestion, now: number): AuditFilter => ({
  ...question,
  from: span === 'all' ? null : now - Number(span) * day,
});

const actions = (): readonly { readonly value: AuditAction | 'all' | 'values'; readonly text: string }[] => [
  { value: 'all', text: text('optionsEverything') },
  { value: 'values', text: text('optionsPasswordValuesLeftGlue') },
  ...auditActions.map((action) => ({ value: action, text: actionText(action) })),
];

const spanText = (span: Span): string => {
  if (span === 'all') return text('optionsEver');
  return span === '1' ? text('optionsLast24Hours') : plural('optionsLastDays', Number(span));
};

interface AuditFiltersProps {
  readonly question: AuditQuestion;
  readonly onChange: (question: AuditQuestion) => void;
}

/** Which records are wanted. */
export function AuditFilters({ question, onChange }: AuditFiltersProps) {
  const change = (part: Partial<AuditQuestion>): void => onChange({ ...question, ...part });
  return (
    <div class="audit-filters">
      <TextField
        label={text('optionsSearch')}
        name="auditText"
        type="search"
        value={question.text}
        onInput={(typed) => change({ text: typed })}
        placeholder={text('optionsAuditWords')}
      />
      <SelectField
        label={text('optionsWhat')}
        name="auditAction"
        value={question.action ?? 'all'}
        options={actions()}
        onChange={(action) => change({ action: action === 'all' ? null : action })}
      />
      <SelectField
        label={text('optionsWho')}
        name="auditRole"
        value={question.role ?? 'all'}
        options={[
          { value: 'all', text: text('optionsEverybody') },
          { value: 'administrator', text: text('optionsAdministrators') },
          { value: 'technician', text: text('optionsTechnicians') },
          { value: 'nobody', text: text('optionsNobodyOrLocked') },
        ]}
        onChange={(role) => change({ role: role === 'all' ? null : role })}
      />
      <SelectField
        label={text('optionsWhen')}
        name="auditSpan"
        value={question.span}
        options={spans.map((span) => ({ value: span, text: spanText(span) }))}
        onChange={(span) => change({ span })}
      />
      <Button onClick={() => onChange(gotByTechnicians)}>{text('optionsWhatTechniciansGot90Days')}</Button>
    </div>
  );
}
