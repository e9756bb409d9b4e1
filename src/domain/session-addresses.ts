import { fillOrigins, type Linkable } from './entry.ts';
import { remoteAddress } from './remote-way.ts';

/** Where a session may take its credential: the origins of a website, the address of a remote one. */
export const sessionAddresses = (session: Linkable): readonly string[] =>
  session.kind === 'remote' ? [remoteAddress(session)] : fillOrigins(session);
