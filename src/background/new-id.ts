import { asId, type Id } from '../domain/ids.ts';
import type { Ports } from './ports.ts';

/** An id that nothing else has: 128 random bits in hexadecimal. */
export const newId = <Kind extends string>({ randomBytes }: Pick<Ports, 'randomBytes'>): Id<Kind> =>
  asId<Kind>(Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join(''));
