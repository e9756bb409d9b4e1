import { describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import {
  mostRemembered,
  type RememberedPassword,
  rememberedFor,
  withRemembered,
} from '../../src/domain/remembered-password.ts';
import { isSharedSite } from '../../src/domain/shared-site.ts';
import { session as anySession, credential } from '../background/fill/fill-world.ts';

const one = (change: Partial<RememberedPassword> = {}): RememberedPassword => ({
  origin: 'https://portal.example',
  organizationId: asId('1'),
  passwordId: asId('77'),
  passwordName: 'Portal',
  ...change,
});
const prompting = { ...credential, selection: { mode: 'always-prompt' } } as const;

describe('remembered passwords', () => {
  it('are one for each site and organization: the newest', () => {
    const newer = one({ passwordId: asId('78') });
    const elsewhere = one({ origin: 'https://login.example' });
    const other = one({ organizationId: asId('2') });
    expect(withRemembered([one(), elsewhere, other], newer)).toEqual([elsewhere, other, newer]);
  });

  it('are so many at most: the oldest goes', () => {
    const many = Array.from({ length: mostRemembered }, (_, index) => one({ organizationId: asId(`o${index}`) }));
    const all = withRemembered(many, one());
    expect(all).toHaveLength(mostRemembered);
    expect(all[0]?.organizationId).toBe('o1');
    expect(all.at(-1)).toEqual(one());
  });

  it('are asked about on an address that all clients share, until it is known who is worked for', () => {
    for (const origin of ['https://login.microsoftonline.com', 'https://eu.portal.azure.com', 'https://10.0.0.1']) {
      expect(isSharedSite(origin)).toBe(true);
      const session = { ...anySession, signInOrigins: [origin], rememberedPasswords: [one({ origin })] };
      const at = (organizationId: string) =>
        rememberedFor({ session, credential: prompting }, origin, {
          organizationId: asId(organizationId),
          organizationName: '',
        });
      expect(rememberedFor({ session, credential: prompting }, origin, null)).toBeNull();
      expect(at('2')).toBeNull();
      expect(at('1')).toEqual(one({ origin }));
    }
    expect(isSharedSite('https://portal.azure.com.evil.example')).toBe(false);
  });

  it('say nothing once the entry stands for one password', () => {
    const session = { ...anySession, rememberedPasswords: [one()] };
    expect(rememberedFor({ session, credential: prompting }, 'https://portal.example', null)).toEqual(one());
    expect(rememberedFor({ session, credential }, 'https://portal.example', null)).toBeNull();
  });
});

describe('what is remembered with an entry of all organizations', () => {
  const all = { organizationId: null, organizationName: null, organizationShortName: null } as const;
  const everybody = { ...credential, ...all, selection: { mode: 'always-prompt' } } as const;
  const acme = one({ origin: 'https://acme.example', organizationId: asId('2'), passwordId: asId('5') });
  const further = one({ origin: 'https://login.example', organizationId: asId('2'), passwordId: asId('6') });
  const session = { ...anySession, origin: null, startUrl: null, rememberedPasswords: [further, one(), acme] };
  const client = { organizationId: asId<'organization'>('2'), organizationName: 'Acme' };

  it('is the client’s own, and nobody’s where none is known', () => {
    const at = (origin: string | null, whom: typeof client | null) =>
      rememberedFor({ session, credential: everybody }, origin, whom);
    expect(at('https://acme.example', client)).toEqual(acme);
    expect(at('https://acme.example', null)).toBeNull();
    expect(at('https://portal.example', client)).toBeNull();
  });

  it('is for a launch what was chosen at the client’s own address, not at a further sign-in', () => {
    expect(rememberedFor({ session, credential: everybody }, null, client)).toEqual(acme);
  });
});
