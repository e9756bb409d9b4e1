import { auditCsv, auditJson } from '../../domain/audit-export.ts';
import { ok } from '../../domain/result.ts';
import type { UseCase } from '../use-case.ts';

/** Records as a file: a command of its own, so that a policy can forbid it. */
export const exportAudit: UseCase<'audit.export'> = async (ports, { seqs, format }) => {
  const reading = await ports.audit.read();
  if (!reading.ok) return reading;
  const wanted = seqs === null ? null : new Set(seqs);
  const records = reading.value.records.filter(({ seq }) => wanted === null || wanted.has(seq));
  return ok({ text: format === 'csv' ? auditCsv(records) : auditJson(reading.value, records) });
};
