import { createHash } from 'node:crypto';
import { htmlReply } from './html.ts';

export interface Account {
  readonly username: string;
  readonly password: string;
}

const denied = (challenge: string, status = 401): Response =>
  new Response('<title>Denied</title><p>Denied.</p>', {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      [status === 407 ? 'proxy-authenticate' : 'www-authenticate']: challenge,
    },
  });

export const challengeBasic = (realm: string, status?: number): Response => denied(`Basic realm="${realm}"`, status);

/** Any other word of WWW-Authenticate. */
export const challengeWith = (words: string): Response => denied(words);

const basicOf = ({ username, password }: Account): string =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;

/** A device that asks by HTTP Basic. */
export const basicDevice =
  (realm: string, account: Account, inside = '<p id="inside">Inside.</p>') =>
  (request: Request): Response =>
    request.headers.get('authorization') === basicOf(account) ? htmlReply(inside) : challengeBasic(realm);

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const nonce = md5('a nonce');

function digestFits(authorization: string, method: string, realm: string, { username, password }: Account): boolean {
  const said = Object.fromEntries(
    Array.from(authorization.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g), ([, key = '', quoted, plain]) => [
      key,
      quoted ?? plain ?? '',
    ]),
  );
  const who = md5(`${username}:${realm}:${password}`);
  const what = md5(`${method}:${said.uri}`);
  return (
    authorization.startsWith('Digest ') &&
    said.username === username &&
    said.response === md5([who, nonce, said.nc, said.cnonce, said.qop, what].join(':'))
  );
}

/** A device that asks by HTTP Digest (MD5, qop=auth). */
export const digestDevice =
  (realm: string, account: Account) =>
  (request: Request): Response =>
    digestFits(request.headers.get('authorization') ?? '', request.method, realm, account)
      ? htmlReply('<p id="inside">Inside.</p>')
      : challengeWith(`Digest realm="${realm}", qop="auth", algorithm=MD5, nonce="${nonce}"`);
