import type { CaseResult } from './case-result.ts';
import { type FormCase, fieldNumber, type MarkedRole, markedRoles } from './form-case.ts';

/** How one role went in one case. */
export interface RoleVerdict {
  /** A field should get it. */
  readonly wanted: boolean;
  readonly hit: boolean;
  /** Fields that got it and should not have. */
  readonly wrong: readonly number[];
}

export interface Verdict {
  readonly formCase: FormCase;
  readonly result: CaseResult;
  readonly roles: Readonly<Record<MarkedRole, RoleVerdict>>;
  /** New-password fields that a password was put into. */
  readonly renewed: readonly number[];
  /** Right fields and nothing else, and the outcome that the case asks for. */
  readonly right: boolean;
}

const numbers = (selectors: readonly string[]): readonly number[] =>
  selectors.flatMap((selector) => fieldNumber(selector) ?? []);

function verdictOf(formCase: FormCase, result: CaseResult, role: MarkedRole): RoleVerdict {
  const { expect, alt, neutral } = formCase;
  const expected = fieldNumber(expect[role]);
  const acceptable = [...(expected === null ? [] : [expected]), ...numbers(alt[role] ?? [])];
  const counted = result.filled[role].filter((field) => !numbers(neutral).includes(field));
  // On a page that changes a password nothing is filled unless somebody chose to.
  const wanted = expected !== null && expect.kind !== 'change';
  return {
    wanted,
    hit: wanted && counted.some((field) => acceptable.includes(field)),
    wrong: counted.filter((field) => expect.kind === 'change' || !acceptable.includes(field)),
  };
}

/** Compares what ended up in a page with what should have. */
export function judgeCase(formCase: FormCase, result: CaseResult): Verdict {
  const roles = {
    username: verdictOf(formCase, result, 'username'),
    password: verdictOf(formCase, result, 'password'),
    otp: verdictOf(formCase, result, 'otp'),
  };
  const asAsked = formCase.outcome === undefined || [formCase.outcome].flat().includes(result.outcome);
  return {
    formCase,
    result,
    roles,
    renewed: result.filled.password.filter((field) => numbers(formCase.expect.newPassword).includes(field)),
    right:
      result.error === undefined &&
      asAsked &&
      markedRoles.every((role) => roles[role].wrong.length === 0 && roles[role].hit === roles[role].wanted),
  };
}
