import type { SeededRandom } from './seeded-random.ts';

const words = [
  'Amber',
  'Basalt',
  'Candle',
  'Dune',
  'Ember',
  'Falcon',
  'Glacier',
  'Hazel',
  'Indigo',
  'Juniper',
  'Kettle',
  'Lagoon',
  'Marble',
  'Nectar',
  'Onyx',
  'Pebble',
  'Quartz',
  'Raven',
  'Saffron',
  'Timber',
  'Umber',
  'Velvet',
  'Willow',
  'Zephyr',
] as const;
const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!#$%&*+-=?@_';

const phrase = ({ pick, between }: SeededRandom): string => `${pick(words)}-${pick(words)}-${between(10, 99)}`;

const jumble = ({ between }: SeededRandom, length: number): string =>
  Array.from({ length }, () => letters[between(0, letters.length - 1)] ?? 'x').join('');

/** A password as a generator or a technician makes it. */
export const passwordValue = (random: SeededRandom): string =>
  random.chance(0.4) ? phrase(random) : jumble(random, random.between(12, 24));

/** Eight groups of six digits, as BitLocker's recovery keys are written. */
export const recoveryKey = ({ between }: SeededRandom): string =>
  Array.from({ length: 8 }, () => String(between(0, 720_895)).padStart(6, '0')).join('-');
