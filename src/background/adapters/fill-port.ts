import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { type FillMessage, type FormReport, fieldRoles, refusals } from '../../domain/fill.ts';
import type { FillPort } from '../ports.ts';
import { createPagePort } from './page-port.ts';

const role = v.picklist(fieldRoles);
const refusal = v.picklist(refusals);
const roles = v.pipe(v.array(role), v.maxLength(fieldRoles.length));

export const formReport: v.GenericSchema<unknown, FormReport> = v.strictObject({
  fields: roles,
  actionOrigin: v.nullable(v.pipe(v.string(), v.maxLength(300))),
  refusal: v.nullable(refusal),
  inOwnFrame: v.boolean(),
});

const message: v.GenericSchema<unknown, FillMessage> = v.variant('type', [
  v.strictObject({
    type: v.literal('report'),
    report: formReport,
  }),
  v.strictObject({
    type: v.literal('outcome'),
    outcome: v.variant('kind', [
      v.strictObject({ kind: v.literal('filled'), roles, more: v.boolean() }),
      v.strictObject({ kind: v.literal('partly'), roles, missing: roles }),
      v.strictObject({ kind: v.literal('absent') }),
      v.strictObject({ kind: v.literal('refused'), reason: refusal }),
    ]),
  }),
]);

/** The fill script's port. */
export const createFillPort = (port: Runtime.Port): FillPort => createPagePort(port, message);
