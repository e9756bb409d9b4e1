import { getDomain } from 'tldts';
import { webOrigin } from '../host.ts';
import { originsIn } from '../origins-in.ts';

/** The site for which a list is ranked. */
export interface Site {
  /** Canonical. */
  readonly origin: string;
  readonly hostname: string;
  /** Registrable domain by the public suffix list, its private part included; null: an address or a local name. */
  readonly baseDomain: string | null;
}

/** 3: same host and port; 2: same host; 1: same base domain; 0: another site. */
export type SiteGrade = 0 | 1 | 2 | 3;

/** Tenants of one hosting provider are different sites, so private suffixes count as public ones. */
const baseDomainOf = (hostname: string): string | null => getDomain(hostname, { allowPrivateDomains: true });

/** null: no web page. */
export function siteOf(address: string): Site | null {
  const origin = webOrigin(address);
  if (origin === null) return null;
  const { hostname } = new URL(origin);
  return { origin, hostname, baseDomain: baseDomainOf(hostname) };
}

const portOf = (url: URL): string => url.port || (url.protocol === 'http:' ? '80' : '443');

function gradeOf(origin: string, site: Site): SiteGrade {
  const [url, own] = [new URL(origin), new URL(site.origin)];
  if (url.hostname === site.hostname) return portOf(url) === portOf(own) ? 3 : 2;
  if (site.baseDomain === null) return 0;
  return url.hostname === site.baseDomain || url.hostname.endsWith(`.${site.baseDomain}`) ? 1 : 0;
}

/** What a text must hold to be worth a closer look; addresses beyond ASCII are always looked at. */
const isWorthALook = (url: string, { hostname, baseDomain }: Site): boolean =>
  url.toLowerCase().includes(baseDomain ?? hostname) || /[^ -~]/.test(url);

/** How near a record's own address is to the site. */
export function siteGrade(url: string | null, site: Site | null): SiteGrade {
  if (site === null || url === null || !isWorthALook(url, site)) return 0;
  return originsIn(url).reduce<SiteGrade>((best, origin) => {
    const grade = gradeOf(origin, site);
    return grade > best ? grade : best;
  }, 0);
}
