import type { FieldKind } from './field-kind.ts';
import type { KnownField } from './field-role.ts';

/** What may be written into one field that a person right-clicked. */
export const aimRoles = ['username', 'password', 'code'] as const;
export type AimRole = (typeof aimRoles)[number];

/** One field that a person right-clicked, and the one value that is to go into it. */
export interface FieldAim {
  readonly role: AimRole;
  /** The element as the browser's menu names it; null where it names none: then the focused one is meant. */
  readonly target: number | null;
}

/** An aim that still waits for its session to be chosen. */
export interface WaitingAim {
  readonly aim: FieldAim;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long a person may take to say which session is meant (ms). */
export const aimLifetimeMs = 60_000;

const never: readonly FieldKind[] = ['card', 'search', 'captcha', 'decoy', 'new-password'];

/** What a field that was pointed at must not be for a value, though a person says that it is. */
const refusedKinds: Readonly<Record<AimRole, readonly FieldKind[]>> = {
  username: [...never, 'code', 'password', 'other-secret'],
  password: never,
  code: [...never, 'username', 'email', 'phone', 'password', 'other-secret'],
};

/** Fewer characters than any one-time code has: one box of several. */
const shortestCode = 4;

/**
 * Whether a value may go into a field that a person pointed at: the reading of the field must not speak against it, and a
 * password goes into an obscured field alone. `longest`: how many characters it takes; -1: any number.
 */
export function takesAim(role: AimRole, type: string, known: KnownField | null, longest: number): boolean {
  if (known === null) return false;
  const obscured = type === 'password';
  // A code may be asked for in an obscured field that says so itself.
  const fits = role === 'password' ? obscured : !obscured || (role === 'code' && known.kind === 'code');
  if (!fits || (role === 'code' && longest >= 0 && longest < shortestCode)) return false;
  // A faint sign of a new password is none, as where a field was chosen by hand.
  const faint = obscured && known.kind === 'new-password' && known.strength === 1;
  return faint || !refusedKinds[role].includes(known.kind);
}
