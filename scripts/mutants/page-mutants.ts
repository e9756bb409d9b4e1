import { type MutantGroup, of } from './mutant.ts';

/** What the page's side looks at once more, in the task in which it writes. */
export const pageMutants: MutantGroup = {
  name: 'page',
  tests: ['test/ui/commit-fill.test.ts', 'test/ui/form-target.test.ts', 'test/ui/hinted-fields.test.ts'],
  mutants: [
    ...of(
      'src/content/commit-fill.ts',
      ["if (window.top !== window) return 'not-top-frame';", '', 'SR-5: a page within another'],
      ["self.origin === 'null' || ", '', 'SR-5: a page without an origin'],
      ["if (isPrerendered(document)) return 'not-in-front';", '', 'SR-6: a page that is not there yet'],
      [
        "return expectedOrigin !== null && self.origin !== expectedOrigin ? 'wrong-origin' : null;",
        'return null;',
        'SR-5: a page of another origin',
      ],
      ['!input.isConnected || ', '', 'SR-11: a field that was taken out'],
      [' || input.type !== type', '', 'SR-11: a field of another type'],
      ['if (!shownHere(pageOf(first))) return false;', '', 'SR-5: a frame that is not shown any more'],
      ['if (fields.some((field) => formAround(field) !== form)) return false;', '', 'SR-11: a field of another form'],
      ['target.refusal === null && ', '', 'SR-7: a form that shows its values now'],
      ['target.origin === report.actionOrigin && ', '', 'SR-7: a form that sends elsewhere now'],
      [' && allVisible(fields, readingMs)', '', 'SR-8: a field that is not seen any more'],
      ["if (!unchanged(reading)) return 'changed-during-fill';", '', 'SR-11: every check again'],
      [
        "return actionOrigin !== null && !order.allowedActionOrigins.includes(actionOrigin) ? 'form-sends-elsewhere' : null;",
        'return null;',
        'SR-7: a form that sends where the session may not',
      ],
      [
        'form !== null && refusalOf(reading, order) === null',
        'form !== null',
        'SR-13: a form that changed is not sent',
      ],
      ['if (order.submit) submit(reading, order);', 'submit(reading, order);', 'SR-13: nothing is sent unasked'],
      ["if (reason !== null) return { kind: 'refused', reason };", '', 'SR-11: what is refused is not written'],
      [
        '.filter(({ input, text }) => writeField(input, text));',
        '.filter(({ input, text }) => {\n    const wrote = writeField(input, text);\n    announceField(input);\n    return wrote;\n  });',
        'SR-11: all values before the first event',
      ],
    ),
    ...of('src/content/write-field.ts', [
      'value?.set?.call(field, text);',
      "field.setAttribute('value', text);\n  value?.set?.call(field, text);",
      'SR-12: the property alone',
    ]),
    ...of(
      'src/content/form-target.ts',
      ['.filter((button) => button.form === form)', '', 'SR-7: buttons of other forms'],
      [
        "button.hasAttribute('formaction') ? button.formAction : own.address",
        'own.address',
        'SR-7: where a button sends',
      ],
      ["button.hasAttribute('formmethod') ? button.formMethod : own.method", 'own.method', 'SR-7: how a button sends'],
      ['origins.size !== 1 || ', '', 'SR-7: one place alone'],
      [" || origin === 'null'", '', 'SR-7: a script’s or a file’s address'],
      ["get && !scripted(form) ? 'form-puts-values-in-address' : null", 'null', 'SR-7: values in the address'],
      ["&& nowhere(form, 'action') ? ", '? ', 'SR-7: a script address that does something'],
      [" && !hasAttribute(form, 'method')", '', 'SR-7: a form that says that it shows its values'],
      [
        "const action = getter(HTMLFormElement.prototype, 'action');",
        'const action = (form: HTMLFormElement) => form.action;',
        'SR-7: a field that hides where its form sends',
      ],
      [
        "const method = getter(HTMLFormElement.prototype, 'method');",
        'const method = (form: HTMLFormElement) => form.method;',
        'SR-7: a field that hides how its form sends',
      ],
    ),
    ...of(
      'src/content/hinted-fields.ts',
      ['form !== null &&\n', '', 'a hint outside of every form'],
      ['formAround(read.input) === form && ', '', 'a hint into another form'],
      ['(read.input !== input || read.role === role)', 'true', 'a hint to a field that has another role'],
      ["(role === 'password' ? kind === 'password' : names.test(kind)) &&\n", '', 'a hint to a field of another kind'],
      ['allVisible([input], readingMs)', 'true', 'SR-8: a hint to a field that nobody sees'],
    ),
    ...of('src/content/chosen-fields.ts', [
      'found.length === 1 ? (found[0] ?? null) : null',
      'found[0] ?? null',
      'a place that several fields have',
    ]),
  ],
};
