import { readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smallPng } from '../../scripts/screenshots/small-png.ts';

const chunks = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  const all: Record<string, Uint8Array> = {};
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12)
    all[String.fromCharCode(...png.subarray(at + 4, at + 8))] = png.subarray(at + 8, at + 8 + view.getUint32(at));
  return all;
};

const chunk = (name: string, bytes: Uint8Array): number[] => {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return [...length, ...new TextEncoder().encode(name), ...bytes, 0, 0, 0, 0];
};

/** Two by two dots with opacity; the second line is told by its difference from the one above. */
const tiny = Uint8Array.from([
  ...[137, 80, 78, 71, 13, 10, 26, 10],
  ...chunk('IHDR', Uint8Array.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 0])),
  ...chunk('IDAT', deflateSync(Uint8Array.from([0, 255, 0, 0, 255, 0, 0, 255, 255, 2, 0, 0, 0, 0, 255, 255, 0, 0]))),
  ...chunk('IEND', new Uint8Array()),
]);

describe('small pictures', () => {
  it('hold the same dots', () => {
    const { IHDR, PLTE = new Uint8Array(), IDAT = new Uint8Array() } = chunks(smallPng(tiny));
    expect([...(IHDR ?? [])]).toEqual([0, 0, 0, 2, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
    const lines = inflateSync(IDAT);
    const dot = (line: number, at: number) => {
      const place = (lines[line * 3 + 1 + at] ?? 0) * 3;
      return [...PLTE.subarray(place, place + 3)];
    };
    expect([dot(0, 0), dot(0, 1)]).toEqual([
      [255, 0, 0],
      [0, 0, 255],
    ]);
    expect([dot(1, 0), dot(1, 1)]).toEqual([
      [255, 0, 0],
      [255, 255, 255],
    ]);
  });

  it('are those of the documents: no more than 256 colours, and small', () => {
    const png = readFileSync('docs/screenshots/options-entries-light.png');
    expect(chunks(png).PLTE?.length).toBeLessThanOrEqual(768);
    expect(png.length).toBeLessThan(60_000);
  });
});
