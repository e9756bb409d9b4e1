import { type MutantGroup, of } from './mutant.ts';

/** Who may ask for what. */
export const gateMutants: MutantGroup = {
  name: 'gate',
  tests: [
    'test/background/gate.test.ts',
    'test/background/policy.test.ts',
    'test/background/entries.test.ts',
    'test/background/folders',
    'test/domain/folder.test.ts',
    'test/background/pack',
    'test/background/reason.test.ts',
    'test/background/fill',
    'test/messaging',
    'test/background/api-keys.test.ts',
    'test/background/vault/policy.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/gate.ts',
      ["if (role === null) return fail({ code: 'locked' });", '', 'a locked vault answers nothing'],
      ['if (!checked.ok) return checked;', '', 'the right that a command needs'],
      [
        "if (key !== null) return fail({ code: 'policy-forbids', rule: key });\n  if (!looks",
        'if (!looks',
        'what a policy says to a request',
      ],
      [
        'needsReason.has(command) ? reasonCheck(ports, linked.value) : ok(undefined)',
        'ok(undefined)',
        'a reason that an entry asks for',
      ],
      ["if (!rights.value.view) return fail({ code: 'entry-not-found' });", '', 'an entry without View does not exist'],
      [
        "if (key !== null) return fail({ code: 'policy-forbids', rule: key });\n  if (!capped",
        'if (!capped',
        'an entry that a policy forbids',
      ],
      [
        'cappedPermissions(rights.value, policy)[right]',
        'rights.value[right]',
        'View password where a policy forbids both showing and copying',
      ],
      ['(entry.value.deletedAt !== null) !== deleted', 'false', 'a deleted entry does nothing'],
      [
        "const byRole = role === 'administrator'",
        'const byRole = role !== null',
        'what is for administrators, a new entry among it',
      ],
      ['if (there.length < ids.length)', 'if (there.length === 0)', 'one of several that is not there'],
      [
        'there.every((one) => one !== undefined && cappedPermissions(one.rights, policy)[right])',
        'there.some((one) => one !== undefined && cappedPermissions(one.rights, policy)[right])',
        'the right on each of several',
      ],
      ['restores.has(command));', 'false);', 'only deleted ones are restored'],
      [
        "linked.value?.kind === 'credential' && linked.value.deletedAt === null",
        "linked.value?.kind === 'credential'",
        'a deleted credential gives no rights',
      ],
      ['if (pack?.ended && !afterEnd.has(command))', 'if (false)', 'SR-39: a pack that has ended'],
      [
        "rule.needs === 'audit-reader' && (await isOfPack(ports, pack))",
        "rule.needs === 'audit-reader'",
        'SR-40: a technician beside an administrator does not read the audit',
      ],
      ['if (pack === null) return false;', '', 'SR-40: a vault without a pack has no technician who reads the audit'],
      [
        "return header.ok && !hasSlot(header.value, 'administrator');",
        'return header.ok;',
        'SR-40: what lies there as a pack makes nobody a reader of the audit',
      ],
      [
        "  'audit.stretch',\n  'audit.export',\n",
        '',
        'the audit of a pack is read after its last day, when somebody leaves',
      ],
      [
        "'orNoVault' in rule && (await ports.records.header()) === null",
        "'orNoVault' in rule",
        'packs and backups ask for the vault that is there',
      ],
      [
        "if (rule.needs === 'nothing') return ok({ role: null });",
        'if (rule.needs !== null) return ok({ role: null });',
        'every rule is looked at',
      ],
    ),
    ...of(
      'src/domain/permission.ts',
      [
        "if (role === 'administrator') return { view: true, viewPassword: entry.viewPassword, edit: true };",
        'if (role !== null) return { view: true, viewPassword: entry.viewPassword, edit: true };',
        'SR-40: a technician has the rights of the entry',
      ],
      [
        'viewPassword: entry.viewPassword, edit: true }',
        'viewPassword: true, edit: true }',
        'View password is what its switch says for everybody',
      ],
      ['return entry.view ?', 'return true ?', 'nothing without View'],
    ),
    ...of(
      'src/domain/folder.ts',
      [
        'if (folder === undefined || chain.length === deepestFolder) return null;',
        'if (folder === undefined) break;',
        'a way to the top that ends gives nothing',
      ],
      ['folders.filter(({ deletedAt }) => deletedAt === null)', 'folders', 'a deleted folder gives nothing'],
      [
        'permissions !== null)?.permissions ?? noPermissions',
        'permissions !== null)?.permissions ?? { view: true, viewPassword: true, edit: true }',
        'what inherits outside of every folder has no rights',
      ],
      [
        'chain?.find(({ credentialEntryId }) => credentialEntryId !== null)?.credentialEntryId',
        'chain?.at(-1)?.credentialEntryId',
        'the nearest folder that names a credential entry',
      ],
      [
        "if (foldersWithin(folders.values(), id).has(parentId)) return 'inside-itself';",
        '',
        'no folder stands inside itself',
      ],
      [
        "above.length + depthOf(folders, id) > deepestFolder ? 'too-deep' : null",
        'null',
        'folders lie so deep at most',
      ],
    ),
    ...of(
      'src/background/folder-views.ts',
      ["role === 'administrator' || around.has(id)", 'true', 'a technician sees the folders around what may be viewed'],
      [
        "known.has(folder.credentialEntryId ?? '') ? folder.credentialEntryId : null",
        'folder.credentialEntryId',
        'a folder names no entry that may not be viewed',
      ],
    ),
    ...of('src/background/folders.ts', [
      'folder === null || folder.deletedAt !== null',
      'folder === null',
      'a deleted folder is not changed',
    ]),
    ...of('src/background/link-for.ts', [
      'placeCredential(folders.value, folderId ?? null)',
      'null',
      'what a folder names is linked to, and needs Edit',
    ]),
    ...of(
      'src/background/use-cases/save-folder.ts',
      [
        "return found.value.rev === rev ? found : fail({ code: 'folder-changed' });",
        'return found;',
        'a folder that was changed in another window',
      ],
      [
        "if (parentId !== null && !folders.value.has(parentId)) return fail({ code: 'folder-not-found' });",
        '',
        'a folder stands in one that is there',
      ],
    ),
    ...of('src/background/use-cases/delete-folder.ts', [
      "if (folder.value.rev !== rev) return fail({ code: 'folder-changed' });",
      '',
      'a folder that was changed is not deleted',
    ]),
    ...of('src/background/use-cases/delete-folders.ts', [
      "if (!folderIds.every((id) => live.has(id))) return fail({ code: 'folder-not-found' });",
      '',
      'all of several folders, or none',
    ]),
    ...of(
      'src/messaging/contract-rules.ts',
      [
        "'entries.move': { needs: 'administrator' },",
        "'entries.move': { needs: 'unlocked' },",
        'SR-40: no technician moves',
      ],
      [
        "'folder.save': { needs: 'administrator' },",
        "'folder.save': { needs: 'unlocked' },",
        'SR-40: no technician makes folders',
      ],
      [
        "'folders.delete': { needs: 'administrator' },",
        "'folders.delete': { needs: 'unlocked' },",
        'SR-40: no technician deletes folders',
      ],
    ),
    ...of('src/background/placement.ts', [
      "if ((moves || inherits !== before.inherits) && caller.role !== 'administrator')",
      'if (false)',
      'no technician moves an entry, or frees it of its folder',
    ]),
    ...of('src/background/may-link.ts', [
      "return rights.value.edit ? credential : fail({ code: 'not-allowed', right: 'edit' });",
      'return credential;',
      'linking needs Edit on the credential entry',
    ]),
    ...of(
      'src/domain/entry.ts',
      [
        'return entry.inheritsPermissions === true ? both(given, place()) : given;',
        'return entry.inheritsPermissions === true ? place() : given;',
        'the place of a session only takes away',
      ],
      [
        'if (linked === null) return noPermissions;',
        'if (linked === null) return { view: true, viewPassword: true, edit: true };',
        'a session that is not linked gives nothing',
      ],
    ),
    ...of(
      'src/background/policy-gate.ts',
      ["if (policy.disableExport && takesOut.test(command)) return 'disableExport';", '', 'SR-51: no export'],
      [
        "if (purpose === 'reveal') return policy.disableReveal ? 'disableReveal' : null;",
        "if (purpose === 'reveal') return null;",
        'SR-51: nothing is shown',
      ],
      [
        "return policy.disableCopy ? 'disableCopy' : null;\n  },\n  // One",
        'return null;\n  },\n  // One',
        'SR-51: nothing is copied',
      ],
      ["regionAllowed(policy, region) ? null : 'region'", 'null', 'SR-51: a key of another region'],
      [
        "'passwords.list': (policy, { organizationId }) =>\n    organizationAllowed(policy, organizationId) ? null",
        "'passwords.list': () =>\n    true ? null",
        'SR-51: another organization',
      ],
      ["allowHttp && policy.disableHttp ? 'disableHttp' : null", 'null', 'SR-51: plain http'],
      ['return ofSession ??', 'return', 'SR-51: a session over plain http is not used'],
      [
        '(uses.has(command) ? entryRefusal(policy, entry, linked) : null)',
        '(uses.has(command) ? null : null)',
        'SR-51: an entry that a policy forbids is not used',
      ],
    ),
    ...of(
      'src/domain/policy.ts',
      ['Math.min(chosen.idleMinutes, policy.lockIdleMinutesMax)', 'chosen.idleMinutes', 'SR-51: the longest idle time'],
      ['Math.min(chosen.capHours, policy.lockCapHoursMax)', 'chosen.capHours', 'SR-51: the longest span'],
      ['m >= policy.kdfMemoryKibMin && t >= policy.kdfPassesMin', 'true', 'SR-51: the floor of the key derivation'],
      [
        'policy.allowedCategories === null || (name !== null &&',
        'policy.allowedCategories === null || (name === null ||',
        'SR-51: a password without a category',
      ],
    ),
    ...of(
      'src/background/policed-it-glue.ts',
      [
        "regionAllowed(policy, region) ? ok(policy) : refused('region')",
        'ok(policy)',
        'SR-51: a region that is not allowed is never asked',
      ],
      [
        "if (!organizationAllowed(policy, record.organizationId)) return 'allowedOrganizations';",
        '',
        'SR-51: a record of another organization',
      ],
      [
        "categoryAllowed(policy, record.categoryName) ? null : 'allowedCategories'",
        'null',
        'SR-51: a record of another category',
      ],
      [
        "return organizationAllowed(policy.value, id) ? ask(policy.value) : refused('allowedOrganizations');",
        'return ask(policy.value);',
        'SR-51: another organization is never asked for',
      ],
    ),
    ...of(
      'src/messaging/server.ts',
      ['if (!isOurPage({ ...sender }, self)) return null;', '', 'SR-27: only our own pages are answered'],
      ['id !== self.id || ', '', 'SR-27: the sender is this extension'],
      ['origin !== self.origin || ', '', 'SR-27: the sender has our origin, which content scripts have not'],
      ['url === address ||', 'true ||', 'SR-27: the sender is one of the pages that may ask'],
      [
        "if (decoded.output.build !== self.build) return Promise.resolve(fail({ code: 'interrupted' }));",
        '',
        'a page of another build',
      ],
      ['Object.hasOwn(rules, name)', 'name in rules', 'a command is none of what every object has'],
    ),
  ],
};
