import { unzlibSync, zlibSync } from 'fflate';

const signature = [137, 80, 78, 71, 13, 10, 26, 10];
const mostColours = 256;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes for each dot. */
  readonly dots: Uint8Array;
}

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** The parts of a PNG by their names; those of the same name in a row. */
function partsOf(png: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts = new Map<string, Uint8Array>();
  for (let at = signature.length; at < png.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    const before = parts.get(name) ?? new Uint8Array();
    parts.set(name, Uint8Array.from([...before, ...png.subarray(at + 8, at + 8 + length)]));
    at += length + 12;
  }
  return parts;
}

/** Reads what a browser writes: eight bits, with or without opacity, lines one after the other. */
function decoded(png: Uint8Array): Picture {
  const parts = partsOf(png);
  const header = parts.get('IHDR') ?? new Uint8Array();
  const view = new DataView(header.buffer);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const size = header[9] === 6 ? 4 : 3;
  const raw = unzlibSync(parts.get('IDAT') ?? new Uint8Array());
  const line = width * size;
  const dots = new Uint8Array(width * height * 3);
  let above = new Uint8Array(line);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)];
    const now = raw.slice(y * (line + 1) + 1, (y + 1) * (line + 1));
    for (let x = 0; x < line; x += 1) {
      const [left, up, corner] = [now[x - size] ?? 0, above[x] ?? 0, above[x - size] ?? 0];
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      now[x] = (now[x] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
    for (let x = 0; x < width; x += 1) dots.set(now.subarray(x * size, x * size + 3), (y * width + x) * 3);
    above = now;
  }
  return { width, height, dots };
}

const distance = (one: number, other: number): number =>
  [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);

/** For each colour its place among the most frequent ones: its own, or the nearest. */
function paletteOf(colours: Uint32Array) {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const all = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const palette = all.slice(0, mostColours);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  for (const colour of all.slice(mostColours)) {
    const nearest = palette.reduce((best, other) => (distance(other, colour) < distance(best, colour) ? other : best));
    places.set(colour, places.get(nearest) ?? 0);
  }
  return { palette, places };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const crcOf = (bytes: Uint8Array): number =>
  ~bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) >>> 0;

const number = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

function part(name: string, bytes: Uint8Array): Uint8Array {
  const named = Uint8Array.from([...new TextEncoder().encode(name), ...bytes]);
  return Uint8Array.from([...number(bytes.length), ...named, ...number(crcOf(named))]);
}

/** The same picture in at most 256 colours: letters on flat surfaces need no more, and take a third of the room. */
export function smallPng(png: Uint8Array): Uint8Array {
  const { width, height, dots } = decoded(png);
  const colours = Uint32Array.from({ length: width * height }, (_, at) =>
    [0, 1, 2].reduce((colour, channel) => (colour << 8) | (dots[at * 3 + channel] ?? 0), 0),
  );
  const { palette, places } = paletteOf(colours);
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + x + 1] = places.get(colours[y * width + x] ?? 0) ?? 0;
  const header = Uint8Array.from([...number(width), ...number(height), 8, 3, 0, 0, 0]);
  const table = Uint8Array.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const bytes = [
    part('IHDR', header),
    part('PLTE', table),
    part('IDAT', zlibSync(lines, { level: 9 })),
    part('IEND', new Uint8Array()),
  ];
  return Uint8Array.from([...signature, ...bytes.flatMap((each) => [...each])]);
}
