import type { WebRequest } from 'webextension-polyfill';
import { webOrigin } from '../../domain/host.ts';
import type { HttpChallenge } from '../../domain/http-challenge.ts';

/** What the browsers say beyond the polyfill's types; every field may be absent. */
interface Further {
  readonly initiator?: unknown;
  readonly originUrl?: unknown;
  readonly documentUrl?: unknown;
  readonly documentLifecycle?: unknown;
  readonly frameAncestors?: readonly { readonly url?: unknown }[];
}

/** The challenger's own text may be as long as it likes; more of it tells nobody anything. */
const realmLimit = 500;

/** A device answers so to wrong credentials, or to ones it has locked. */
const refusals: readonly number[] = [401, 403, 429];

export const wasAccepted = (statusCode: number): boolean => !refusals.includes(statusCode);

const originOf = (address: unknown): string | null => (typeof address === 'string' ? webOrigin(address) : null);

/**
 * Who asked for a load, and every page around: Chromium names one origin, Firefox whole addresses. Chromium does not
 * say which pages lie between a deeper frame and the top, so there one of them is unknown.
 */
function initiatorsOf(details: WebRequest.OnAuthRequiredDetailsType): readonly (string | null)[] {
  const { initiator, originUrl, documentUrl, frameAncestors } = details as unknown as Further;
  const around = frameAncestors?.map(({ url }) => url) ?? (details.parentFrameId > 0 ? [null] : []);
  return [initiator, originUrl, documentUrl, ...around].filter((address) => address !== undefined).map(originOf);
}

/** A challenge as the browser tells of it; `topAddress` is the tab's, as far as it is known. */
export function challengeOf(details: WebRequest.OnAuthRequiredDetailsType, topAddress: unknown): HttpChallenge {
  const { documentLifecycle } = details as unknown as Further;
  return {
    requestId: details.requestId,
    url: details.url,
    tabId: details.tabId,
    type: details.type,
    frameId: details.frameId,
    scheme: details.scheme,
    realm: details.realm?.slice(0, realmLimit) ?? null,
    isProxy: details.isProxy,
    challenger: details.challenger,
    topOrigin: details.type === 'main_frame' ? null : originOf(topAddress),
    initiators: initiatorsOf(details),
    lifecycle: typeof documentLifecycle === 'string' ? documentLifecycle : null,
    at: details.timeStamp,
  };
}
