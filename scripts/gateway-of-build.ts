import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Gateway } from '../src/domain/gateway.ts';

/** Names the file that describes the gateway a build is made for. */
export const gatewayVariable = 'LINKED_VAULT_GATEWAY';

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const shape = v.strictObject({
  endpoint: v.string(),
  header: v.pipe(v.string(), v.regex(token)),
  scheme: v.optional(v.pipe(v.string(), v.regex(/^[!-~]*$/)), ''),
});

/** Headers that the browser, and not we, decides on, and the one of IT Glue's own key. */
const notOurs = /^(accept|cookie|host|origin|referer|content-.*|sec-.*|proxy-.*|x-api-key)$/i;

function addressOf(endpoint: string): URL {
  if (!URL.canParse(endpoint)) throw new Error('“endpoint” of the gateway is no address.');
  const url = new URL(endpoint);
  if (url.protocol !== 'https:') throw new Error('“endpoint” of the gateway must begin with https.');
  if (url.username !== '' || url.password !== '')
    throw new Error('“endpoint” of the gateway must not hold a user name or a password.');
  // The host goes into the policy of our pages as it is: nothing there may be a wildcard or begin another directive.
  if (!/^[a-z0-9.-]+$/.test(url.hostname)) throw new Error('“endpoint” of the gateway must name a plain host.');
  if (/(^|\.)itglue\.com$/.test(url.hostname))
    throw new Error('“endpoint” of the gateway must be your own host, not one of IT Glue.');
  if (url.hash !== '') throw new Error('“endpoint” of the gateway must not hold a #.');
  return url;
}

/** The gateway that a file describes. Throws one sentence where it cannot be used. */
export function readGateway(text: string): Gateway {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new Error('The file of the gateway is no JSON.');
  }
  const described = v.safeParse(shape, raw);
  if (!described.success)
    throw new Error('The file of the gateway needs “endpoint” and “header”, may hold “scheme”, and nothing else.');
  const { endpoint, header, scheme } = described.output;
  if (notOurs.test(header)) throw new Error(`“${header}” cannot be the header of the gateway: choose another.`);
  const { origin, pathname, search } = addressOf(endpoint);
  return { origin, prefix: pathname.replace(/\/+$/, ''), query: search.replace(/^\?/, ''), header, scheme };
}

/** The gateway that this build is for; null: none. */
export function gatewayOfBuild(): Gateway | null {
  const file = process.env[gatewayVariable];
  return file === undefined || file === '' ? null : readGateway(readFileSync(file, 'utf8'));
}
