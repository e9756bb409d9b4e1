import { vi } from 'vitest';
import { ok, type Result } from '../../src/domain/result.ts';
import type { CommandName, Commands, RequestOf, VaultStatus } from '../../src/messaging/contract.ts';

type Answers = {
  [Name in CommandName]?: (
    body: RequestOf<Name>,
  ) => Result<Commands[Name]['response']> | Promise<Result<Commands[Name]['response']>>;
};

/** What the pages would ask the worker, and what it answers; tests of a file share it with their mock of the client. */
export const worker = { answers: {} as Answers, asked: [] as { command: CommandName; body: unknown }[] };

/** Stands in for `ask`. A command without an answer is a test that forgot something. */
export async function fakeAsk(command: CommandName, body: unknown): Promise<unknown> {
  worker.asked.push({ command, body });
  const answer = worker.answers[command] as ((body: unknown) => unknown) | undefined;
  if (answer === undefined) throw new Error(`No answer for ${command}`);
  return answer(body);
}

export const askedOf = (command: CommandName): readonly unknown[] =>
  worker.asked.filter((one) => one.command === command).map(({ body }) => body);

/** What was searched for in the index; a popup in which nothing is typed only has it opened. */
export const searchesAsked = (): readonly unknown[] =>
  askedOf('index.search').filter((body) => (body as RequestOf<'index.search'>).query !== '');

export const locked: VaultStatus = {
  state: 'locked',
  role: null,
  lockAt: null,
  unlockWaitSeconds: 0,
  hasTechnician: false,
};
export const unlocked: VaultStatus = { ...locked, state: 'unlocked', role: 'administrator', lockAt: Date.now() + 9e5 };
export const absent: VaultStatus = { ...locked, state: 'absent' };

/** The session memory of the fake browser. */
export const sessionMemory: Record<string, unknown> = {};

/** Stands in for the browser's own interfaces. */
export const fakeBrowser = {
  runtime: { openOptionsPage: vi.fn(async () => undefined), getURL: (path: string) => `extension://id/${path}` },
  tabs: { create: vi.fn(async () => undefined) },
  storage: {
    session: {
      get: vi.fn(async (key: string) => ({ [key]: structuredClone(sessionMemory[key]) })),
      set: vi.fn(async (values: Record<string, unknown>) => {
        Object.assign(sessionMemory, structuredClone(values));
      }),
    },
  },
};

/** Forgets everything between two tests. */
export function resetWorker(answers: Answers = {}): void {
  worker.answers = { 'vault.status': () => ok(unlocked), ...answers };
  worker.asked = [];
  for (const key of Object.keys(sessionMemory)) delete sessionMemory[key];
  vi.clearAllMocks();
}
