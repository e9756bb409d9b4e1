import { isScored, type MarkedRole, markedRoles } from './form-case.ts';
import type { Verdict } from './judge-case.ts';

export interface RoleScore {
  /** Shares of 1; null where there was nothing to count. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** One of the numbers to reach. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly of: number;
  /** In percent of `of`, or a plain count where `count` is set. */
  readonly limit: { readonly atLeast: number } | { readonly atMost: number; readonly count?: true };
}

export interface Score {
  readonly roles: Readonly<Record<MarkedRole, RoleScore>>;
  /** Pages right as a whole, by kind. */
  readonly kinds: Readonly<Record<string, { readonly right: number; readonly of: number }>>;
  readonly goals: readonly Goal[];
  readonly falseFills: number;
  readonly wrong: readonly Verdict[];
  readonly errors: number;
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function roleScore(verdicts: readonly Verdict[], role: MarkedRole): RoleScore {
  const hits = verdicts.filter(({ roles }) => roles[role].hit).length;
  const precision = share(hits, hits + sum(verdicts, ({ roles }) => roles[role].wrong.length));
  const recall = share(hits, verdicts.filter(({ roles }) => roles[role].wanted).length);
  const f1 =
    precision === null || recall === null || precision + recall === 0
      ? null
      : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

const loginKinds = ['login', 'username-step', 'password-step'];

function goalsOf(verdicts: readonly Verdict[]): readonly Goal[] {
  const of = (...kinds: readonly string[]) => verdicts.filter(({ formCase }) => kinds.includes(formCase.expect.kind));
  const found = (role: MarkedRole, among: readonly Verdict[]) => ({
    value: among.filter(({ roles }) => roles[role].hit).length,
    of: among.filter(({ roles }) => roles[role].wanted).length,
  });
  const put = (role: MarkedRole, among: readonly Verdict[]) => ({
    value: among.filter(({ roles }) => roles[role].wrong.length > 0).length,
    of: among.length,
  });
  const logins = of(...loginKinds);
  const signUps = of('signup');
  const others = of('other');
  const changes = of('change');
  return [
    { name: 'user name found on login pages', ...found('username', logins), limit: { atLeast: 96 } },
    { name: 'password found on login pages', ...found('password', logins), limit: { atLeast: 98 } },
    {
      name: 'login pages right as a whole',
      value: logins.filter(({ right }) => right).length,
      of: logins.length,
      limit: { atLeast: 94 },
    },
    { name: 'password into a sign-up page', ...put('password', signUps), limit: { atMost: 2 } },
    {
      name: 'password into a new-password field',
      value: changes.filter(({ renewed }) => renewed.length > 0).length,
      of: changes.length,
      limit: { atMost: 2 },
    },
    { name: 'password on any other page', ...put('password', others), limit: { atMost: 1 } },
    { name: 'user name on sign-up and other pages', ...put('username', [...signUps, ...others]), limit: { atMost: 4 } },
    { name: 'one-time codes found', ...found('otp', verdicts), limit: { atLeast: 93 } },
    {
      name: 'false one-time code fields',
      value: sum(verdicts, ({ roles }) => roles.otp.wrong.length),
      of: verdicts.length,
      limit: { atMost: 3, count: true },
    },
    {
      name: 'fills of invisible fields',
      value: sum(verdicts, ({ result }) => result.unseen.length),
      of: verdicts.length,
      limit: { atMost: 0, count: true },
    },
  ];
}

/** Whether a goal is met; nothing to count counts as met. */
export function isMet({ value, of, limit }: Goal): boolean {
  const measured = 'count' in limit ? value : of === 0 ? null : (100 * value) / of;
  if (measured === null) return true;
  return 'atLeast' in limit ? measured >= limit.atLeast : measured <= limit.atMost;
}

/** The numbers of a run; cases that are not scored are left out. */
export function scoreOf(all: readonly Verdict[]): Score {
  const verdicts = all.filter(({ formCase }) => isScored(formCase));
  const kindNames = [...new Set(verdicts.map(({ formCase }) => formCase.expect.kind))];
  const kinds = Object.fromEntries(
    kindNames.map((kind) => {
      const among = verdicts.filter(({ formCase }) => formCase.expect.kind === kind);
      return [kind, { right: among.filter(({ right }) => right).length, of: among.length }];
    }),
  );
  return {
    roles: {
      username: roleScore(verdicts, 'username'),
      password: roleScore(verdicts, 'password'),
      otp: roleScore(verdicts, 'otp'),
    },
    kinds,
    goals: goalsOf(verdicts),
    falseFills: sum(verdicts, ({ roles }) => sum(markedRoles, (role) => roles[role].wrong.length)),
    wrong: verdicts.filter(({ right }) => !right),
    errors: verdicts.filter(({ result }) => result.error !== undefined).length,
  };
}
