import type { CredentialEntry, SessionEntry } from '../../domain/entry.ts';
import type { Host } from '../../domain/host.ts';
import { type HostPlace, hostOwner, parseWrittenHost, placeOfHost } from '../../domain/host-template.ts';
import { hasVariable, mayBeFilledAt } from '../../domain/host-variables.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { SessionEntryInput } from '../../messaging/contract.ts';
import { dropUnusedHttpAuth } from '../drop-http-auth.ts';
import { sessionView } from '../entry-view.ts';
import { rightsOn } from '../gate.ts';
import { linkFor } from '../link-for.ts';
import { placementFor } from '../placement.ts';
import type { Ports, SealedStore } from '../ports.ts';
import { keptDomains } from '../primary-domains.ts';
import { existingEntry, identityFor } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

function hostsOf(
  input: SessionEntryInput,
  credential: CredentialEntry | null,
): Result<{ readonly main: HostPlace; readonly further: readonly Host[] }> {
  const main = placeOfHost(input.host, hostOwner(credential), input.allowHttp);
  if (!main.ok) return main;
  const further: Host[] = [];
  for (const typed of input.signInHosts) {
    const host = parseWrittenHost(typed, input.allowHttp);
    if (!host.ok) return host;
    further.push(host.value);
  }
  return ok({ main: main.value, further });
}

/** Where launching opens it; a request that does not say it leaves it as it is. */
async function placeToOpen(
  store: SealedStore,
  input: SessionEntryInput,
): Promise<Result<Pick<SessionEntry, 'openIn'>>> {
  const found =
    input.openIn === undefined && input.entryId !== null ? await store.get('entry', input.entryId) : ok(null);
  if (!found.ok) return found;
  const openIn = input.openIn ?? (found.value?.kind === 'session' ? found.value.openIn : undefined) ?? 'tab';
  return ok(openIn === 'tab' ? {} : { openIn });
}

type Kept = Pick<SessionEntry, 'fieldChoices' | 'rememberedPasswords'>;

/** What was chosen for the session so far: saving it changes none of that, for the origins that it still has. */
async function keptChoices(ports: Ports, { entryId }: SessionEntryInput, place: Parameters<typeof mayBeFilledAt>[0]) {
  if (entryId === null) return ok<Kept>({ fieldChoices: [], rememberedPasswords: [] });
  const existing = await existingEntry(ports, 'session', entryId);
  if (!existing.ok) return existing;
  const domains = await keptDomains(ports);
  const stays = ({ origin }: { readonly origin: string }): boolean => mayBeFilledAt(place, origin, domains);
  return ok<Kept>({
    fieldChoices: existing.value.fieldChoices.filter(stays),
    rememberedPasswords: existing.value.rememberedPasswords.filter(stays),
  });
}

/** Website session: Host in its canonical form, Linked (vault) to a credential entry. */
export const saveSessionEntry: UseCase<'sessionEntry.save'> = async (ports, input, caller) => {
  const placement = await placementFor(ports, caller, input);
  if (!placement.ok) return placement;
  const link = await linkFor(ports, caller, input, placement.value);
  if (!link.ok) return link;
  const hosts = hostsOf(input, link.value.credential);
  if (!hosts.ok) return hosts;
  const identity = await identityFor(ports, 'session', input);
  if (!identity.ok) return identity;
  const { main, further } = hosts.value;
  const signInOrigins = [...new Set(further.map((host) => host.origin))].filter((origin) => origin !== main.origin);
  const hostTemplate = hasVariable(input.host) ? input.host.trim() : null;
  const { startUrl, origin } = main;
  const place = { hostTemplate, startUrl, origin, signInOrigins, allowHttp: input.allowHttp };
  const choices = await keptChoices(ports, input, place);
  if (!choices.ok) return choices;
  const opens = await placeToOpen(ports.store, input);
  if (!opens.ok) return opens;
  const entry: SessionEntry = {
    ...identity.value,
    ...placement.value,
    kind: 'session',
    name: input.name,
    ...place,
    ...link.value.link,
    autoSubmit: input.autoSubmit,
    sameOriginFrames: input.sameOriginFrames,
    ...choices.value,
    httpAuth: input.httpAuth,
    ...opens.value,
  };
  const saved = await ports.store.put('entry', entry.id, entry);
  if (!saved.ok) return saved;
  if (!entry.httpAuth) await dropUnusedHttpAuth(ports);
  const rights = await rightsOn(ports.store, caller.role ?? 'technician', entry);
  return rights.ok ? ok(await sessionView(ports, entry, rights.value)) : rights;
};
