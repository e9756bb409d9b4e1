import { passphraseLongEnough, passphraseMinimum } from '../../domain/passphrase.ts';
import { fail } from '../../domain/result.ts';
import { Secret } from '../../domain/secret.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { tryPassphrase } from '../passphrase-try.ts';
import type { UseCase } from '../use-case.ts';
import { decodeHeader, openSlot, sealSlot } from '../vault-header.ts';
import { statusOf } from './vault-status.ts';

/** A new way to the same DEK in place of the old one: no record is touched. */
export const changePassphrase: UseCase<'vault.changePassphrase'> = (ports, { current, next }, { role }) =>
  orStorageFailed(async () => {
    if (!passphraseLongEnough(next)) return fail({ code: 'passphrase-too-short', minimum: passphraseMinimum });
    const header = decodeHeader(await ports.records.header());
    if (!header.ok) return header;
    const opened = await tryPassphrase(ports, header.value, new Secret(current));
    if (!opened.ok) return opened;
    const { slot, dek } = opened.value;
    if (slot.role !== role) return fail({ code: 'wrong-passphrase', waitSeconds: 0 });
    const others = header.value.slots.filter(({ id }) => id !== slot.id);
    const taken =
      others.length > 0 && (await openSlot(ports, { ...header.value, slots: others }, new Secret(next))) !== null;
    if (taken) return fail({ code: 'passphrase-taken' });
    const fresh = await sealSlot(ports, header.value, slot.role, slot.kdf.m, new Secret(next), dek);
    await ports.records.write({
      header: { ...header.value, slots: header.value.slots.map((one) => (one.id === slot.id ? fresh : one)) },
    });
    return statusOf(ports);
  });
