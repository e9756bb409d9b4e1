import { demoEpoch } from '../clock.ts';
import type { SeededRandom } from './seeded-random.ts';

const firstDay = Date.UTC(2016, 8, 14, 17, 2, 44);

export interface SomeTime {
  readonly createdAt: number;
  readonly passwordUpdatedAt: number;
  readonly updatedAt: number;
}

/** Times in the order in which they must come, all before the demo's epoch, whole seconds as IT Glue gives most of them. */
export function someTime(random: SeededRandom): SomeTime {
  const later = (than: number): number => Math.floor((than + random.next() * (demoEpoch - 1000 - than)) / 1000) * 1000;
  const createdAt = later(firstDay);
  const passwordUpdatedAt = random.chance(0.3) ? createdAt : later(createdAt);
  return { createdAt, passwordUpdatedAt, updatedAt: random.chance(0.6) ? passwordUpdatedAt : later(passwordUpdatedAt) };
}
