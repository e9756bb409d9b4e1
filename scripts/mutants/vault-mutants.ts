import { type MutantGroup, of } from './mutant.ts';

/** What lies on the disk, and who opens it. */
export const vaultMutants: MutantGroup = {
  name: 'vault',
  tests: [
    'test/background/vault',
    'test/adapters/vault-vectors.test.ts',
    'test/adapters/session-memory.test.ts',
    'test/adapters/session-memory-lock.test.ts',
    'test/domain/rules-of-time.test.ts',
    'test/background/backup',
    'test/background/pack',
    'test/background/audit',
  ],
  mutants: [
    ...of(
      'src/background/sealed-store.ts',
      [
        "if (expectedRev !== null && record.rev !== expectedRev) return 'tampered';",
        '',
        'SR-18: an older revision put back',
      ],
      [
        "if (plain === null) return 'tampered';",
        'if (plain === null) return { value: {}, rev: record.rev };',
        'SR-18: a record that does not open',
      ],
      [
        'if (!secretKinds.includes(kind)) opened.set(record, value);',
        'opened.set(record, value);',
        'opened secrets are not kept',
      ],
      ['outside.opened.clear();\n      return fail', 'return fail', 'a lock in the middle of a list'],
      ['const turn = lastWrite.then(write, write);', 'const turn = write();', 'writes go one after the other'],
    ),
    ...of(
      'src/background/vault-header.ts',
      [
        'output.slots.every(({ kdf }) => kdfAcceptable(kdf)) ?',
        'output.slots.every(() => true) ?',
        'SR-15: a key derivation below the floor',
      ],
      [
        "if (typeof version === 'number' && version > vaultVersion) return fail({ code: 'vault-too-new' });",
        '',
        'SR-50: a newer vault is left alone',
      ],
      [
        'slotAad(header, slot));\n    if (dek',
        "slotAad(header, { ...slot, role: 'administrator' }));\n    if (dek",
        'SR-18: the role of a slot is sealed with it',
      ],
      ['Math.max(memory, policy.kdfMemoryKibMin)', 'memory', 'SR-51: the least memory'],
    ),
    ...of(
      'src/domain/sealed.ts',
      ['m >= kdfFloor.m &&', '', 'SR-15: the least memory of a header'],
      ['t >= kdfFloor.t &&', '', 'SR-15: the fewest passes of a header'],
      ['m <= kdfCeiling.m &&', '', 'SR-15: a header that asks for endless work'],
      [
        "'records', record.id, record.kind, record.rev]",
        "'records', record.id, record.kind]",
        'SR-18: the revision is bound to the ciphertext',
      ],
      [
        "[record.v, record.kid, 'records', record.id,",
        "[record.v, record.kid, 'records',",
        'SR-18: the id is bound to the ciphertext',
      ],
      ['slot.kdf.m,\n    slot.kdf.t,', 'slot.kdf.t,', 'SR-18: the derivation is bound to its slot'],
    ),
    ...of(
      'src/background/passphrase-try.ts',
      [
        'await ports.records.saveGuard(guardAfterFailure(guard, ports.now()));\n  const',
        'const',
        'SR-15: a try counts before it is made',
      ],
      [
        "if (wait > 0) return fail({ code: 'unlock-delayed', waitSeconds: wait });",
        '',
        'SR-15: too many wrong passphrases wait',
      ],
      ['await ports.records.saveGuard(counted);', '', 'SR-15: a wrong passphrase counts'],
    ),
    ...of('src/domain/unlock-delay.ts', [
      'failures < freeTries ? 0 :',
      'failures < 50 ? 0 :',
      'SR-15: the wait begins after a few tries',
    ]),
    ...of(
      'src/background/vault-door.ts',
      [
        'if (!lockIsDue(state, await settingsOf(state), now())) return state.role;',
        'if (state !== null) return state.role;',
        'SR-22: the deadline is checked at every use',
      ],
      ['lists.clear();\n', '', 'SR-22: a lock forgets lists'],
      ['opened.clear();\n', '', 'SR-22: a lock forgets what was opened'],
      ['locks = await session.clear(due);', '', 'SR-22: a lock forgets the key'],
      ['if (locks) locked();', 'locked();', 'a lock that was overtaken ends nothing'],
      [' && isSoonAfter(await dueOf(usedNow), alarmAt)', '', 'SR-22: the alarm follows shorter times at once'],
    ),
    ...of(
      'src/domain/lock.ts',
      ['now >= lockDueAt(span, settings) || now', 'now', 'SR-22: the deadline'],
      [' || now < span.lastUsedAt - minute', '', 'SR-22: a clock that was set back'],
      [
        'Math.min(span.lastUsedAt + settings.idleMinutes * minute, span.unlockedAt',
        'Math.max(span.lastUsedAt + settings.idleMinutes * minute, span.unlockedAt',
        'SR-22: use does not extend the longest span',
      ],
    ),
    ...of(
      'src/background/adapters/unlocked-memory.ts',
      ['dek.length !== dekBytes ?', 'false ?', 'a key of another length is none'],
      [
        'inTurn(async () => {\n        const state',
        '(async (work: () => Promise<UnlockedState | null>) => work())(async () => {\n        const state',
        'SR-22: a use that is noted cannot undo a lock',
      ],
      ['area.clear().finally(forget)', 'area.clear()', 'SR-22: a lock forgets what was known of the unlocking'],
      [
        'dek: toBase64url(state.dek) } }).finally(forget)',
        'dek: toBase64url(state.dek) } })',
        'a use that was noted counts',
      ],
    ),
    ...of(
      'src/background/adapters/session-memory.ts',
      [
        'if (there !== null && there',
        'if (there === undefined && there',
        'a lock that was due ends no other unlocking',
      ],
      [
        "{ ...answered, tabId: -1, origin: '', realm: null }",
        'answered',
        'SR-22: a lock leaves no address of what was answered',
      ],
    ),
    ...of(
      'src/background/new-vault.ts',
      [
        "if ((await ports.records.header()) !== null) return { code: 'vault-exists' };",
        '',
        'a new vault never takes the place of one',
      ],
      [
        "if (!passphraseLongEnough(passphrase)) return { code: 'passphrase-too-short', minimum: passphraseMinimum };",
        '',
        'a short passphrase',
      ],
    ),
    ...of(
      'src/background/use-cases/change-passphrase.ts',
      [
        "if (slot.role !== role) return fail({ code: 'wrong-passphrase', waitSeconds: 0 });",
        '',
        'each role changes its own passphrase',
      ],
      ["if (taken) return fail({ code: 'passphrase-taken' });", '', 'no passphrase serves two roles'],
    ),
    ...of('src/background/use-cases/set-technician-passphrase.ts', [
      "return fail({ code: 'passphrase-taken' });",
      '',
      'no passphrase serves two roles',
    ]),
    ...of(
      'src/background/backup/backup-file.ts',
      ['if (!header.ok) return', 'if (false) return', 'a backup with a cheaper derivation'],
      ['kid === header.value.kid && made', 'made', 'a backup of records of another vault'],
      ['new Set(records.map(key)).size === records.length', 'true', 'a backup with a record twice'],
    ),
    ...of(
      'src/background/backup/opened-backup.ts',
      ["if (opened.slot.role !== 'administrator') return", 'if (false) return', 'a technician restores nothing'],
      ['.some(({ value }) => value.damaged.length > 0)', '.some(() => false)', 'a backup that opens in part'],
    ),
    ...of(
      'src/background/pack/pack-file.ts',
      [
        "if (!(await outside.signing.verify(signer, signature, signedText(body)))) return refused('bad-signature');",
        '',
        'SR-39: the signature',
      ],
      ['file.success && kdfAcceptable(file.output.kdf)', 'file.success', 'SR-39: a cheaper derivation'],
    ),
    ...of(
      'src/background/pack/pack-shapes.ts',
      ['edit: v.literal(false)', 'edit: v.boolean()', 'SR-39: a pack never gives Edit'],
      ['return coherent(contents) &&', 'return', 'SR-39: the parts of a pack belong together'],
      ['main.value.origin === one.origin &&', '', 'SR-39: an origin that its address does not give'],
      [
        'host.ok && host.value.origin === one.signInOrigins[at]',
        'host.ok',
        'SR-39: a further address that is more than an origin',
      ],
    ),
    ...of(
      'src/domain/pack.ts',
      ["if (known !== null && pack.signer !== known.signer) return 'other-signer';", '', 'SR-39: another signer'],
      ["if (known !== null && pack.packId !== known.packId) return 'other-pack';", '', 'SR-39: another pack'],
      ["if (known !== null && pack.version <= known.version) return 'older';", '', 'SR-39: an older pack'],
      ["if (pack.issuedAt > now + clockToleranceMs) return 'from-the-future';", '', 'SR-39: a pack of a time to come'],
      ['Math.max(now, seenAt) >= expiresAt', 'now >= expiresAt', 'SR-39: a clock that was set back'],
      ['policy.disableCopy || pack.disableCopy', 'policy.disableCopy', 'SR-40: the stricter of policy and pack'],
    ),
    ...of(
      'src/background/pack/offered-pack.ts',
      [
        "if (hasSlot(header.value, 'administrator')) return refused('has-administrator');",
        '',
        'SR-39: no pack in a vault with an administrator',
      ],
      [
        "return policy.packSigningKey === signer ? null : 'signer-not-set';",
        'return null;',
        'SR-39: the signer that a policy names',
      ],
    ),
    ...of('src/background/audit/audit-runs.ts', [
      'return (await outside.auditRecords.empty()) ? emptyHead : null;',
      'return emptyHead;',
      'SR-52: a head that was taken away',
    ]),
    ...of('src/background/audit/audit-runs.ts', [
      'head.next - head.first + added -',
      'head.next - head.first + 1 -',
      'the bound holds after an act that leaves many records',
    ]),
    ...of(
      'src/background/audit/read-audit.ts',
      ["(runs[0]?.at(-1)?.link ?? 'lost')", "(runs.at(-1)?.[0]?.link ?? 'lost')", 'SR-52: the seam of two stretches'],
      ['(whole ? null : start + records.length)', 'null', 'SR-52: records that are missing at the end of a stretch'],
      ['const endsRight = end < head.next ||', 'const endsRight = true ||', 'SR-52: the newest record is the head’s'],
    ),
    ...of('src/domain/audit.ts', ['link: hash(', 'link: ((text: string) => text.slice(0, 8))(', 'SR-52: the chain']),
  ],
};
