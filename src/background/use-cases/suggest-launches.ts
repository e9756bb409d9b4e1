import { type LaunchSuggestion, launchSuggestions } from '../../domain/launch-suggestions.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { launchables } from '../launchables.ts';
import type { Ports } from '../ports.ts';

/** What the address bar offers for the typed words. */
export async function suggestLaunches(ports: Ports, typed: string): Promise<Result<readonly LaunchSuggestion[]>> {
  const role = await ports.door.role();
  if (role === null) return fail({ code: 'locked' });
  const sessions = await launchables(ports, role);
  return sessions.ok ? ok(launchSuggestions(sessions.value, typed)) : sessions;
}
