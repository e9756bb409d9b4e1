import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

export const markedRoles = ['username', 'password', 'otp'] as const;
export type MarkedRole = (typeof markedRoles)[number];

const selector = v.string();
const selectors = v.optional(v.array(selector), []);

const schema = v.object({
  id: v.string(),
  source: v.optional(v.string(), ''),
  path: v.string(),
  expect: v.object({
    kind: v.picklist(['login', 'username-step', 'password-step', 'otp', 'signup', 'change', 'other'] as const),
    username: v.nullable(selector),
    password: v.nullable(selector),
    otp: v.optional(v.nullable(selector), null),
    newPassword: selectors,
  }),
  alt: v.optional(v.object({ username: selectors, password: selectors, otp: selectors }), {}),
  neutral: selectors,
  confidence: v.optional(v.string(), 'solid'),
  flags: v.optional(v.array(v.string()), []),
  about: v.optional(v.string(), ''),
  frames: v.optional(v.boolean(), false),
  by: v.optional(v.picklist(['fill', 'launch'] as const), 'fill'),
  scheme: v.optional(v.picklist(['https', 'http'] as const), 'https'),
  address: v.optional(v.string()),
  outcome: v.optional(v.union([v.string(), v.array(v.string())])),
});

/** A page with what should be filled in it, as the corpus describes it. */
export interface FormCase extends v.InferOutput<typeof schema> {
  readonly folder: string;
}

/** A line that is no case, or whose page is not there. */
export interface BrokenCase {
  readonly id: string;
  readonly error: string;
}

function caseOf(folder: string, file: string, line: string, at: number): FormCase | BrokenCase {
  const place = `${file}:${at + 1}`;
  try {
    const found = v.safeParse(schema, JSON.parse(line));
    if (!found.success) return { id: place, error: `not a case: ${found.issues[0].message}` };
    readFileSync(join(folder, found.output.path));
    return { ...found.output, folder };
  } catch (reason) {
    return { id: place, error: reason instanceof Error ? reason.message : String(reason) };
  }
}

/** The cases of a folder: every line of its `.jsonl` files. What cannot be read is told, and the rest goes on. */
export function readCases(folder: string): {
  readonly cases: readonly FormCase[];
  readonly broken: readonly BrokenCase[];
} {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => (line.trim() === '' ? [] : [caseOf(folder, file, line, at)])),
    );
  return {
    cases: lines.filter((line) => !('error' in line)) as readonly FormCase[],
    broken: lines.filter((line) => 'error' in line) as readonly BrokenCase[],
  };
}

/** Every n-th case, so that all kinds are among them: the same ones each time. */
export function sampled(cases: readonly FormCase[], most: number | null): readonly FormCase[] {
  if (most === null || cases.length <= most) return cases;
  return Array.from({ length: most }, (_, at) => cases[Math.floor((at * cases.length) / most)] as FormCase);
}

/** Cases that say nothing about right or wrong. */
export const isScored = ({ flags, confidence }: FormCase): boolean =>
  !flags.includes('skip') && confidence !== 'tool-policy';

/** The `data-tc` that a selector of the corpus names; null: it names none. */
export const fieldNumber = (of: string | null): number | null => {
  const number = of === null ? undefined : /data-tc="(\d+)"/.exec(of)?.[1];
  return number === undefined ? null : Number(number);
};
