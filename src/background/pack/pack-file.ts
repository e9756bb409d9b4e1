import * as v from 'valibot';
import type { PackProblem } from '../../domain/pack.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { type KdfParameters, kdfAcceptable, kdfFloor } from '../../domain/sealed.ts';
import { Secret } from '../../domain/secret.ts';
import { toBase64url } from '../base64url.ts';
import type { Ports } from '../ports.ts';
import { plainContent } from '../record-shapes.ts';
import { readActivationCode } from './activation-code.ts';
import { type PackContents, type PackFile, packContentsShape, packFileShape, signedShape } from './pack-shapes.ts';

type Outside = Pick<Ports, 'cipher' | 'kdf' | 'randomBytes' | 'signing'>;

const format = 'linked-vault-pack';
const version = 1;
const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder('utf-8', { fatal: true }) };

const refused = (problem: PackProblem): Result<never> => fail({ code: 'pack-refused', problem });

const aadOf = ({ alg, m, t, p, salt }: KdfParameters): string => [format, version, alg, m, t, p, salt].join('|');

/** What is signed says what it is, so that no signature made for something else fits. */
const signedText = (body: string): string => `${format}|${version}|${body}`;

/** The contents as data, their secrets in clear for the cipher alone. */
const plain = ({ apiKeys, seeds, folders, ...rest }: PackContents): string =>
  JSON.stringify({
    ...rest,
    ...(folders.length > 0 ? { folders } : {}),
    apiKeys: apiKeys.map(plainContent),
    seeds: seeds.map(plainContent),
  });

/** A pack as a file: signed, then sealed under a key that the activation code gives. */
export async function sealPack(
  outside: Outside,
  contents: PackContents,
  signer: { readonly publicKey: string; readonly privateKey: Secret },
  activationCode: string,
): Promise<string> {
  const body = plain(contents);
  const signature = await outside.signing.sign(signer.privateKey, signedText(body));
  const kdf: KdfParameters = { alg: 'argon2id', ...kdfFloor, salt: toBase64url(outside.randomBytes(16)) };
  const key = await outside.kdf.derive(new Secret(activationCode), kdf);
  const signed = utf8.encoder.encode(JSON.stringify({ signer: signer.publicKey, signature, body }));
  const box = await outside.cipher.seal(key, signed, aadOf(kdf));
  return JSON.stringify({ format, v: version, kdf, ...box });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The outside of the file, looked at before anything is derived from what it asks for. */
function fileOf(text: string): Result<PackFile> {
  const raw = parsed(text);
  const { format: named, v: written } = Object(raw) as { readonly format?: unknown; readonly v?: unknown };
  if (named === format && typeof written === 'number' && written > version) return refused('too-new');
  const file = v.safeParse(packFileShape, raw);
  return file.success && kdfAcceptable(file.output.kdf) ? ok(file.output) : refused('not-a-pack');
}

async function openedText(outside: Outside, text: string, activationCode: string): Promise<Result<string>> {
  const file = fileOf(text);
  if (!file.ok) return file;
  const { kdf, iv, ct } = file.value;
  const key = await outside.kdf.derive(new Secret(readActivationCode(activationCode)), kdf);
  const opened = await outside.cipher.open(key, { iv, ct }, aadOf(kdf));
  if (opened === null) return refused('does-not-open');
  try {
    return ok(utf8.decoder.decode(opened));
  } catch {
    return refused('bad-contents');
  }
}

/** What a pack's file holds, and whose signature stands under it; nothing of it is believed before that is checked. */
export async function openPack(
  outside: Outside,
  text: string,
  activationCode: string,
): Promise<Result<{ readonly signer: string; readonly contents: PackContents }>> {
  const opened = await openedText(outside, text, activationCode);
  if (!opened.ok) return opened;
  const signed = v.safeParse(signedShape, parsed(opened.value));
  if (!signed.success) return refused('bad-contents');
  const { signer, signature, body } = signed.output;
  if (!(await outside.signing.verify(signer, signature, signedText(body)))) return refused('bad-signature');
  const contents = v.safeParse(packContentsShape, parsed(body));
  return contents.success ? ok({ signer, contents: contents.output }) : refused('bad-contents');
}
