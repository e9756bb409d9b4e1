import { fail, ok } from '../../domain/result.ts';
import { recordKinds } from '../../domain/sealed.ts';
import { backupText } from '../backup/backup-file.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { decodeRecord } from '../record-shapes.ts';
import type { UseCase } from '../use-case.ts';
import { decodeHeader } from '../vault-header.ts';

/** The vault as a file: just what lies on the disk, sealed as it is there. A damaged vault is not backed up as if it were whole. */
export const exportBackup: UseCase<'backup.export'> = (ports) =>
  orStorageFailed(async () => {
    const header = decodeHeader(await ports.records.header());
    if (!header.ok) return header;
    const entries = await ports.store.list('entry');
    if (!entries.ok) return entries;
    if (entries.value.damaged.length > 0) return fail({ code: 'vault-damaged', records: entries.value.damaged });
    const folders = await ports.store.list('folder');
    if (!folders.ok) return folders;
    if (folders.value.damaged.length > 0) return fail({ code: 'vault-damaged', records: folders.value.damaged });
    const raws = await Promise.all(recordKinds.map((kind) => ports.records.all(kind)));
    const records = raws.flat().flatMap((raw) => decodeRecord(raw) ?? []);
    return ok({ text: backupText({ createdAt: ports.now(), header: header.value, records }) });
  });
