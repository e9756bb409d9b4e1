import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { placeLimits } from '../../domain/field-place.ts';
import type { FieldPort } from '../ports.ts';
import { createPagePort } from './page-port.ts';

const message = v.strictObject({
  steps: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(placeLimits.selector))),
    v.minLength(1),
    v.maxLength(placeLimits.steps),
  ),
});

/** The port of the script that waits for a field to be chosen. */
export const createFieldPort = (port: Runtime.Port): FieldPort => createPagePort(port, message);
