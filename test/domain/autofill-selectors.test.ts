import { expect, it } from 'vitest';
import { longestSelectors, placesIn } from '../../src/domain/autofill-selectors.ts';
import { placeLimits } from '../../src/domain/field-place.ts';

const username = { role: 'username', steps: ['#user'] };
const password = { role: 'password', steps: ['#pass'] };

it('takes one object of selectors by role', () => {
  expect(placesIn('{"username":"#user","password":"#pass"}')).toEqual([username, password]);
  expect(placesIn('{"password":"#pass"}')).toEqual([password]);
});

it.each([
  null,
  '',
  'username=#user;password=#pass',
  '"#user"',
  'null',
  '["#user","#pass"]',
  '{"username":7,"password":{"css":"#pass"}}',
  '{"username":"","password":"  "}',
  '{"__proto__":{"username":"#user"}}',
  '{"submit":"#go","code":"#code","extra":"#x"}',
  JSON.stringify({ username: `#${'u'.repeat(placeLimits.selector)}` }),
  `{"username":"#user"${' '.repeat(longestSelectors)}}`,
])('%j says nothing', (text) => {
  expect(placesIn(text)).toEqual([]);
});
