import type { WorkingFor } from '../domain/tab-client.ts';
import type { Ports } from './ports.ts';

/** Whom a tab works for: who it was launched or last filled for, before whom its window is pinned to. null: nobody yet. */
export async function workingFor(ports: Pick<Ports, 'session' | 'pages'>, tabId: number): Promise<WorkingFor | null> {
  const client = await ports.session.tabClient(tabId);
  if (client !== null) return { ...client, by: 'tab' };
  const windowId = await ports.pages.windowOf(tabId);
  const pin = windowId === null ? null : await ports.session.pin(windowId);
  return pin === null ? null : { ...pin, by: 'window' };
}
