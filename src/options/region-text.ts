import { gateway } from '../domain/gateway.ts';
import type { Region } from '../domain/region.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

/** Regions as IT Glue names its data centres. */
const regions: Readonly<Record<Region, TextKey>> = {
  us: 'optionsUnitedStatesUs',
  eu: 'optionsEuropeEu',
  au: 'optionsAustraliaAu',
};

export const regionName = (region: Region): string => text(regions[region]);

/** Where a saved key is sent: its region, behind a gateway the gateway's host, since no region was chosen there. */
export const placeOf = (region: Region): string =>
  gateway === null ? regionName(region) : new URL(gateway.origin).host;
