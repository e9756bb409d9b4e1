import { describe, expect, it } from 'vitest';
import { cipher } from '../../src/background/adapters/cipher.ts';
import { kdf } from '../../src/background/adapters/kdf.ts';
import { fromBase64url, toBase64url } from '../../src/background/base64url.ts';
import { decodeHeader, openSlot } from '../../src/background/vault-header.ts';
import { kdfFloor, recordAad, type SealedRecord, slotAad } from '../../src/domain/sealed.ts';
import { Secret } from '../../src/domain/secret.ts';
import vector from '../vectors/vault-v1.json' with { type: 'json' };

const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();

/** Kept for ever: a vault sealed today opens with every later version. */
describe('SR-50: vault format 1', () => {
  const header = decodeHeader(vector.header);
  const record = vector.record as SealedRecord;

  it('binds what DESIGN says it binds', () => {
    expect(header.ok && header.value.slots.map((slot) => slotAad(header.value, slot))).toEqual([vector.slotAad]);
    expect(recordAad(record)).toBe(vector.recordAad);
  });

  it('gives the DEK to its passphrase, through Argon2id', async () => {
    if (!header.ok) throw new Error(header.failure.code);
    const opened = await openSlot({ cipher, kdf }, header.value, new Secret(vector.passphrase));
    expect(opened && toBase64url(opened.dek)).toBe(vector.dek);
    expect(await openSlot({ cipher, kdf }, header.value, new Secret(`${vector.passphrase}x`))).toBeNull();
  });

  it('opens a record under its own name only', async () => {
    const dek = bytes(vector.dek);
    const plain = await cipher.open(dek, record, recordAad(record));
    expect(plain && JSON.parse(new TextDecoder().decode(plain))).toEqual(vector.content);
    for (const change of [{ v: 2 }, { kid: 'other' }, { id: 'unlock' }, { kind: 'entry' as const }, { rev: 4 }]) {
      expect(await cipher.open(dek, record, recordAad({ ...record, ...change }))).toBeNull();
    }
  });

  it('answers null, and never throws, for boxes that are none', async () => {
    const dek = bytes(vector.dek);
    for (const box of [
      { iv: '', ct: '' },
      { iv: '***', ct: record.ct },
      { iv: record.iv, ct: '***' },
      { iv: 'AAAA', ct: record.ct },
    ]) {
      expect(await cipher.open(dek, box, recordAad(record))).toBeNull();
    }
  });
});

describe('Argon2id', () => {
  it('is the reference algorithm, version 0x13', async () => {
    const key = await kdf.derive(new Secret('password'), {
      alg: 'argon2id',
      m: 65_536,
      t: 2,
      p: 1,
      salt: toBase64url(new TextEncoder().encode('somesalt')),
    });
    expect(Buffer.from(key).toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it('takes a passphrase however its characters are composed, and without the blanks around it', async () => {
    const parameters = { alg: 'argon2id', ...kdfFloor, salt: toBase64url(new Uint8Array(16)) } as const;
    const derive = async (text: string) => toBase64url(await kdf.derive(new Secret(text), parameters));
    expect(await derive(' Zoe\u0308 und die Katze ')).toBe(await derive('Zo\u00EB und die Katze'));
  });

  it('can be measured', async () => {
    expect(await kdf.measureFloor()).toBeGreaterThan(0);
  });
});

describe('SR-19: initialisation vectors', () => {
  it('never repeat', { timeout: 60_000 }, async () => {
    const key = crypto.getRandomValues(new Uint8Array(32));
    const ivs = new Set<string>();
    for (let i = 0; i < 20_000; i++) ivs.add((await cipher.seal(key, new Uint8Array(1), '')).iv);
    expect(ivs.size).toBe(20_000);
  });
});
