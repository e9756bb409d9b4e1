import type { ScalePoint } from './scale-series.ts';

const frame = { width: 640, height: 320, left: 64, right: 24, top: 40, bottom: 48 } as const;

interface Line {
  readonly label: string;
  readonly colour: string;
  readonly value: (point: ScalePoint) => number;
}

const lines: readonly Line[] = [
  { label: 'plain filter over all records', colour: '#b45309', value: ({ search }) => search.plainFilter.p95 },
  { label: 'Linked Vault', colour: '#1d4ed8', value: ({ search }) => search.ours.p95 },
];

/** 1, 2 or 5 times a power of ten: at most so many of them reach the greatest value. */
function stepFor(greatest: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(greatest / most));
  return ([1, 2, 5, 10].find((times) => greatest / (times * power) <= most) ?? 10) * power;
}

const text = (x: number, y: number, anchor: string, content: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;

/** How the time from a key to its list grows with the account, as an SVG that needs no script and no font of its own. */
export function scaleChart(points: readonly ScalePoint[]): string {
  const { width, height, left, right, top, bottom } = frame;
  const greatest = { x: Math.max(...points.map((point) => point.passwords)), y: 0 };
  greatest.y = Math.max(...points.flatMap((point) => lines.map(({ value }) => value(point))));
  const step = stepFor(greatest.y, 6);
  const highest = Math.ceil(greatest.y / step) * step;
  const x = (passwords: number): number => left + (passwords / greatest.x) * (width - left - right);
  const y = (value: number): number => height - bottom - (value / highest) * (height - top - bottom);
  const grid = Array.from({ length: Math.round(highest / step) + 1 }, (_, at) => at * step).map(
    (value) =>
      `<path d="M${left} ${y(value).toFixed(1)}H${width - right}" stroke="#e5e7eb"/>${text(left - 8, y(value) + 4, 'end', `${value} ms`)}`,
  );
  const sizes = points
    .filter(({ passwords }) => passwords >= greatest.x / 10)
    .map(({ passwords }) => text(x(passwords), height - bottom + 20, 'middle', passwords.toLocaleString('en')));
  const drawn = lines.map(({ label, colour, value }, at) => {
    const path = points.map((point) => `${x(point.passwords).toFixed(1)} ${y(value(point)).toFixed(1)}`).join('L');
    const legend = `<g fill="${colour}">${text(left + 12 + at * 240, 20, 'start', label)}</g>`;
    return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>${legend}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#374151">
<title>From a key pressed to its list, 95th percentile, by number of passwords</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${[...grid, ...sizes, ...drawn].join('\n')}
${text((left + width - right) / 2, height - 8, 'middle', 'passwords')}
</svg>
`;
}
