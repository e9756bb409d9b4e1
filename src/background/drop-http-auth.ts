import type { Ports } from './ports.ts';

/**
 * Gives the permission to answer HTTP authentication back to the browser once no session has its switch on: with it,
 * and the vault locked, nobody could know that there is nothing to answer. A damaged record may hold such a session.
 */
export async function dropUnusedHttpAuth(ports: Pick<Ports, 'store' | 'hosts'>): Promise<void> {
  if ((await ports.hosts.httpAuth()) === 'missing') return;
  const listed = await ports.store.list('entry');
  if (!listed.ok || listed.value.damaged.length > 0) return;
  const used = listed.value.contents.some((entry) => entry.kind === 'session' && entry.httpAuth && !entry.deletedAt);
  if (!used) await ports.hosts.dropHttpAuth();
}
