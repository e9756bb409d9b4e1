import type { Failure } from '../domain/failure.ts';
import type { NotInjected } from './ports.ts';

/** What is said where a script of ours is not in a page. */
export const notInjected: Readonly<Record<NotInjected, Failure>> = {
  'not-permitted': { code: 'page-not-fillable' },
  silent: { code: 'page-silent' },
  'tab-closed': { code: 'tab-closed' },
};
