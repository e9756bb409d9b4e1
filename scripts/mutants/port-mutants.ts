import { type MutantGroup, of } from './mutant.ts';

/** What pages may say to the worker, and where scripts go. */
export const portMutants: MutantGroup = {
  name: 'ports',
  tests: [
    'test/background/fill',
    'test/domain/field-aim.test.ts',
    'test/domain/field-choice.test.ts',
    'test/adapters/page-port.test.ts',
    'test/adapters/pages.test.ts',
    'test/adapters/session-memory.test.ts',
    'test/adapters/session-memory-lock.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/use-cases/keep-field.ts',
      ['ports.now() >= pick.expiresAt || ', '', 'SR-6: a field is asked for for a while'],
      [' || !picksFrom(pick, facts, extensionId)', '', 'SR-6: a port that was not asked'],
      ['await ports.session.removeFieldPick(pick.tabId);', '', 'SR-6: a field is taken once'],
      ['if (!rights.ok || !rights.value.edit) return;', '', 'Edit is looked at when the field comes'],
    ),
    ...of(
      'src/domain/field-pick.ts',
      ['facts.extensionId === extensionId &&\n', '', 'SR-6: a port of another extension'],
      ['facts.tabId === pick.tabId &&\n', '', 'SR-6: a port of another tab'],
      ['facts.frameId === 0 &&\n', '', 'SR-5: a frame'],
      ['facts.documentId === pick.documentId &&\n', '', 'SR-6: another document'],
      ['pick.origins.includes(facts.origin) &&\n', '', 'SR-3: another origin'],
      ["(facts.url ?? '').startsWith(", 'String(', 'SR-5: an address that is not of its origin'],
    ),
    ...of(
      'src/background/use-cases/choose-field.ts',
      [
        'if (front === null || front.tabId !== tabId) return',
        'if (front === null) return',
        'SR-6: the tab that is in front',
      ],
      [
        'if (!mayBeFilledAt(session.value, front.origin, await keptDomains(ports)))',
        'if (false)',
        'SR-3: a field of an address of the session',
      ],
      ['await ports.session.removeFieldPick(tabId);', '', 'SR-6: a newer question for a field ends an older one'],
    ),
    ...of(
      'src/background/use-cases/explain-page.ts',
      [
        'if (!mayBeFilledAt(session.value, origin, await keptDomains(ports)))',
        'if (false)',
        'SR-3: only an address of the session is explained',
      ],
      ['explained?.facts.documentId === injected.documentId', 'explained', 'SR-6: another document explains itself'],
      [' && frameId === 0 && port.facts.extensionId === extensionId', '', 'SR-6: a port that was not asked to explain'],
    ),
    ...of(
      'src/domain/field-aim.ts',
      [
        "|| (role === 'code' && known.kind === 'code')",
        "|| role === 'code'",
        'a code in an obscured field that does not ask for one',
      ],
      ['faint || !refusedKinds[role].includes(known.kind)', 'true', 'a field that is for another value'],
      ['&& known.strength === 1', '', 'a new password field'],
      ['if (!fits || (role', 'if ((role', 'the kind of typing that a value needs'],
    ),
    ...of(
      'src/background/adapters/fill-port.ts',
      ['v.maxLength(fieldRoles.length)', 'v.maxLength(1_000_000)', 'SR-27: a report with no end'],
      ['fields: roles,\n', 'fields: v.array(v.any()),\n', 'SR-27: a report in words of its own'],
      [
        'formReport: v.GenericSchema<unknown, FormReport> = v.strictObject(',
        'formReport: v.GenericSchema<unknown, FormReport> = v.looseObject(',
        'SR-27: text of the page in a report',
      ],
    ),
    ...of(
      'src/background/adapters/page-port.ts',
      ['decoded.success && arrived.length < 4', 'decoded.success', 'SR-27: a page that talks without end'],
      ["typeof value === 'string' ? value : null", 'value as string', 'what the browser does not say'],
    ),
    ...of(
      'src/background/adapters/pages.ts',
      ['target: { tabId, frameIds: [0] }', 'target: { tabId }', 'SR-5: scripts go into the outermost frame'],
      [
        "typeof documentId === 'string' ? { documentId } : 'not-permitted'",
        '{ documentId: documentId as string }',
        'SR-6: a document that the browser does not name',
      ],
    ),
    ...of('src/background/adapters/session-memory.ts', [
      'return answered === null ? [] : [[',
      'return answered === null ? [[name, value]] : [[',
      'SR-22: a lock forgets intents, reasons, choices',
    ]),
  ],
};
