/** Whether this is the side panel (Chrome) or the sidebar (Firefox): the popup's own page, which stays open. */
export const inPanel = (): boolean => location.hash === '#panel';

/** Closes the popup; a panel stays. */
export function leave(): void {
  if (!inPanel()) window.close();
}
