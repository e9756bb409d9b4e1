import type { Region } from './region.ts';

/** A gateway in front of IT Glue, which holds the API key and decides for each technician. */
export interface Gateway {
  readonly origin: string;
  /** Before each path of IT Glue; without a slash at its end, empty where there is none. */
  readonly prefix: string;
  /** Sent with each request; without the question mark, empty where there is none. */
  readonly query: string;
  /** The header that carries a technician's token. */
  readonly header: string;
  /** Before the token, such as `Bearer`; empty where there is nothing. */
  readonly scheme: string;
}

/** Put in by the build: the policy of our pages names every host that may be asked, so a gateway cannot be a setting. */
declare const __GATEWAY__: Gateway | null;

/** null, as in every build but one that is made for a gateway: IT Glue itself is asked. */
export const gateway: Gateway | null = typeof __GATEWAY__ === 'undefined' ? null : __GATEWAY__;

/** Under what a token for the gateway is kept: it has one place, whatever region is behind it. */
export const gatewayRegion: Region = 'us';
