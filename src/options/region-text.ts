import type { Region } from '../domain/region.ts';

/** Regions as IT Glue names its data centres. */
export const regionName: Readonly<Record<Region, string>> = {
  us: 'United States (US)',
  eu: 'Europe (EU)',
  au: 'Australia (AU)',
};
