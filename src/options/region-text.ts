import { gateway } from '../domain/gateway.ts';
import type { Region } from '../domain/region.ts';

/** Regions as IT Glue names its data centres. */
export const regionName: Readonly<Record<Region, string>> = {
  us: 'United States (US)',
  eu: 'Europe (EU)',
  au: 'Australia (AU)',
};

/** Where a saved key is sent: its region, behind a gateway the gateway's host, since no region was chosen there. */
export const placeOf = (region: Region): string =>
  gateway === null ? regionName[region] : new URL(gateway.origin).host;
