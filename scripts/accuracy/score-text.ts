import { median, percentile } from '../bench/statistics.ts';
import type { CaseResult } from './case-result.ts';
import { fieldNumber, type MarkedRole, markedRoles } from './form-case.ts';
import type { Verdict } from './judge-case.ts';
import { type Goal, isMet, type RoleScore, type Score } from './score.ts';

const names: Readonly<Record<MarkedRole, string>> = {
  username: 'user name',
  password: 'password',
  otp: 'one-time code',
};
const percent = (share: number | null): string =>
  share === null ? '     –' : `${(100 * share).toFixed(1)} %`.padStart(6);

const roleLine = (name: string, { precision, recall, f1 }: RoleScore): string =>
  `  ${name.padEnd(14)} precision ${percent(precision)}   recall ${percent(recall)}   F1 ${percent(f1)}`;

function goalLine(goal: Goal): string {
  const { name, value, of, limit } = goal;
  const shown =
    'count' in limit ? `${value}` : `${value}/${of} = ${of === 0 ? '–' : ((100 * value) / of).toFixed(1)} %`;
  const unit = 'count' in limit ? '' : ' %';
  const wanted = 'atLeast' in limit ? `>= ${limit.atLeast}${unit}` : `<= ${limit.atMost}${unit}`;
  return `  ${isMet(goal) ? 'met ' : 'MISS'}  ${name.padEnd(38)} ${shown.padEnd(18)} (${wanted})`;
}

const filledText = ({ filled }: Pick<CaseResult, 'filled'>): string => {
  const parts = markedRoles.flatMap((role) =>
    filled[role].length === 0 ? [] : [`${names[role]} in ${filled[role].join(', ')}`],
  );
  return parts.length === 0 ? 'nothing' : parts.join('; ');
};

function wrongLine({ formCase, result }: Verdict): string {
  const { expect, outcome } = formCase;
  const fields = (role: MarkedRole) => {
    const field = fieldNumber(expect[role]);
    return field === null || expect.kind === 'change' ? [] : [field];
  };
  const wanted = filledText({
    filled: { username: fields('username'), password: fields('password'), otp: fields('otp') },
  });
  const words = outcome === undefined ? [] : [outcome].flat();
  const asked = words.length === 0 || words.includes(result.outcome) ? '' : ` (${words.join(' or ')})`;
  return `  ${formCase.id}  [${expect.kind}] wanted ${wanted}${asked}; got ${filledText(result)} (${result.error ?? result.outcome})`;
}

/** The report that people read. */
export function scoreText(score: Score, results: readonly CaseResult[]): string {
  const times = results.filter(({ error }) => error === undefined).map(({ tookMs }) => tookMs);
  return [
    'Roles',
    ...markedRoles.map((role) => roleLine(names[role], score.roles[role])),
    'Pages right as a whole',
    ...Object.entries(score.kinds).map(
      ([kind, { right, of }]) => `  ${kind.padEnd(14)} ${right}/${of} = ${percent(right / of).trim()}`,
    ),
    'Numbers to reach',
    ...score.goals.map(goalLine),
    `False fills: ${score.falseFills}. Errors: ${score.errors}. A fill took ${Math.round(median(times))} ms (median), ${Math.round(percentile(times, 0.95))} ms (95 %).`,
    score.wrong.length === 0 ? 'No case is wrong.' : `Wrong (${score.wrong.length})`,
    ...score.wrong.map(wrongLine),
  ].join('\n');
}
