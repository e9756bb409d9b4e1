import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface ServerCertificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
  /** PEM of the authority that signed it, made at the same time: what a browser may be told to trust. */
  readonly authority: string;
  /** Base64 of the SHA-256 of its public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
}

const dayMs = 86_400_000;

function makeAuthority() {
  return generate([{ name: 'commonName', value: 'Linked Vault demo authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
}

const isAddress = (name: string): boolean => /^[\d.]+$|:/.test(name);

/** A certificate for these names and addresses, valid for a year, signed by an authority that nobody knows. */
export async function makeServerCertificate(names: readonly string[]): Promise<ServerCertificate> {
  const authority = await makeAuthority();
  const leaf = await generate([{ name: 'commonName', value: 'linked-vault.example' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - dayMs),
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isAddress(name) ? { type: 7, ip: name } : { type: 2, value: name })),
      },
    ],
  });
  const publicKey = new X509Certificate(leaf.cert).publicKey.export({ type: 'spki', format: 'der' });
  const spki = createHash('sha256').update(publicKey).digest('base64');
  return { key: leaf.private, cert: leaf.cert, authority: authority.cert, spki };
}
