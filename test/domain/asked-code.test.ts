import { describe, expect, it } from 'vitest';
import type { FieldKind } from '../../src/domain/field-kind.ts';
import { type CodeShape, codeShape } from '../../src/domain/field-role.ts';
import { chooseOnPage, type ReadField } from '../../src/domain/form-choice.ts';
import { type FormDescription, formScores } from '../../src/domain/form-kind.ts';

const shapeOf = (texts: readonly string[], longest = -1): CodeShape =>
  codeShape({ type: 'text', autocomplete: [], names: [], texts, longest });

describe('the shape of a field for a code', () => {
  it.each<[readonly string[], number, CodeShape]>([
    [['Code'], -1, 'said'],
    [['Код'], -1, 'said'],
    [['コード'], 6, 'said'],
    [[], 6, 'short'],
    [['Digit 1'], 1, 'digit'],
    [['Coupon code'], 6, null],
    [['Recovery code'], -1, null],
    [['Name'], 40, null],
  ])('%j, at most %i characters: %s', (texts, longest, shape) => {
    expect(shapeOf(texts, longest)).toBe(shape);
  });
});

const said = (text: readonly string[]): FormDescription['words'] => ({
  submit: ['Continue'],
  button: [],
  heading: [],
  link: [],
  attribute: [],
  text,
  title: [],
  label: [],
  field: [],
});

const field = (id: string, shape: CodeShape, kind: FieldKind = 'unnamed'): ReadField<string> => ({
  id,
  kind,
  strength: 1,
  named: true,
  codeShape: shape,
});

function choice(text: readonly string[], fields: readonly ReadField<string>[]) {
  const scores = formScores({ words: said(text), fields, hiddenPassword: false, textAreas: 0, selects: 0 });
  return chooseOnPage([{ fields, scores }], { login: false, signUp: false });
}

const boxes = (kind: FieldKind) => ['1', '2', '3', '4', '5', '6'].map((id) => field(id, 'digit', kind));
const asks = ['Enter the 6-digit code we sent to your phone'];

describe('a code that the page asks for, and the field does not', () => {
  it('goes into the only field that may be one', () => {
    expect(choice(asks, [field('c', 'said')])).toMatchObject({ code: ['c'] });
    expect(choice(asks, [field('c', 'short', 'phone')])).toMatchObject({ code: ['c'] });
    expect(choice(asks, [field('c', 'said', 'password')])).toMatchObject({ code: ['c'], password: null });
  });

  it('goes into boxes of a digit each, hidden ones too', () => {
    for (const kind of ['unnamed', 'password'] as const)
      expect(choice(asks, boxes(kind))).toMatchObject({ code: ['1', '2', '3', '4', '5', '6'], password: null });
  });

  it('goes nowhere where no code is asked for', () => {
    const elsewhere = ['Have a look around'];
    expect(choice(elsewhere, [field('c', 'said')])).toEqual({ refusal: 'absent' });
    expect(choice(elsewhere, boxes('unnamed'))).toEqual({ refusal: 'absent' });
  });

  it('goes into no field that is one of several, nor into a short password', () => {
    expect(choice(asks, [field('a', 'said'), field('b', 'said')])).toEqual({ refusal: 'absent' });
    expect(choice(asks, [field('p', 'short', 'password')])).toMatchObject({ code: [] });
  });
});
