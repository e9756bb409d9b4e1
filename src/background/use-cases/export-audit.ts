import { auditCsv, auditJson } from '../../domain/audit-export.ts';
import { filteredAudit } from '../../domain/audit-filter.ts';
import { ok } from '../../domain/result.ts';
import type { UseCase } from '../use-case.ts';

/** The records that fit, as a file: a command of its own, so that a policy can forbid it. */
export const exportAudit: UseCase<'audit.export'> = async (ports, { format, ...filter }) => {
  const reading = await ports.audit.read();
  if (!reading.ok) return reading;
  const records = filteredAudit(reading.value.records, filter);
  return ok({ text: format === 'csv' ? auditCsv(records) : auditJson(reading.value, records) });
};
