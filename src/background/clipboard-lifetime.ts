/** How long a copied secret stays on the clipboard (ms). */
export const clipboardLifetimeMs = 30_000;
