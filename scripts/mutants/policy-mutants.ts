import { type MutantGroup, of } from './mutant.ts';

const strictest = (find: string, replace: string) =>
  [find, replace, `SR-51: what cannot be read is strict (${find})`] as const;

/** What the administrator of the browser, or of a pack, forbids. */
export const policyMutants: MutantGroup = {
  name: 'policy',
  tests: [
    'test/background/policy.test.ts',
    'test/background/vault/policy.test.ts',
    'test/background/index/policy.test.ts',
    'test/background/fill',
    'test/background/pack',
    'test/background/http-auth',
    'test/background/entries.test.ts',
    'test/background/gate.test.ts',
    'test/domain/rights-properties.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/policy-gate.ts',
      ["if (policy.disableReveal) return 'disableReveal';", '', 'SR-51: no code is shown'],
      [
        "'disableReveal';\n    return policy.disableCopy ? 'disableCopy' : null;",
        "'disableReveal';\n    return null;",
        'SR-51: no code is copied',
      ],
      ["(copy && policy.disableCopy ? 'disableCopy' : null)", 'null', 'SR-51: no code is copied by itself'],
      ["'credentialEntry.save': credentialRefusal,", '', 'SR-51: an entry is saved for what may be used'],
      ["'credentials.list',\n", '', 'SR-51: the list of an entry that a policy forbids'],
      ["'credentials.search',\n", '', 'SR-51: the search of an entry that a policy forbids'],
      ["'credential.reveal',\n", '', 'SR-51: the value of an entry that a policy forbids'],
      ["'credential.code',\n", '', 'SR-51: the code of an entry that a policy forbids'],
      ["'page.fill',\n", '', 'SR-51: a fill that a policy forbids'],
      ["'session.launch',\n", '', 'SR-51: a launch that a policy forbids'],
      ["'session.address',\n", '', 'SR-51: the address of an entry that a policy forbids'],
      ["'challenge.answer',\n", '', 'SR-51: an answer that a policy forbids'],
      ["'remote.handOver',\n", '', 'SR-51: a session of another program that a policy forbids'],
    ),
    ...of(
      'src/domain/policy-refusal.ts',
      [
        "if (organizationId !== null && !organizationAllowed(policy, organizationId)) return 'allowedOrganizations';",
        '',
        'SR-51: an entry of another organization',
      ],
      [
        "policy.disableAlwaysPrompt && selection.mode === 'always-prompt' ? 'disableAlwaysPrompt' : null",
        'null',
        'SR-51: no list to choose from',
      ],
      ['session.allowHttp || ', '', 'SR-51: a session that may be filled over plain http'],
      [
        "session.allowHttp || fillOrigins(session).some((origin) => !origin.startsWith('https:'))",
        'session.allowHttp',
        'SR-51: a session with an address of plain http',
      ],
    ),
    ...of(
      'src/domain/policy.ts',
      ['&& t >= policy.kdfPassesMin', '', 'SR-51: the fewest passes'],
      [
        'policy.allowedOrganizations === null || policy.allowedOrganizations.includes(id)',
        'true',
        'SR-51: organizations',
      ],
      ['gateway !== null || policy.regions.includes(region)', 'true', 'SR-51: regions'],
      [
        'rights.viewPassword && !(policy.disableReveal && policy.disableCopy)',
        'rights.viewPassword',
        'SR-51: View password without showing and copying',
      ],
      strictest('regions: [],', 'regions,'),
      strictest('allowedOrganizations: [],', 'allowedOrganizations: null,'),
      strictest('allowedCategories: [],', 'allowedCategories: null,'),
      strictest('disableAlwaysPrompt: true,', 'disableAlwaysPrompt: false,'),
      strictest('disableReveal: true,', 'disableReveal: false,'),
      strictest('disableCopy: true,', 'disableCopy: false,'),
      strictest('disableHttp: true,', 'disableHttp: false,'),
      strictest('disableExport: true,', 'disableExport: false,'),
      strictest('lockLimits.idleMinutes.min', 'lockLimits.idleMinutes.max'),
      strictest('lockLimits.capHours.min', 'lockLimits.capHours.max'),
      strictest('kdfMemoryKibMin: 64 * 1024', 'kdfMemoryKibMin: kdfFloor.m'),
      strictest('kdfPassesMin: 3', 'kdfPassesMin: kdfFloor.t'),
    ),
    ...of(
      'src/background/adapters/managed-policy.ts',
      [
        "if (typeof raw !== 'object' || Array.isArray(raw)) return unreadablePolicy;",
        "if (typeof raw !== 'object' || Array.isArray(raw)) return unmanaged;",
        'SR-51: a policy that is no object',
      ],
      [
        'decoded.output : strictPolicy[field]',
        'decoded.output : openPolicy[field]',
        'SR-51: a key that cannot be read',
      ],
      ['|| keys.includes(name)', '', 'SR-51: a key that is required and not there'],
      ['{ keys: policyKeys, sound: false }', '{ keys: [], sound: false }', 'SR-51: required keys that cannot be read'],
      ['saysNone(error) ? unmanaged : unreadablePolicy', 'unmanaged', 'SR-51: a policy that does not come'],
      ['known = null;\n    changed();', 'changed();', 'SR-51: a policy that was changed'],
      ['known = null;\n    changed();', 'known = null;', 'SR-51: lists of before a change are forgotten'],
    ),
    ...of(
      'src/background/policed-it-glue.ts',
      [
        'rows: list.value.rows.filter(({ id }) => organizationAllowed(policy.value, id))',
        'rows: list.value.rows',
        'SR-51: organizations that are not allowed are not listed',
      ],
      [
        'rows: list.value.rows.filter((row) => recordRefusal(policy, row) === null)',
        'rows: list.value.rows',
        'SR-51: passwords that are not allowed are not listed',
      ],
      [
        'summary.ok ? recordRefusal(policy.value, summary.value) : null',
        'null',
        'SR-51: a record that is not allowed, without its value',
      ],
      [
        'credential.ok ? recordRefusal(policy.value, credential.value.summary) : null',
        'null',
        'SR-51: a record that is not allowed, with its value',
      ],
      [
        'within(source, access, id, () => itGlue.folders(access, id))',
        'itGlue.folders(access, id)',
        'SR-51: folders of another organization',
      ],
      [
        'within(source, access, id, () => itGlue.organization(access, id))',
        'itGlue.organization(access, id)',
        'SR-51: another organization itself',
      ],
      [
        'if (policy.ok) return itGlue.probe(access);',
        'if (policy.ok || true) return itGlue.probe(access);',
        'SR-51: no key of another region is tried',
      ],
      ['return policy.ok ? ask(', 'return policy.ok || true ? ask(', 'SR-51: no index of another region is read'],
    ),
    ...of(
      'src/background/pack/packed-policy.ts',
      ['policy: cappedByPack(set.policy, pack.policy),', '', 'SR-40: what the pack forbids'],
      ['ended: packEnded(pack, now())', 'ended: false', 'SR-39: the end of the pack'],
    ),
    ...of(
      'src/domain/pack.ts',
      ['policy.disableAlwaysPrompt || pack.disableAlwaysPrompt', 'policy.disableAlwaysPrompt', 'SR-40: the list'],
      ['policy.disableReveal || pack.disableReveal', 'policy.disableReveal', 'SR-40: showing'],
      ['policy.disableHttp || pack.disableHttp', 'policy.disableHttp', 'SR-40: plain http'],
      [
        'Math.min(policy.lockIdleMinutesMax, pack.lockIdleMinutesMax)',
        'policy.lockIdleMinutesMax',
        'SR-40: the longest idle time',
      ],
      ['Math.min(policy.lockCapHoursMax, pack.lockCapHoursMax)', 'policy.lockCapHoursMax', 'SR-40: the longest span'],
    ),
  ],
};
