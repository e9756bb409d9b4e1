import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A text that must not be on disk, in one of the forms in which it could be. */
interface Needle {
  readonly form: string;
  readonly bytes: Buffer;
}

/** A text found in a file of a profile. */
export interface Find {
  /** Name of the marker. */
  readonly marker: string;
  readonly form: string;
  /** Relative to the profile. */
  readonly file: string;
}

/** Base64 without what the neighbours decide, for each of the three places at which the text can begin in a group. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
    const first = Math.ceil((before * 8) / 6);
    const whole = Math.floor(((before + Buffer.byteLength(text)) * 8) / 6);
    return encoded.slice(first, whole);
  });
}

function needlesOf(text: string): readonly Needle[] {
  const forms: [string, Buffer][] = [
    ['utf-8', Buffer.from(text)],
    ['utf-16', Buffer.from(text, 'utf16le')],
    ['hex', Buffer.from(Buffer.from(text).toString('hex'))],
    ['HEX', Buffer.from(Buffer.from(text).toString('hex').toUpperCase())],
    ['url', Buffer.from(encodeURIComponent(text))],
  ];
  for (const encoded of base64Forms(text)) {
    forms.push(['base64', Buffer.from(encoded)]);
    forms.push(['base64url', Buffer.from(encoded.replaceAll('+', '-').replaceAll('/', '_'))]);
  }
  // What a compressor leaves whole of a text that it has not met before: its two halves, if not all of it.
  const half = Math.ceil(text.length / 2);
  if (half >= 12) for (const part of [text.slice(0, half), text.slice(half)]) forms.push(['half', Buffer.from(part)]);
  return forms.map(([form, bytes]) => ({ form, bytes }));
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Every place of a profile folder, names of files too, where one of the markers stands in any form. */
export function searchProfile(folder: string, markers: Readonly<Record<string, string>>): readonly Find[] {
  const needles = Object.entries(markers).map(([marker, text]) => ({ marker, forms: needlesOf(text) }));
  return filesBelow(folder).flatMap((path) => {
    const file = relative(folder, path);
    const bytes = Buffer.concat([Buffer.from(`${file}\n`), readFileSync(path)]);
    return needles.flatMap(({ marker, forms }) =>
      forms.filter((needle) => bytes.includes(needle.bytes)).map(({ form }) => ({ marker, form, file })),
    );
  });
}

/** Bytes of all files together: a search of an empty folder proves nothing. */
export const sizeOf = (folder: string): number =>
  filesBelow(folder).reduce((sum, path) => sum + statSync(path).size, 0);
