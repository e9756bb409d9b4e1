import { passphraseLongEnough, passphraseMinimum } from '../../domain/passphrase.ts';
import { fail } from '../../domain/result.ts';
import { Secret } from '../../domain/secret.ts';
import { orStorageFailed } from '../disk-failure.ts';
import type { UseCase } from '../use-case.ts';
import { decodeHeader, openSlot, sealSlot } from '../vault-header.ts';
import { statusOf } from './vault-status.ts';

/** A second way to the same DEK, whose holder may do what the entries allow. An older technician passphrase stops working. */
export const setTechnicianPassphrase: UseCase<'vault.setTechnicianPassphrase'> = (ports, { passphrase }) =>
  orStorageFailed(async () => {
    if (!passphraseLongEnough(passphrase)) return fail({ code: 'passphrase-too-short', minimum: passphraseMinimum });
    const header = decodeHeader(await ports.records.header());
    if (!header.ok) return header;
    const state = await ports.session.unlocked();
    if (state === null) return fail({ code: 'locked' });
    const administrators = header.value.slots.filter(({ role }) => role === 'administrator');
    if ((await openSlot(ports, { ...header.value, slots: administrators }, new Secret(passphrase))) !== null) {
      return fail({ code: 'passphrase-taken' });
    }
    const memory = Math.max(...administrators.map(({ kdf }) => kdf.m));
    const slot = await sealSlot(ports, header.value, 'technician', memory, new Secret(passphrase), state.dek);
    await ports.records.write({ header: { ...header.value, slots: [...administrators, slot] } });
    return statusOf(ports);
  });
