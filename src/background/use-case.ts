import type { Role } from '../domain/permission.ts';
import type { CommandName, RequestOf, ResponseOf } from '../messaging/contract.ts';
import type { Ports } from './ports.ts';

/** Who asks, as the gate established it; null only for commands that need nothing. */
export interface Caller {
  readonly role: Role | null;
}

/** One verb: runs after the gate has passed the request. */
export type UseCase<Name extends CommandName> = (
  ports: Ports,
  request: RequestOf<Name>,
  caller: Caller,
) => Promise<ResponseOf<Name>>;

export type UseCases = { readonly [Name in CommandName]: UseCase<Name> };
