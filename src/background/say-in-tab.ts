import type { FillEnd } from '../messaging/contract.ts';
import type { Ports } from './ports.ts';

/** Says how something ended on the toolbar button of a tab, and keeps it for the popup. */
export async function sayInTab(
  ports: Pick<Ports, 'session' | 'pages' | 'now'>,
  tabId: number,
  entryName: string,
  end: FillEnd,
): Promise<void> {
  const record = { end, entryName, at: ports.now() };
  await ports.session.setOutcome(tabId, record);
  await ports.pages.showEnd(tabId, record);
}
