import type { VaultStatus } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { useCommand } from '../ui/use-command.ts';
import { openOptions } from './open-options.ts';
import { OpenPanel } from './open-panel-button.tsx';
import { inPanel } from './panel.ts';

interface HeaderProps {
  /** undefined: not known yet; null: not a web page. */
  readonly origin: string | null | undefined;
  readonly status: VaultStatus;
  readonly onLocked: (status: VaultStatus) => void;
}

/** Which page is in front, who is in, and the way out. */
export function Header({ origin, status, onLocked }: HeaderProps) {
  const { state, run } = useCommand('vault.lock');
  const lock = async (): Promise<void> => {
    const answer = await run({});
    if (answer.ok) onLocked(answer.value);
  };
  const page =
    origin === undefined ? '' : (origin ?? (inPanel() ? text('popupNoWebPageNoAccess') : text('popupNotAWebPage')));
  return (
    <header class="header">
      <bdi class="header-page ellipsis" title={page}>
        {page}
      </bdi>
      {status.role === 'technician' && <span class="badge">{text('popupTechnician')}</span>}
      <OpenPanel />
      <Button kind="quiet" onClick={() => void lock()} busy={state.status === 'waiting'}>
        {text('popupLock')}
      </Button>
      <Button kind="quiet" onClick={() => void openOptions()}>
        {text('popupOptions')}
      </Button>
    </header>
  );
}
