import { type FormReport, type Intent, passingRefusals } from '../domain/fill.ts';
import type { FillEnd } from '../messaging/contract.ts';

/** A launch goes on after a page without fields, and while the next page or step may want the rest. */
export const launchGoesOn = (intent: Intent, stage: Intent['stage'] | undefined, end: FillEnd): boolean => {
  if (intent.source !== 'launch' || !('outcome' in end) || stage === 'committed') return false;
  if (stage === 'code-only' && end.outcome.kind !== 'refused') return true;
  if (end.outcome.kind === 'refused') return passingRefusals.includes(end.outcome.reason);
  return end.outcome.kind === 'absent' || (end.outcome.kind === 'filled' && end.outcome.more);
};

/** After the password a page may show its login once more; then only a code is still to be filled. */
export const stillWanted = (intent: Intent, report: FormReport): FormReport =>
  intent.stage === 'code-only' ? { ...report, fields: report.fields.filter((role) => role === 'code') } : report;
