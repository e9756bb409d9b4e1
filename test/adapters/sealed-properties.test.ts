import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cipher } from '../../src/background/adapters/cipher.ts';
import { fromBase64url, toBase64url } from '../../src/background/base64url.ts';
import type { StoredKind } from '../../src/background/ports.ts';
import { decodeContent, decodeRecord } from '../../src/background/record-shapes.ts';
import { recordAad, recordKinds, type SealedRecord } from '../../src/domain/sealed.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Uint8Array.from(bytes));
const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const open = fc.record({
  v: fc.constant(1),
  kid: name,
  kind: fc.constantFrom(...recordKinds),
  id: name,
  rev: fc.nat(),
});
const plain = fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes));
const runs = { numRuns: 200 };

const flipped = (text: string, bit: number): string => {
  const bytes = fromBase64url(text) ?? new Uint8Array();
  const at = Math.floor(bit / 8) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  return toBase64url(bytes);
};

describe('SR-18: sealed records', () => {
  it('give back what was sealed, and the same never looks the same twice', async () => {
    await fc.assert(
      fc.asyncProperty(key, open, plain, async (dek, record, content) => {
        const [once, twice] = [
          await cipher.seal(dek, content, recordAad(record)),
          await cipher.seal(dek, content, recordAad(record)),
        ];
        expect(await cipher.open(dek, once, recordAad(record))).toEqual(content);
        expect(once.iv).not.toBe(twice.iv);
        expect(once.ct).not.toBe(twice.ct);
      }),
      runs,
    );
  });

  it('do not open with a bit turned anywhere, cut off, or under another key', async () => {
    await fc.assert(
      fc.asyncProperty(key, open, plain, fc.nat({ max: 8_000 }), async (dek, record, content, bit) => {
        const box = await cipher.seal(dek, content, recordAad(record));
        const aad = recordAad(record);
        expect(await cipher.open(dek, { ...box, ct: flipped(box.ct, bit) }, aad)).toBeNull();
        expect(await cipher.open(dek, { ...box, iv: flipped(box.iv, bit) }, aad)).toBeNull();
        expect(await cipher.open(dek, { ...box, ct: box.ct.slice(0, -4) }, aad)).toBeNull();
        const other = Uint8Array.from(dek);
        other[bit % 32] = (other[bit % 32] ?? 0) ^ 1;
        expect(await cipher.open(other, box, aad)).toBeNull();
      }),
      runs,
    );
  });

  it('do not open under another name than their own', async () => {
    await fc.assert(
      fc.asyncProperty(key, open, open, plain, async (dek, record, other, content) => {
        fc.pre(JSON.stringify(record) !== JSON.stringify(other));
        const box = await cipher.seal(dek, content, recordAad(record));
        expect(await cipher.open(dek, box, recordAad(other))).toBeNull();
      }),
      runs,
    );
  });
});

describe('the cipher', () => {
  const dek = new Uint8Array(32).fill(7);
  const bound = new TextEncoder().encode('aad');

  it('opens nothing with an IV of another length than its own', async () => {
    const iv = new Uint8Array(16).fill(3);
    const algorithm = { name: 'AES-GCM', iv, additionalData: bound };
    const imported = await crypto.subtle.importKey('raw', dek, 'AES-GCM', false, ['encrypt']);
    const ct = new Uint8Array(await crypto.subtle.encrypt(algorithm, imported, bound));
    expect(await cipher.openBytes(dek, { iv, ct }, 'aad')).toBeNull();
  });

  it('imports keys that cannot be taken out again', async () => {
    const imports = vi.spyOn(crypto.subtle, 'importKey');
    await cipher.sealBytes(new Uint8Array(32).fill(8), bound, 'aad');
    const made = (await Promise.all(imports.mock.results.map(({ value }) => value))) as readonly CryptoKey[];
    imports.mockRestore();
    expect(made.map(({ extractable }) => extractable)).toEqual([false]);
  });
});

describe('what lies on the disk, whatever it is', () => {
  const kinds = recordKinds.filter((kind): kind is StoredKind => kind !== 'catalog');

  it('is a record of its shape or none, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withTypedArray: true, withMap: true }), (raw) => {
        const record: SealedRecord | null = decodeRecord(raw);
        if (record !== null) expect(recordKinds).toContain(record.kind);
        for (const kind of kinds) decodeContent(kind, raw);
      }),
      { numRuns: 1_000 },
    );
  });
});
