import { describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { type Launchable, launchSuggestions, meantLaunch } from '../../src/domain/launch-suggestions.ts';

const session = (id: string, name: string, origin: string, organizationName: string): Launchable => ({
  id: asId(id),
  name,
  origin,
  organizationName,
});
const sessions = [
  session('a', 'Portal', 'https://portal.acme.example', 'Acme'),
  session('b', 'Firewall', 'https://10.0.0.1:8443', 'Acme'),
  session('c', 'Portal', 'https://portal.globex.example', 'Globex'),
];

describe('the address bar', () => {
  it('offers what holds every word of name, host or organization', () => {
    expect(launchSuggestions(sessions, 'ACME port').map(({ entryId }) => entryId)).toEqual(['a']);
    expect(launchSuggestions(sessions, '8443').map(({ entryId }) => entryId)).toEqual(['b']);
    expect(launchSuggestions(sessions, 'nothing like it')).toEqual([]);
  });

  it('offers no more than it can show', () => {
    const many = Array.from({ length: 50 }, (_, at) => session(`${at}`, 'Portal', `https://p${at}.example`, 'Acme'));
    expect(launchSuggestions(many, 'portal')).toHaveLength(8);
  });

  it('shows nothing that a browser could take for mark-up, and nothing that reorders', () => {
    const odd = session('d', '<match>x</match> & \u202Eevil', 'https://x.example', 'A<b>');
    expect(launchSuggestions([odd], 'evil')[0]?.text).toBe('match x /match \uFFFDevil – x.example – A b');
  });

  it('means the suggestion that was chosen, else the first for what was typed, else none', () => {
    const globex = launchSuggestions(sessions, 'globex')[0]?.text ?? '';
    expect(meantLaunch(sessions, globex)).toBe('c');
    expect(meantLaunch(sessions, 'portal')).toBe('a');
    expect(meantLaunch(sessions, 'unknown')).toBeNull();
  });
});
