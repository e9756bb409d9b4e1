import { type AuditAction, auditActions } from '../domain/audit.ts';
import { type AuditFilter, noFilter } from '../domain/audit-filter.ts';
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

/** Which passwords to change when a technician leaves. */
export const gotByTechnicians: AuditQuestion = { text: '', role: 'technician', action: 'values', span: '90' };

export const filterOf = ({ span, ...question }: AuditQuestion, now: number): AuditFilter => ({
  ...question,
  from: span === 'all' ? null : now - Number(span) * day,
});

const actions = [
  { value: 'all', text: 'Everything' },
  { value: 'values', text: 'Password values that left IT Glue' },
  ...auditActions.map((action) => ({ value: action, text: actionText[action] })),
] as const satisfies readonly { readonly value: AuditAction | 'all' | 'values'; readonly text: string }[];

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
        label="Search"
        name="auditText"
        type="search"
        value={question.text}
        onInput={(text) => change({ text })}
        placeholder="Name, address or outcome"
      />
      <SelectField
        label="What"
        name="auditAction"
        value={question.action ?? 'all'}
        options={actions}
        onChange={(action) => change({ action: action === 'all' ? null : action })}
      />
      <SelectField
        label="Who"
        name="auditRole"
        value={question.role ?? 'all'}
        options={[
          { value: 'all', text: 'Everybody' },
          { value: 'administrator', text: 'Administrators' },
          { value: 'technician', text: 'Technicians' },
          { value: 'nobody', text: 'Nobody, or locked' },
        ]}
        onChange={(role) => change({ role: role === 'all' ? null : role })}
      />
      <SelectField
        label="When"
        name="auditSpan"
        value={question.span}
        options={spans.map((span) => ({
          value: span,
          text: span === 'all' ? 'Ever' : span === '1' ? 'Last 24 hours' : `Last ${span} days`,
        }))}
        onChange={(span) => change({ span })}
      />
      <Button onClick={() => onChange(gotByTechnicians)}>What technicians got in 90 days</Button>
    </div>
  );
}
