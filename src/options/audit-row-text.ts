import type { AuditRecord } from '../domain/audit.ts';
import { displayText } from '../domain/display-text.ts';
import { momentTexts } from '../texts/moment-text.ts';
import { text } from '../texts/text.ts';
import { auditByText } from './audit-by-text.ts';
import { auditOutcomeText } from './audit-outcome-text.ts';
import { aboutText, actionText, countedText, roleText } from './audit-text.ts';

/** All that a row of the audit shows. */
export interface AuditRowText {
  /** What was done, how it ended, and how often. */
  readonly what: string;
  /** When, by whom, with which command, and why. */
  readonly detail: string;
  readonly about: string;
}

/** A code has one text while a page is open: asked for once, not for each of 50,000 records. */
function once<Code extends string, Said>(textOf: (code: Code) => Said): (code: Code) => Said {
  const known = new Map<Code, Said>();
  return (code) => {
    const said = known.get(code) ?? textOf(code);
    known.set(code, said);
    return said;
  };
}

/** What rows show, and so what they are found by. */
export function auditRowTexts(): (record: AuditRecord) => AuditRowText {
  const moment = momentTexts();
  const [action, outcome, role, by] = [once(actionText), once(auditOutcomeText), once(roleText), once(auditByText)];
  return (record) => {
    const ended = outcome(record.outcome);
    const reason = typeof record.reason === 'string' ? [text('optionsAuditReason', displayText(record.reason))] : [];
    return {
      what: `${action(record.action)}${ended === null ? '' : `: ${ended}`}${countedText(record)}`,
      detail: [moment(record.at), role(record.role), by(record.by), ...reason].join(' · '),
      about: displayText(aboutText(record)),
    };
  };
}
