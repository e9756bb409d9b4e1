/** IT Glue's data centres. A key of one is unknown at the others. */
export const regions = ['us', 'eu', 'au'] as const;

export type Region = (typeof regions)[number];

export const regionApi: Readonly<Record<Region, string>> = {
  us: 'https://api.itglue.com',
  eu: 'https://api.eu.itglue.com',
  au: 'https://api.au.itglue.com',
};

/** The region meant by a pasted web or API address of IT Glue (`https://acme.eu.itglue.com/…`), or null where it is none. */
export function regionOfAddress(pasted: string): Region | null {
  const host = /^(?:https?:\/\/)?([a-z0-9.-]+)/i.exec(pasted.trim())?.[1]?.toLowerCase() ?? '';
  const labels = host.split('.');
  if (labels.slice(-2).join('.') !== 'itglue.com') return null;
  const before = labels.at(-3);
  return before === 'eu' || before === 'au' ? before : 'us';
}
