import { type MutantGroup, of } from './mutant.ts';

/** What comes into a vault from a file, and what leaves it as one. */
export const importMutants: MutantGroup = {
  name: 'import',
  tests: [
    'test/background/backup',
    'test/background/pack',
    'test/background/folders/carried.test.ts',
    'test/background/fill/hand-over.test.ts',
    'test/background/fill/save-all.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/backup/backup-file.ts',
      ['records.length === file.output.records.length && ', '', 'a backup with a record that is none'],
      [' && made === vaultVersion', '', 'a backup with a record of another version'],
      ["if (named !== format) return refused('not-a-backup');", '', 'a file that is no backup'],
      [
        "if (typeof written === 'number' && written > version) return refused('too-new');",
        '',
        'SR-50: a backup of a newer version',
      ],
    ),
    ...of('src/background/backup/opened-backup.ts', [
      'if (!seed.ok) return damaged();',
      'if (!seed.ok) continue;',
      'a backup with a seed that does not open',
    ]),
    ...of(
      'src/background/use-cases/restore-backup.ts',
      ['.filter(({ id }) => !keys.has(id))', '', 'a key that was replaced since stays'],
      [
        'if ((await ports.records.header()) === null) {\n      await restoreWhole',
        'if ((await ports.records.header()) !== undefined) {\n      await restoreWhole',
        'a vault that is there is not replaced',
      ],
    ),
    ...of(
      'src/background/use-cases/export-backup.ts',
      [
        'if (entries.value.damaged.length > 0) return',
        'if (false) return',
        'a damaged vault is not saved as a whole one',
      ],
      [
        'if (folders.value.damaged.length > 0) return',
        'if (false) return',
        'damaged folders are not saved as whole ones',
      ],
    ),
    ...of(
      'src/background/pack/pack-file.ts',
      [
        "if (opened === null) return refused('does-not-open');",
        'if (opened === null) return ok(text);',
        'a pack that does not open',
      ],
      [
        "if (named === format && typeof written === 'number' && written > version) return refused('too-new');",
        '',
        'SR-50: a pack of a newer version',
      ],
    ),
    ...of(
      'src/background/pack/pack-shapes.ts',
      ['unique(apiKeys.map((key) => key.id)) &&', '', 'SR-39: an API key twice'],
      ['unique(folders.map((one) => one.id)) &&', '', 'SR-39: a folder twice'],
      ['folders.every((one) => folderChain(places, one.id) !== null) &&', '', 'SR-39: folders in a circle'],
      [
        'entries.every((one) => one.folderId === undefined || places.has(one.folderId)) &&',
        '',
        'SR-39: an entry in a folder that is not in the pack',
      ],
      ['unique(entries.map((one) => one.id)) &&', '', 'SR-39: an entry twice'],
      ['unique(seeds.map(({ entryId }) => entryId)) &&', '', 'SR-39: a seed twice'],
      [
        'seeds.every(({ entryId }) => credentials.has(entryId)) &&',
        '',
        'SR-39: a seed of an entry that is not in the pack',
      ],
      ['keys.has(one.apiKeyId) :', 'true :', 'SR-39: an entry of a key that is not in the pack'],
      [
        "credentials.has(one.credentialEntryId ?? ''),",
        'true,',
        'SR-39: a session of a credential entry that is not in the pack',
      ],
      ['main.value.url === one.startUrl &&', '', 'SR-39: a page that is not of its origin'],
      [
        'place.value.host === one.host && place.value.port === one.port',
        'true',
        'SR-39: a remote host that is not written as it is meant',
      ],
      ['rememberedPasswords: v.strictTuple([]),', 'rememberedPasswords: v.any(),', 'SR-39: a pack remembers nothing'],
      [
        'rev: v.literal(1),\n  name,\n  deletedAt: v.null(),',
        'rev: v.literal(1),\n  name,\n  deletedAt: v.any(),',
        'SR-39: a deleted entry',
      ],
    ),
    ...of(
      'src/background/pack/offered-pack.ts',
      ["if (policy.packSigningKey === null) return 'no-signer-set';", '', 'SR-39: a signer that cannot be read'],
      [
        'contents.apiKeys.some(({ region }) => !regionAllowed(set.policy, region))',
        'false',
        'SR-51: a pack with a key of another region',
      ],
      [
        "return header.failure.code === 'no-vault' ?",
        'return header.failure.code ?',
        'a damaged vault is not taken for none',
      ],
    ),
    ...of('src/domain/pack.ts', [
      "Math.max(now, known?.seenAt ?? 0) >= pack.expiresAt ? 'ended' : null",
      'null',
      'SR-39: a pack that has ended is not taken',
    ]),
    ...of(
      'src/background/use-cases/accept-pack.ts',
      ['if (offered.value.contents.version !== version)', 'if (false)', 'what is taken is what was shown'],
      [
        'before.filter((address) => sessionAddresses(entry).includes(address))',
        'sessionAddresses(entry)',
        'SR-39: a new address is to be confirmed',
      ],
      ['Math.max(now, offered.known?.seenAt ?? 0)', 'now', 'SR-39: a clock that was set back'],
      [
        "newVault(ports, passphrase ?? '', 'technician')",
        "newVault(ports, passphrase ?? '', 'administrator')",
        'SR-39: the vault of a pack is a technician’s',
      ],
      [
        'before.rememberedPasswords.filter(({ origin }) => fillOrigins(brought).includes(origin))',
        'before.rememberedPasswords',
        'choices for an address that is gone',
      ],
      [
        "...entries.filter(({ id }) => !brought.has(id)).map(({ id }) => ({ kind: 'entry', id, content: null }) as const),",
        '',
        'SR-39: what the next pack does not hold is gone',
      ],
      [
        "...apiKeys.filter(({ id }) => !brought.has(id)).map(({ id }) => ({ kind: 'api-key', id, content: null }) as const),",
        '',
        'SR-39: a key that the next pack does not hold is gone',
      ],
      [
        "...entries.filter(({ id }) => !seeded.has(id)).map(({ id }) => ({ kind: 'code-seed', id, content: null }) as const),",
        '',
        'SR-39: a seed that the next pack does not hold is gone',
      ],
      [
        "...gone.map(({ id }) => ({ kind: 'folder', id, content: null }) as const)",
        '',
        'SR-39: a folder that the next pack does not hold is gone',
      ],
      ['if (!left.has(id)) await forgetIndex(ports, id);', '', 'SR-39: the index of a key that is gone'],
      [
        'await ports.session.changeUnlocked((known) => ({ ...known, pack: state }));',
        '',
        'SR-39: the next pack holds at once',
      ],
    ),
    ...of(
      'src/background/pack/pack-record.ts',
      [
        'found.ok ? found.value : unreadablePack',
        'found.ok ? found.value : null',
        'SR-39: damaging a pack frees nothing',
      ],
      [
        'if (pack.expiresAt > 0 && now > pack.seenAt + laterMs)',
        'if (false)',
        'SR-39: the latest time is written down',
      ],
      [
        'await ports.session.changeUnlocked((state) => ({ ...state, pack }));\n  const now',
        'const now',
        'SR-39: an unlocked vault works under its pack',
      ],
    ),
    ...of(
      'src/background/pack/pack-contents.ts',
      ['permissions === null ? null : { ...permissions, edit: false }', 'permissions', 'SR-39: a folder gives no Edit'],
      [
        'permissions: { ...placed.permissions, edit: false }',
        'permissions: placed.permissions',
        'SR-39: an entry gives no Edit',
      ],
      [
        'if (ofAll !== undefined) return fail(',
        'if (false as boolean && ofAll) return fail(',
        'an entry of all organizations is in no pack',
      ],
      ['all.filter(({ deletedAt }) => deletedAt === null)', 'all', 'a deleted entry is in no pack'],
    ),
    ...of('src/background/use-cases/export-pack.ts', [
      'version: known.value.version + 1',
      'version: known.value.version',
      'two files of one version are never about',
    ]),
    ...of('src/background/use-cases/confirm-origins.ts', [
      'hostsOf(session).includes(hostname) ? null : hostname',
      'hostsOf(session).length > 0 ? null : hostname',
      'SR-39: the host that IT Glue names',
    ]),
  ],
};
