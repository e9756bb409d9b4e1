import { type MutantGroup, of } from './mutant.ts';

/** What a ciphertext is bound to, who gets a slot, and what a lock and an erasure leave. */
export const sealMutants: MutantGroup = {
  name: 'seal',
  tests: [
    'test/background/vault',
    'test/background/index/meanwhile.test.ts',
    'test/background/entries.test.ts',
    'test/adapters/vault-vectors.test.ts',
    'test/adapters/sealed-properties.test.ts',
    'test/domain/rules-of-time.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/sealed-store.ts',
      ['record.kind !== kind ||', '', 'SR-18: a record of another kind in its place'],
      ['record.id !== id ||', '', 'SR-18: another record in its place'],
      [
        '} finally {\n      listing.clear();\n    }',
        '} finally {\n      // as it was\n    }',
        'a list of before a change',
      ],
      [
        'sound[row(kind, id)] === undefined || sound[row(kind, id)] !== before.rows[row(kind, id)]',
        'true',
        'only what is damaged is let go',
      ],
    ),
    ...of(
      'src/background/vault-header.ts',
      ['Math.max(kdfFloor.t, policy.kdfPassesMin)', 'kdfFloor.t', 'SR-51: the fewest passes'],
      ['v.minLength(1), v.maxLength(8)', 'v.minLength(1)', 'SR-15: a header with slots without end'],
    ),
    ...of(
      'src/domain/sealed.ts',
      [' && t <= kdfCeiling.t', '', 'SR-15: a header that asks for endless passes'],
      [' && p <= kdfCeiling.p', '', 'SR-15: a header that asks for endless lanes'],
      [
        'record.id, record.kind, record.rev].join',
        'record.id, record.rev].join',
        'SR-18: the kind is bound to the ciphertext',
      ],
      ["[record.v, record.kid, 'records'", "[record.v, 'records'", 'SR-18: the vault is bound to the ciphertext'],
      ["[record.v, record.kid, 'records'", "[record.kid, 'records'", 'SR-18: the version is bound to the ciphertext'],
      ["'slot',\n    header.v,", "'slot',", 'SR-18: the version is bound to its slots'],
      ['header.kid,\n', '', 'SR-18: the vault is bound to its slots'],
      ['slot.id,\n', '', 'SR-18: the id of a slot is bound to it'],
      ['slot.role,\n', '', 'SR-18: the role is bound to its slot'],
      ['slot.kdf.alg,\n', '', 'SR-18: the algorithm is bound to its slot'],
      ['slot.kdf.t,\n', '', 'SR-18: the passes are bound to their slot'],
      ['slot.kdf.p,\n', '', 'SR-18: the lanes are bound to their slot'],
      ['slot.kdf.salt,\n', '', 'SR-18: the salt is bound to its slot'],
    ),
    ...of(
      'src/background/adapters/cipher.ts',
      ['additionalData: utf8.encode(aad),', '', 'SR-18: what a ciphertext is bound to'],
      ['crypto.getRandomValues(new Uint8Array(ivBytes))', 'new Uint8Array(ivBytes)', 'SR-19: a fresh IV each time'],
      ['if (iv.length !== ivBytes) return null;', '', 'SR-19: an IV of another length'],
      ["'AES-GCM', false, [", "'AES-GCM', true, [", 'a key that cannot be taken out again'],
    ),
    ...of(
      'src/background/vault-door.ts',
      ['loadedIndexes.clear();', '', 'SR-22: a lock forgets indexes'],
      [
        'cappedLock(state.settings, (await policy.read()).policy)',
        'state.settings',
        'SR-51: the longest times hold at every use',
      ],
      ['if (locks) locked();\n    }', '}', 'SR-22: a lock is told'],
    ),
    ...of('src/background/use-cases/unlock-vault.ts', [
      'if (kdfMeets(slot.kdf, policy)) return;',
      'if (slot) return;',
      'SR-51: a weaker slot is sealed anew',
    ]),
    ...of(
      'src/background/use-cases/change-passphrase.ts',
      ['if (!passphraseLongEnough(next)) return', 'if (false) return', 'a short passphrase'],
      ['(one.id === slot.id ? fresh : one)', '(one.id === slot.id ? fresh : fresh)', 'the other passphrase stays'],
    ),
    ...of(
      'src/background/use-cases/set-technician-passphrase.ts',
      ['if (!passphraseLongEnough(passphrase)) return', 'if (false) return', 'a short passphrase'],
      ["'technician', memory", "'administrator', memory", 'a technician’s passphrase is a technician’s'],
      ['slots: [...administrators, slot]', 'slots: [...header.value.slots, slot]', 'an older passphrase stops working'],
    ),
    ...of('src/background/use-cases/remove-technician.ts', [
      "header.value.slots.filter(({ role }) => role === 'administrator')",
      'header.value.slots',
      'technicians can no longer unlock',
    ]),
    ...of(
      'src/background/use-cases/erase-vault.ts',
      ['await ports.door.lock();', '', 'SR-22: what is erased is locked'],
      ['await ports.indexRecords.erase();', '', 'the index goes with the vault'],
      ['await ports.audit.erase();', '', 'the audit goes with the vault'],
    ),
  ],
};
