import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { hiddenWays } from '../../domain/field-hidden.ts';
import { fieldKinds } from '../../domain/field-kind.ts';
import { fieldRoles } from '../../domain/fill.ts';
import { explanationLimits } from '../../domain/form-explanation.ts';
import type { ExplanationPort } from '../ports.ts';
import { formReport } from './fill-port.ts';
import { createPagePort } from './page-port.ts';

const field = v.strictObject({
  kind: v.picklist(fieldKinds),
  strength: v.number(),
  role: v.nullable(v.picklist(fieldRoles)),
  hidden: v.nullable(v.picklist(hiddenWays)),
});

const explanation = v.strictObject({
  report: formReport,
  forms: v.pipe(
    v.array(
      v.strictObject({
        fields: v.pipe(v.array(field), v.maxLength(explanationLimits.fields)),
        scores: v.strictObject({ login: v.number(), 'sign-up': v.number(), other: v.number(), code: v.number() }),
      }),
    ),
    v.maxLength(explanationLimits.forms),
  ),
  inputs: v.nullable(v.number()),
  chosen: v.number(),
});

/** The port of the script that says what a fill sees of a page. */
export const createExplanationPort = (port: Runtime.Port): ExplanationPort => createPagePort(port, explanation);
