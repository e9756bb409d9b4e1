/** What the toolbar button says of a page before anything was done there. */
export interface PageCounts {
  showCount(tabId: number, count: number): Promise<void>;
  /** Of every tab. */
  clearCounts(): Promise<void>;
}
