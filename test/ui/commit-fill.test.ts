import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commitFill } from '../../src/content/commit-fill.ts';
import { shownHere } from '../../src/content/page-frames.ts';
import type { Reading } from '../../src/content/read-form.ts';
import { allVisible } from '../../src/content/visibility.ts';
import type { FillOrder } from '../../src/domain/fill.ts';

/** What a person can see is for the browsers' tests to say: here all is seen, unless a test says otherwise. */
vi.mock('../../src/content/visibility.ts', () => ({ allVisible: vi.fn(), frameSeen: () => true }));
vi.mock('../../src/content/page-frames.ts', () => ({ shownHere: vi.fn() }));
vi.mock('../../src/content/native-dom.ts', async (original) => ({
  ...(await original<typeof import('../../src/content/native-dom.ts')>()),
  // The test's DOM has no slots.
  slotOf: () => null,
}));
vi.mock('../../src/content/read-form.ts', () => ({ readingMs: 250 }));

const site = 'http://localhost:3000';
const login =
  '<form action="/login" method="post"><input id="user"><input id="pass" type="password"><button>Sign in</button></form>';

const inputAt = (id: string): HTMLInputElement => {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no input ${id}`);
  return found;
};
const formHere = (): HTMLFormElement => {
  const [form] = document.forms;
  if (form === undefined) throw new Error('no form');
  return form;
};

/** The page's login as it was read before IT Glue was asked. */
function reading(actionOrigin: string | null = site): Reading {
  return {
    inputs: [
      { role: 'username', input: inputAt('user'), type: 'text' },
      { role: 'password', input: inputAt('pass'), type: 'password' },
    ],
    report: { fields: ['username', 'password'], actionOrigin, refusal: null, inOwnFrame: false },
  };
}

const order: Extract<FillOrder, { type: 'fill' }> = {
  type: 'fill',
  username: 'martin',
  password: 'pw-1',
  code: null,
  extra: null,
  expectedOrigin: site,
  allowedActionOrigins: [site],
  submit: false,
};

const written = () => [inputAt('user').value, inputAt('pass').value];
const pretend = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, configurable: true, writable: true });

beforeEach(() => {
  document.body.innerHTML = login;
  pretend(window, 'origin', site);
  pretend(window, 'top', window);
  Reflect.deleteProperty(Document.prototype, 'prerendering');
  vi.mocked(allVisible).mockReturnValue(true);
  vi.mocked(shownHere).mockReturnValue(true);
});

describe('commitFill', () => {
  it('SR-11: writes every value before the page hears of the first', () => {
    const seen: string[][] = [];
    for (const id of ['user', 'pass'])
      for (const event of ['input', 'change']) inputAt(id).addEventListener(event, () => seen.push(written()));
    expect(commitFill(reading(), order)).toEqual({ kind: 'filled', roles: ['username', 'password'], more: false });
    expect(seen).toEqual(Array.from({ length: 4 }, () => ['martin', 'pw-1']));
  });

  it('SR-12: writes the property alone', () => {
    commitFill(reading(), order);
    expect(document.body.innerHTML).toBe(login);
  });

  it.each<[string, string, () => void]>([
    ['SR-5: a page within another', 'not-top-frame', () => pretend(window, 'top', {})],
    ['SR-5: a page without an origin', 'isolated-page', () => pretend(window, 'origin', 'null')],
    ['SR-5: a page of another origin', 'wrong-origin', () => pretend(window, 'origin', 'https://evil.example')],
    ['a page that is not there yet', 'not-in-front', () => pretend(Document.prototype, 'prerendering', true)],
    ['SR-11: a field that was taken out', 'changed-during-fill', () => inputAt('pass').remove()],
    ['SR-11: a form that was taken out', 'changed-during-fill', () => formHere().remove()],
    ['SR-11: a field of another type', 'changed-during-fill', () => (inputAt('pass').type = 'text')],
    ['SR-11: a field that was moved out', 'changed-during-fill', () => document.body.append(inputAt('pass'))],
    [
      'SR-11: a field that was moved into another form',
      'changed-during-fill',
      () => {
        document.body.insertAdjacentHTML('beforeend', '<form action="https://evil.example/" method="post"></form>');
        document.forms[1]?.append(inputAt('pass'));
      },
    ],
    [
      'SR-7: a form that sends elsewhere now',
      'changed-during-fill',
      () => (formHere().action = 'https://evil.example/'),
    ],
    ['SR-7: a form that shows its values now', 'changed-during-fill', () => (formHere().method = 'get')],
    ['SR-8: a field that is not seen now', 'changed-during-fill', () => vi.mocked(allVisible).mockReturnValue(false)],
    ['SR-5: a frame that is not seen now', 'changed-during-fill', () => vi.mocked(shownHere).mockReturnValue(false)],
  ])('%s is refused, and nothing is written', (_what, reason, change) => {
    const read = reading();
    const inputs = read.inputs.map(({ input }) => input);
    change();
    expect(commitFill(read, order)).toEqual({ kind: 'refused', reason });
    expect(inputs.map((input) => input.value)).toEqual(['', '']);
  });

  it('SR-7: sends nothing to where the session may not, whatever was read', () => {
    formHere().action = 'https://evil.example/';
    expect(commitFill(reading('https://evil.example'), order)).toEqual({
      kind: 'refused',
      reason: 'form-sends-elsewhere',
    });
    expect(written()).toEqual(['', '']);
  });

  it('SR-13: submits only where the session asks for it, and no form that changed on the first event', () => {
    let sent = 0;
    const submitted = () => {
      formHere().addEventListener('submit', (event) => {
        event.preventDefault();
        sent += 1;
      });
    };
    submitted();
    commitFill(reading(), order);
    expect(sent).toBe(0);
    commitFill(reading(), { ...order, submit: true });
    expect(sent).toBe(1);
    document.body.innerHTML = login;
    submitted();
    inputAt('user').addEventListener('input', () => (formHere().action = 'https://evil.example/'));
    commitFill(reading(), { ...order, submit: true });
    expect(sent).toBe(1);
  });

  it('says what a field did not take', () => {
    inputAt('user').type = 'number';
    const read = reading();
    const inputs = read.inputs.map((one) => (one.role === 'username' ? { ...one, type: 'number' } : one));
    expect(commitFill({ ...read, inputs }, order)).toEqual({
      kind: 'partly',
      roles: ['password'],
      missing: ['username'],
    });
  });
});
