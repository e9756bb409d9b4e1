import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withHints } from '../../src/content/hinted-fields.ts';
import type { Reading } from '../../src/content/read-form.ts';
import { allVisible } from '../../src/content/visibility.ts';
import type { FieldPlace } from '../../src/domain/field-place.ts';

/** What a person can see, and what a field is for, is for the browsers' tests to say. */
vi.mock('../../src/content/visibility.ts', () => ({ allVisible: vi.fn() }));
vi.mock('../../src/content/read-form.ts', () => ({
  readingMs: 250,
  knownInput: (input: HTMLInputElement) => ({ kind: input.dataset.kind, strength: 3 }),
}));
vi.mock('../../src/content/native-dom.ts', async (original) => ({
  ...(await original<typeof import('../../src/content/native-dom.ts')>()),
  // The test's DOM has no slots.
  slotOf: () => null,
}));

const inputAt = (id: string): HTMLInputElement => {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no input ${id}`);
  return found;
};

beforeEach(() => {
  vi.mocked(allVisible).mockReturnValue(true);
  document.body.innerHTML = `
    <form>
      <input id="user" data-kind="username"><input id="staff" data-kind="unnamed" class="twice">
      <input id="pass" type="password" data-kind="password"><input id="pin" type="password" data-kind="password">
      <input id="next" type="password" data-kind="new-password"><input class="twice" data-kind="unnamed">
    </form>
    <form><input id="other" data-kind="username"></form><input id="loose" data-kind="username">`;
});

function hinted(role: FieldPlace['role'], selector: string): readonly string[] {
  const reading: Reading = {
    inputs: [
      { role: 'username', input: inputAt('user'), type: 'text' },
      { role: 'password', input: inputAt('pass'), type: 'password' },
    ],
    report: { fields: ['username', 'password'], actionOrigin: null, refusal: null, inOwnFrame: false },
  };
  return withHints(reading, [{ role, steps: [selector] }]).inputs.map(({ input }) => input.id);
}

describe('a hint of a record', () => {
  it('takes the place of a field that was guessed for the same role', () => {
    expect(hinted('username', '#staff')).toEqual(['staff', 'pass']);
    expect(hinted('password', '#pin')).toEqual(['user', 'pin']);
  });

  it.each([
    ['in another form', 'username', '#other'],
    ['in no form', 'username', '#loose'],
    ['for a new password', 'password', '#next'],
    ['for a password, where a name is meant', 'username', '#pin'],
    ['for a name, where a password is meant', 'password', '#staff'],
    ['that has the other role', 'password', '#user'],
    ['that is not alone', 'username', '.twice'],
    ['that is not there', 'username', '#nobody'],
    ['that is no selector', 'username', ':::'],
  ] as const)('means nothing for a field %s', (_what, role, selector) => {
    expect(hinted(role, selector)).toEqual(['user', 'pass']);
  });

  it('means nothing for a field that has the other role, whatever the page has made of it since', () => {
    inputAt('user').dataset.kind = 'password';
    expect(hinted('password', '#user')).toEqual(['user', 'pass']);
  });

  it('means nothing where the page has no form: what belongs together is not said', () => {
    const form = document.querySelector('form');
    form?.replaceWith(...form.childNodes);
    expect(hinted('username', '#staff')).toEqual(['user', 'pass']);
  });

  it('SR-8: means nothing for a field that nobody sees', () => {
    vi.mocked(allVisible).mockReturnValue(false);
    expect(hinted('username', '#staff')).toEqual(['user', 'pass']);
  });
});
