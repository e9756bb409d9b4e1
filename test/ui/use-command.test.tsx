import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OrganizationSummary } from '../../src/domain/credential.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import type { Fetched, VaultStatus } from '../../src/messaging/contract.ts';
import { type CommandUse, useCommand } from '../../src/ui/use-command.ts';
import { locked, resetWorker, unlocked, worker } from './fake-worker.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));

let use: CommandUse<'vault.lock'>;

function Probe() {
  use = useCommand('vault.lock');
  const { state } = use;
  return <p>{state.status === 'done' ? state.value.state : state.status}</p>;
}

type Answer = Result<VaultStatus>;

/** Answers that come when the test says so. */
function held(): ((answer: Answer) => void)[] {
  const answers: ((answer: Answer) => void)[] = [];
  worker.answers['vault.lock'] = () => new Promise<Answer>((resolve) => answers.push(resolve));
  return answers;
}

/** Does something and lets every answer that it brings arrive. */
const settle = (step: () => void): Promise<void> =>
  act(async () => {
    step();
    await new Promise((resolve) => setTimeout(resolve));
  });

describe('useCommand', () => {
  beforeEach(() => resetWorker());
  afterEach(cleanup);

  it('goes from idle to waiting to done, and answers its caller', async () => {
    const answers = held();
    render(<Probe />);
    screen.getByText('idle');
    let answer: Promise<Answer> | undefined;
    await act(() => {
      answer = use.run({});
    });
    screen.getByText('waiting');
    await settle(() => answers[0]?.(ok(locked)));
    screen.getByText('locked');
    expect(await answer).toEqual(ok(locked));
  });

  it('keeps the failure', async () => {
    worker.answers['vault.lock'] = () => fail({ code: 'interrupted' });
    render(<Probe />);
    await act(() => use.run({}).then(() => undefined));
    expect(use.state).toEqual({ status: 'failed', failure: { code: 'interrupted' } });
  });

  it('drops the answer of an older run', async () => {
    const answers = held();
    render(<Probe />);
    await act(() => {
      void use.run({});
      void use.run({});
    });
    await settle(() => answers[1]?.(ok(locked)));
    await settle(() => answers[0]?.(ok(unlocked)));
    screen.getByText('locked');
  });

  it('drops the answer after a reset', async () => {
    const answers = held();
    render(<Probe />);
    await act(() => void use.run({}));
    await act(() => use.reset());
    await settle(() => answers[0]?.(ok(locked)));
    screen.getByText('idle');
  });

  it('is typed by the command: the value is the answer of that command', () => {
    const typed = (use: CommandUse<'organizations.list'>): Fetched<OrganizationSummary> | null =>
      use.state.status === 'done' ? use.state.value : null;
    expect(typed({ state: { status: 'idle' }, run: async () => fail({ code: 'locked' }), reset: () => {} })).toBeNull();
  });
});
