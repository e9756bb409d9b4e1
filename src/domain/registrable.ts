import { getDomain, parse } from 'tldts';

/** Tenants of one hosting provider are different sites, so private suffixes count as public ones. */
const options = { allowPrivateDomains: true } as const;

/** The site that a host belongs to; null: it belongs to none, as a public suffix, an address of numbers or a single name does not. */
export const registrable = (hostname: string): string | null => getDomain(hostname, options);

/** Whether a host ends as one that can be registered does; made-up endings (`.lan`, `.cmo`) do not. */
export function hasPublicSuffix(hostname: string): boolean {
  const { isIcann, isPrivate } = parse(hostname, options);
  return isIcann === true || isPrivate === true;
}
