import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../../scripts/accuracy/case-result.ts';
import type { FormCase } from '../../scripts/accuracy/form-case.ts';
import { judgeCase } from '../../scripts/accuracy/judge-case.ts';
import { ratchetDifferences } from '../../scripts/accuracy/ratchet.ts';
import { isMet, scoreOf } from '../../scripts/accuracy/score.ts';

const field = (number: number) => `[data-tc="${number}"]`;

const login: FormCase = {
  id: 'x/login',
  source: 'own',
  path: 'x.html',
  folder: '.',
  expect: { kind: 'login', username: field(0), password: field(1), otp: null, newPassword: [] },
  alt: { username: [field(5)], password: [], otp: [] },
  neutral: [field(9)],
  confidence: 'solid',
  flags: [],
  about: '',
  by: 'fill',
  scheme: 'https',
  frames: false,
};
const signUp: FormCase = {
  ...login,
  id: 'x/sign-up',
  expect: { kind: 'signup', username: null, password: null, otp: null, newPassword: [field(1)] },
};

const result = (filled: Partial<CaseResult['filled']>, more: Partial<CaseResult> = {}): CaseResult => ({
  id: 'x',
  filled: { username: [], password: [], otp: [], ...filled },
  outcome: 'filled',
  unseen: [],
  tookMs: 1,
  ...more,
});

describe('judgeCase', () => {
  it('is right when every role is in its field and nowhere else', () => {
    expect(judgeCase(login, result({ username: [0], password: [1] })).right).toBe(true);
    expect(judgeCase(login, result({ username: [0], password: [1, 2] })).right).toBe(false);
    expect(judgeCase(login, result({ username: [0] })).right).toBe(false);
    expect(judgeCase(login, result({ username: [1], password: [0] })).right).toBe(false);
  });

  it('takes another acceptable field, and does not count a neutral one', () => {
    expect(judgeCase(login, result({ username: [5, 9], password: [1] })).right).toBe(true);
  });

  it('calls anything on a sign-up page false', () => {
    const verdict = judgeCase(signUp, result({ password: [1] }));
    expect(verdict.roles.password.wrong).toEqual([1]);
    expect(verdict.renewed).toEqual([1]);
    expect(judgeCase(signUp, result({})).right).toBe(true);
  });

  it('wants the outcome that the case names, and no error', () => {
    const refused = { ...signUp, outcome: 'sign-up-form' };
    expect(judgeCase(refused, result({}, { outcome: 'sign-up-form' })).right).toBe(true);
    expect(judgeCase(refused, result({}, { outcome: 'absent' })).right).toBe(false);
    expect(judgeCase(signUp, result({}, { error: 'not done within 25 s' })).right).toBe(false);
  });
});

describe('scoreOf', () => {
  const right = judgeCase(login, result({ username: [0], password: [1] }));
  const half = judgeCase(login, result({ username: [3], password: [1] }));
  const bad = judgeCase(signUp, result({ password: [1] }));
  const score = scoreOf([right, half, bad]);

  it('counts precision, recall and F1 of a role', () => {
    expect(score.roles.username).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(score.roles.password).toEqual({ precision: 2 / 3, recall: 1, f1: 0.8 });
    expect(score.roles.otp).toEqual({ precision: null, recall: null, f1: null });
  });

  it('counts whole pages, false fills and goals', () => {
    expect(score.kinds).toEqual({ login: { right: 1, of: 2 }, signup: { right: 0, of: 1 } });
    expect(score.falseFills).toBe(2);
    const goal = (name: string) => score.goals.find((one) => one.name === name);
    expect(goal('password into a sign-up page')).toMatchObject({ value: 1, of: 1 });
    expect(score.goals.filter((one) => !isMet(one)).map(({ name }) => name)).toContain('password into a sign-up page');
  });

  it('leaves out what is not to be scored', () => {
    const skipped = judgeCase({ ...login, flags: ['skip'] }, result({ password: [7] }));
    expect(scoreOf([right, skipped]).falseFills).toBe(0);
    expect(scoreOf([right, judgeCase({ ...login, confidence: 'tool-policy' }, result({}))]).wrong).toEqual([]);
  });
});

describe('ratchetDifferences', () => {
  const right = judgeCase(login, result({ username: [0], password: [1] }));
  const wrong = judgeCase(login, result({}));

  it('tells what is better and what is worse than the list', () => {
    expect(ratchetDifferences([right], [])).toEqual([]);
    expect(ratchetDifferences([wrong], [{ id: 'x/login', why: 'known' }])).toEqual([]);
    expect(ratchetDifferences([right], [{ id: 'x/login', why: 'known' }])[0]).toMatch(/right now/);
    expect(ratchetDifferences([wrong], [])[0]).toMatch(/went wrong/);
  });
});
