import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../src/domain/result.ts';
import { UnlockForm } from '../../src/ui/unlock-form.tsx';
import { askedOf, locked, resetWorker, unlocked, worker } from './fake-worker.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));

const field = () => screen.getByLabelText<HTMLInputElement>('Passphrase');
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const submit = () => fireEvent.submit(field().closest('form') as HTMLFormElement);

describe('UnlockForm', () => {
  beforeEach(() => resetWorker());
  afterEach(cleanup);

  it('has the focus, sends the passphrase and forgets it once it was right', async () => {
    worker.answers['vault.unlock'] = () => ok(unlocked);
    const onUnlocked = vi.fn();
    render(<UnlockForm status={locked} onUnlocked={onUnlocked} />);
    expect(document.activeElement).toBe(field());
    type('correct horse battery');
    submit();
    await waitFor(() => expect(onUnlocked).toHaveBeenCalledWith(unlocked));
    expect(askedOf('vault.unlock')).toEqual([{ passphrase: 'correct horse battery' }]);
    expect(field().value).toBe('');
  });

  it('says that a passphrase was wrong and keeps what was typed', async () => {
    worker.answers['vault.unlock'] = () => fail({ code: 'wrong-passphrase', waitSeconds: 0 });
    render(<UnlockForm status={locked} onUnlocked={vi.fn()} />);
    type('correct horse batery');
    submit();
    await screen.findByText(/does not open the vault/);
    expect(field().value).toBe('correct horse batery');
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });

  it('asks nothing while there is a time to wait, and counts it down', async () => {
    worker.answers['vault.unlock'] = () => fail({ code: 'unlock-delayed', waitSeconds: 8 });
    render(<UnlockForm status={locked} onUnlocked={vi.fn()} />);
    type('guess');
    submit();
    await screen.findByText(/tried in 8 s/);
    submit();
    expect(askedOf('vault.unlock')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Unlock' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('knows of a wait that began before it was opened', () => {
    render(<UnlockForm status={{ ...locked, unlockWaitSeconds: 30 }} onUnlocked={vi.fn()} />);
    screen.getByText(/tried in 30 s/);
    type('guess');
    submit();
    expect(askedOf('vault.unlock')).toEqual([]);
  });

  it('names a failure that is not about the passphrase', async () => {
    worker.answers['vault.unlock'] = () => fail({ code: 'vault-too-new' });
    render(<UnlockForm status={locked} onUnlocked={vi.fn()} />);
    type('correct horse battery');
    submit();
    const alert = await screen.findByText(/newer version/);
    expect(alert.closest('[role="alert"]')?.textContent).toContain('Update the extension');
  });

  it('shows the passphrase on demand', () => {
    render(<UnlockForm status={locked} onUnlocked={vi.fn()} />);
    expect(field().type).toBe('password');
    type('correct horse');
    fireEvent.click(screen.getByRole('button', { name: 'Show passphrase' }));
    expect(field().type).toBe('text');
    expect(field().value).toBe('correct horse');
  });
});
