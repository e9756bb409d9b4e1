import type { Storage } from 'webextension-polyfill';
import { inTime } from './within.ts';

type Area = Pick<Storage.StorageArea, 'get' | 'set' | 'remove' | 'clear'>;

/** Storage of the browser, whose silence is an error as its refusal is. */
export const patientArea = (area: Area): Area => ({
  get: (keys) => inTime(area.get(keys)),
  set: (items) => inTime(area.set(items)),
  remove: (keys) => inTime(area.remove(keys)),
  clear: () => inTime(area.clear()),
});
