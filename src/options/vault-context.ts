import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PolicyInForce } from '../domain/pack.ts';
import type { Result } from '../domain/result.ts';
import type { CommandName, Commands, RequestOf, VaultStatus } from '../messaging/contract.ts';

/** What a page behind the unlock form works with. */
export interface VaultAccess {
  readonly status: VaultStatus;
  readonly administrator: boolean;
  /** A technician's vault that came with a pack: it has no administrator. */
  readonly ofPack: boolean;
  /** What the administrator of this browser has set, and the pack. */
  readonly managed: PolicyInForce;
  /** Asks the worker; the answer `locked` also brings the unlock form, and afterwards this route again. */
  readonly ask: <Name extends CommandName>(
    command: Name,
    body: RequestOf<Name>,
  ) => Promise<Result<Commands[Name]['response']>>;
  readonly heed: (status: VaultStatus) => void;
  readonly refresh: () => Promise<void>;
  /** Goes to another route, with a word about what was just done shown there. */
  readonly go: (href: string, notice?: Notice) => void;
}

/** What was just done, with the step that follows from it. */
export interface Notice {
  readonly text: string;
  readonly next?: { readonly text: string; readonly href: string };
}

export const VaultContext = createContext<VaultAccess | null>(null);

export function useVault(): VaultAccess {
  const access = useContext(VaultContext);
  if (access === null) throw new Error('a page of the vault outside of it');
  return access;
}
