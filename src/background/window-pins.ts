import type { TabClient } from '../domain/tab-client.ts';

/** The organization that each browser window is pinned to, while unlocked. */
export interface WindowPins {
  /** null: the window is pinned to none. */
  pin(windowId: number): Promise<TabClient | null>;
  setPin(windowId: number, client: TabClient): Promise<void>;
  removePin(windowId: number): Promise<void>;
}
