import type { RemoteEntry } from '../../domain/entry.ts';
import { parseRemotePlace } from '../../domain/remote-place.ts';
import { ok } from '../../domain/result.ts';
import { remoteView } from '../entry-view.ts';
import { rightsOn } from '../gate.ts';
import { linkFor } from '../link-for.ts';
import { placementFor } from '../placement.ts';
import { identityFor } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** RDP, SSH or VNC session: its place in canonical form, Linked (vault) to a credential entry. */
export const saveRemoteEntry: UseCase<'remoteEntry.save'> = async (ports, input, caller) => {
  const place = parseRemotePlace(input.host);
  if (!place.ok) return place;
  const identity = await identityFor(ports, 'remote', input);
  if (!identity.ok) return identity;
  const placement = await placementFor(ports, caller, input);
  if (!placement.ok) return placement;
  const link = await linkFor(ports, caller, input, placement.value);
  if (!link.ok) return link;
  const { name, protocol } = input;
  const entry: RemoteEntry = {
    ...identity.value,
    ...placement.value,
    kind: 'remote',
    name,
    protocol,
    ...place.value,
    ...link.value.link,
  };
  const saved = await ports.store.put('entry', entry.id, entry);
  if (!saved.ok) return saved;
  const rights = await rightsOn(ports.store, caller.role ?? 'technician', entry);
  return rights.ok ? ok(await remoteView(ports, entry, rights.value)) : rights;
};
