import { type MutantGroup, of } from './mutant.ts';

/** What an organization's primary domain may be, who says so, and where it leads. */
export const domainMutants: MutantGroup = {
  name: 'domain',
  tests: [
    'test/domain/primary-domain.test.ts',
    'test/domain/primary-domain-host.test.ts',
    'test/domain/primary-domain-lines.test.ts',
    'test/domain/search/suggested-domains.test.ts',
    'test/background/fill/primary-domains.test.ts',
    'test/background/backup',
  ],
  mutants: [
    ...of(
      'src/domain/primary-domain.ts',
      ['notOfADomain.test(text) ? null : hostnameOf(text)', 'hostnameOf(text)', 'a domain alone, no address around it'],
      ['!names.every((one) => name.test(one))', 'false', 'plain names alone'],
      ["if (!hasPublicSuffix(domain)) return refused('unknown-suffix');", '', 'an ending that nobody registers under'],
      [
        "return registrable(domain) === null ? refused('suffix-alone') : ok(domain);",
        'return ok(domain);',
        'a public suffix is nobody’s domain',
      ],
      ['domain.ok && domain.value === text', 'domain.ok', 'what is kept is canonical'],
      ['if (parsed?.ok === false) return parsed;', 'if (parsed?.ok === false) continue;', 'all or none'],
      ['Object.hasOwn(ofOrganization, organizationId)', 'true', 'no domain by what every object inherits'],
    ),
    ...of(
      'src/domain/host-template.ts',
      [
        "if (before.some((label) => label.includes(domainStandIn))) return 'domain-place';",
        '',
        'the domain is the end of the host',
      ],
      [
        "return before.some((label) => label.includes(standIn)) ? 'domain-place' : null;",
        'return null;',
        'no short name below a domain that is not written out',
      ],
      ["if (labels.at(-1)?.includes(domainStandIn)) return 'domain-place';", '', 'the domain is no part of a name'],
      ["if (primaryDomain === null) return refused('no-primary-domain');", '', 'a domain that is not kept'],
      ['return isPrimaryDomain(primaryDomain)', 'return primaryDomain !== null', 'a domain that came in a pack'],
      [
        "if (domainInHost) return registrable(meant) === domain ? host : refused('domain-value');",
        'if (domainInHost) return host;',
        'only a registered domain is a site',
      ],
    ),
    ...of(
      'src/domain/host-variables.ts',
      ['return domains.has(domain) && originWith', 'return originWith', 'a session is for pages of kept domains alone'],
      ['plainHost.test(domain) ? domain : inNoHost', 'domain', 'a domain that would be read as more'],
    ),
    ...of('src/messaging/contract-rules.ts', [
      "'primaryDomains.set': { needs: 'administrator' }",
      "'primaryDomains.set': { needs: 'unlocked' }",
      'an administrator names domains, nobody else',
    ]),
    ...of(
      'src/background/use-cases/set-primary-domains.ts',
      [
        'if (!before.ok) return before;',
        'if (!before.ok) before satisfies unknown;',
        'a damaged record is not written over',
      ],
      ['...followingSessions(entries, folders.value, changed),', '', 'sessions go where their domain is'],
    ),
    ...of('src/background/audit/audited.ts', [
      "if (command === 'primaryDomains.set' && answer.ok)",
      "if (command === 'primaryDomains.set')",
      'a refused list fills no audit',
    ]),
    ...of('src/background/primary-domains.ts', [
      'if (entry.apiKeyId !== apiKeyId || entry.organizationId === null) return [];',
      'if (entry.organizationId === null) return [];',
      'the domain of another key’s organization',
    ]),
    ...of('src/background/use-cases/delete-api-key.ts', [
      "await ports.store.remove('primary-domains', apiKeyId);",
      '',
      'domains go with their key',
    ]),
    ...of('src/background/use-cases/restore-backup.ts', [
      '...changed.map(entryChange),',
      '',
      'entries follow the domains of a backup',
    ]),
    ...of('src/domain/search/suggested-domains.ts', [
      'users * 2 >= all && better',
      'better',
      'a domain of many organizations is suggested for none',
    ]),
  ],
};
