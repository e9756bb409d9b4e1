import type { HiddenWay } from './field-hidden.ts';
import type { FieldKind } from './field-kind.ts';
import type { FieldRole, FormReport } from './fill.ts';
import type { FormScores } from './form-kind.ts';

/** A field as a fill sees it: no name, no label, no value. */
export interface SeenField {
  readonly kind: FieldKind;
  /** How surely: 3 the page says so outright, 1 by a faint sign. */
  readonly strength: number;
  /** What it was taken for; null: not part of the login. */
  readonly role: FieldRole | null;
  /** null: a person can see and use it. */
  readonly hidden: HiddenWay | null;
}

export interface SeenForm {
  readonly fields: readonly SeenField[];
  /** How much speaks for each kind of form. */
  readonly scores: FormScores;
}

/** What a fill sees of a page, and what it would say. Roles and reasons only: nothing that the page wrote. */
export interface FormExplanation {
  readonly report: FormReport;
  readonly forms: readonly SeenForm[];
  /** Fields that can take text, hidden ones among them; null: more than were counted. */
  readonly inputs: number | null;
  /** Fields that were chosen by hand and are on the page. */
  readonly chosen: number;
}

/** How much of a page is told: the first forms, and the first fields of each. */
export const explanationLimits = { forms: 12, fields: 24 } as const;
