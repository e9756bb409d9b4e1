import { type MutantGroup, of } from './mutant.ts';

/** What use cases look at that the gate cannot see: the other entry, the other key, the revision. */
export const rightMutants: MutantGroup = {
  name: 'rights',
  tests: [
    'test/background/gate.test.ts',
    'test/background/reason.test.ts',
    'test/background/entries.test.ts',
    'test/background/drafts.test.ts',
    'test/background/api-keys.test.ts',
    'test/background/api-keys-lists.test.ts',
    'test/background/set-code.test.ts',
    'test/background/folders',
    'test/background/fill',
    'test/background/index/search-rights.test.ts',
    'test/domain/remote.test.ts',
    'test/domain/draft.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/gate.ts',
      ["'credential.reveal',\n", '', 'a reason before a value is shown'],
      ["'credential.code',\n", '', 'a reason before a code is shown'],
      ["'page.fill',\n", '', 'a reason before a fill'],
      ["'session.launch',\n", '', 'a reason before a launch'],
      ["'challenge.answer',\n", '', 'a reason before a sign-in dialog is answered'],
      ["'remote.handOver',\n", '', 'a reason before a session is handed over'],
      ['if (!looks.has(command)) await ports.door.touch();', 'await ports.door.touch();', 'SR-22: looks are no use'],
      ['ids.length === 0 ? byRole :', 'ids.length === 0 ? ok(undefined) :', 'several that are none'],
      ["if (!('on' in rule)) return byRole;", "if (!('on' in rule)) return ok(undefined);", 'what names no entry'],
      ['if (id === null) return byRole;', 'if (id === null) return ok(undefined);', 'a new entry'],
    ),
    ...of(
      'src/background/given-reason.ts',
      ['given !== null && now() < given.until ?', 'given !== null ?', 'a reason serves for a while'],
      ['given !== null && now() < given.until ?', 'true ?', 'a reason that nobody gave'],
      [
        'if (credential?.asksReason !== true) return ok(undefined);',
        'return ok(undefined);',
        'the entry that asks for a reason',
      ],
    ),
    ...of(
      'src/background/saved-entry.ts',
      [
        "if (existing.value.rev !== edited.rev) return fail({ code: 'entry-changed' });",
        '',
        'what somebody saved in between is not overwritten',
      ],
      ['entry.kind !== kind || ', '', 'an entry of another kind'],
      [' || entry.deletedAt !== null', '', 'an entry that was deleted'],
    ),
    ...of('src/background/named-entries.ts', [
      ".filter(({ deletedAt }) => (deletedAt === null) === (state === 'live'))",
      '',
      'several, one of them deleted',
    ]),
    ...of(
      'src/background/it-glue-lists.ts',
      [
        "if (caller.role === 'administrator') return ok(undefined);",
        'if (caller.role !== null) return ok(undefined);',
        'Edit reaches no further than the key of the entry',
      ],
      [
        "if (entryId === null) return fail({ code: 'administrator-only' });",
        'if (entryId === null) return ok(undefined);',
        'lists for a new entry',
      ],
      ['entry.value.apiKeyId === apiKeyId ? ok', 'true ? ok', 'lists of another key'],
    ),
    ...of('src/background/use-cases/list-passwords.ts', [
      'return may.ok ? ',
      'return may.ok || true ? ',
      'passwords of another key',
    ]),
    ...of('src/background/use-cases/list-organizations.ts', [
      'return may.ok ? ',
      'return may.ok || true ? ',
      'organizations of another key',
    ]),
    ...of(
      'src/background/use-cases/save-credential-entry.ts',
      ['if (!may.ok) return may;', '', 'Edit saves no entry of another key'],
      [
        "if (role !== 'administrator' && !(await isOfAll(ports, entryId)))",
        'if (false)',
        'no technician makes an entry one of all organizations',
      ],
      [
        "if (selection.mode !== 'always-prompt') return fail({ code: 'invalid-input', field: 'organizationId' });",
        '',
        'of all organizations there is no one password',
      ],
      [
        "if (organizationId !== input.organizationId) return fail({ code: 'record-moved' });",
        '',
        'a password of the organization that was chosen',
      ],
      ['...(same ? { code, copyCode } : noneKept)', '...{ code, copyCode }', 'the codes of another password'],
      ['...(asksReason ? { asksReason } : {})', '', 'whoever edits an entry does not free it of its question'],
    ),
    ...of(
      'src/background/use-cases/save-session-entry.ts',
      ['existing.value.fieldChoices.filter(stays)', 'existing.value.fieldChoices', 'fields of an address that is gone'],
      [
        'existing.value.rememberedPasswords.filter(stays)',
        'existing.value.rememberedPasswords',
        'choices for an address that is gone',
      ],
    ),
    ...of('src/background/link-for.ts', [
      'if (!credential.ok) return credential;',
      '',
      'a session is linked with Edit on the credential entry',
    ]),
    ...of('src/background/use-cases/link-entries.ts', [
      'if (!credential.ok) return credential;\n    const next = addressed(session, credential.value);',
      'const next = addressed(session, credential.ok ? credential.value : null);',
      'several are linked with Edit on the credential entry',
    ]),
    ...of('src/background/use-cases/set-code.ts', [
      "if (found.value.rev !== rev) return fail({ code: 'entry-changed' });",
      '',
      'a seed is not set on what somebody changed in between',
    ]),
    ...of('src/background/use-cases/duplicate-entry.ts', [
      'return { ...entry, code: null, copyCode: false };',
      'return entry;',
      'a copy has no codes',
    ]),
    ...of(
      'src/background/viewable.ts',
      ['return rights.view ? [', 'return true ? [', 'what may not be viewed is not listed'],
      [
        "entry.kind === 'credential' && entry.deletedAt === null",
        "entry.kind === 'credential'",
        'a deleted credential entry gives no rights in a list',
      ],
    ),
    ...of('src/background/entry-view.ts', [
      "if (!rights.value.view) return fail({ code: 'entry-not-found' });",
      '',
      'an entry without View is not shown',
    ]),
    ...of('src/background/use-cases/list-entries.ts', [
      'rights: cappedPermissions(view.rights, policy),',
      '',
      'SR-51: rights are shown as they are',
    ]),
    ...of(
      'src/background/drafts.ts',
      ["store.get('drafts', role)", "store.get('drafts', 'administrator')", 'the drafts of another role'],
      ["outside.store.put('drafts', role,", "outside.store.put('drafts', 'technician',", 'a draft is its writer’s'],
    ),
    ...of(
      'src/background/index/index-scope.ts',
      [
        "if (role !== 'administrator' && prompting.length === 0) return null;",
        '',
        'a technician searches no index without a list',
      ],
      [
        "role === 'administrator' || entriesOfAll.length > 0",
        'true',
        'a technician finds the organizations of entries that prompt',
      ],
      ['entry.deletedAt === null &&\n', '', 'a deleted entry finds nothing'],
      [
        'effectivePermissions(role, entryPermissions(entry, entry, folders.value)).view',
        'true',
        'an entry without View finds nothing',
      ],
      ['{role} ', "{''} ", 'what another role may search'],
      [
        "if ((await ports.session.unlocked()) === null) return fail({ code: 'locked' });",
        '',
        'SR-22: a search after a lock',
      ],
    ),
    ...of(
      'src/background/use-cases/delete-api-key.ts',
      ['if (entries.value.length > 0) return fail(', 'if (false) return fail(', 'a key that entries use stays'],
      ['await forgetIndex(ports, apiKeyId);', '', 'the index of a key goes with it'],
    ),
    ...of(
      'src/background/use-cases/set-api-key.ts',
      [
        "if (!fitsHeader(text)) return fail({ code: 'invalid-input', field: 'key' });",
        '',
        'SR-43: a key that fits no header',
      ],
      ['if (!isToBeSaved(input.save, report)) return', 'if (false) return', 'a key that IT Glue refused'],
    ),
  ],
};
