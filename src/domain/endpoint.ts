import { gateway } from './gateway.ts';
import { type Region, regionApi, regions } from './region.ts';

/** The only origin that may be asked for a key of this region. */
export const originOf = (region: Region): string => gateway?.origin ?? regionApi[region];

/** The address of a path of IT Glue, such as `/organizations?page[size]=1`: behind a gateway under its prefix, with its query. */
export function addressOf(region: Region, path: string): string {
  if (gateway === null) return `${regionApi[region]}${path}`;
  const { origin, prefix, query } = gateway;
  const [, pathname = '', own = ''] = /^([^?]*)\??(.*)$/.exec(path) ?? [];
  const both = [query, own].filter((part) => part !== '').join('&');
  return `${origin}${prefix}${pathname}${both === '' ? '' : `?${both}`}`;
}

/** The region whose requests an origin answers; undefined: none of ours. */
export const regionAt = (origin: string): Region | undefined => regions.find((region) => originOf(region) === origin);
