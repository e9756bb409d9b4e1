import type { HostProblem } from './failure.ts';
import { fail, ok, type Result } from './result.ts';

/** A Host as typed, understood: where launching goes and which origin it stands for. */
export interface Host {
  /** Canonical address without fragment. */
  readonly url: string;
  /** Canonical origin: scheme, punycode host, port unless it is the scheme's own. */
  readonly origin: string;
  readonly secure: boolean;
}

const schemePrefix = /^[a-z][a-z0-9+.-]*:\/\//i;
const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/;

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The host part as it was typed, before the parser made it canonical. */
const typedHostname = (address: string): string =>
  (address.replace(schemePrefix, '').split(/[/?#\\]/)[0] ?? '').replace(/^.*@/, '').replace(/:\d*$/, '');

function problemOf(url: URL, typed: string, allowHttp: boolean): HostProblem | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'userinfo';
  if (url.hostname === '') return 'not-an-address';
  if (url.hostname.endsWith('.')) return 'trailing-dot';
  if (ipv4.test(url.hostname) && typedHostname(typed) !== url.hostname) return 'ip-shorthand';
  if (url.protocol === 'http:' && !allowHttp) return 'http-not-allowed';
  return null;
}

/**
 * Understands what a person types as Host: `portal.example`, `10.0.0.1:8443/login`, `https://portal.example/`.
 * Without a scheme https is meant. Shorthand such as `0x7f.1` is refused: the parser would silently make it another host.
 */
export function parseHost(typed: string, allowHttp: boolean): Result<Host> {
  const text = typed.trim();
  if (text === '') return fail({ code: 'host-refused', problem: 'empty' });
  const withScheme = schemePrefix.test(text) ? text : /^[a-z]+:(?!\d)/i.test(text) ? text : `https://${text}`;
  const url = parse(withScheme);
  if (url === null || /\s/.test(text)) return fail({ code: 'host-refused', problem: 'not-an-address' });
  const problem = problemOf(url, withScheme, allowHttp);
  if (problem !== null) return fail({ code: 'host-refused', problem });
  return ok({
    url: url.href.slice(0, url.href.length - url.hash.length),
    origin: url.origin,
    secure: url.protocol === 'https:',
  });
}

/** The canonical origin of a page's address, or null where it is no web page. */
export function webOrigin(address: string): string | null {
  const url = parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null;
}

/** The browser's name for "this site" in a permission; without the port, which Firefox never matches. */
export function sitePattern(origin: string): string {
  const url = new URL(origin);
  return `${url.protocol}//${url.hostname}/*`;
}

const privateHost =
  /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]|\[f[cd]|\[fe80)|\.(local|lan|internal|home\.arpa|localhost)$/i;

/** Whether an origin's host can only be reached inside a network: private addresses, single-label and local names. */
export function isPrivateOrigin(origin: string): boolean {
  const { hostname } = new URL(origin);
  return privateHost.test(hostname) || !/[.:]/.test(hostname);
}
