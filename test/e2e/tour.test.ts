import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { demoLogins } from '../../src/demo/demo-logins.ts';
import { pageKinds } from './desk.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** `npm start -- ARGUMENTS`, on a machine without a display. */
function start(...args: readonly string[]): Promise<Ended> {
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/start.ts', ...args], { env });
  const said = { out: '', errors: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.errors += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

function pictureOf(path: string): Picture {
  const png = readFileSync(path);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), bytes: png.length };
}

const login = demoLogins.find(({ name }) => name === 'Patient portal - front desk');

describe.each(pageKinds)('the guided tour in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'linked-vault-tour-'));
  const stale = join(folder, '99-from-an-earlier-tour.png');
  const foreign = join(folder, 'notes.txt');
  let ended: Ended;
  let json: string;
  let report: { readonly steps: readonly Record<string, unknown>[] };
  beforeAll(async () => {
    for (const path of [stale, foreign]) writeFileSync(path, 'old');
    ended = await start('--tour', '--browser', kind, '--out', folder);
    json = readFileSync(join(folder, 'tour.json'), 'utf8');
    report = JSON.parse(json) as typeof report;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends well, with a line for each step and none about a failure', () => {
    expect(ended).toMatchObject({ code: 0, errors: '' });
    for (const { number, name } of report.steps)
      expect(ended.out).toContain(`✓ ${String(number).padStart(2)}  ${name}`);
    expect(ended.out).not.toContain('✗');
  });

  it('reports what the sign-in form held', () => {
    expect(report).toMatchObject({
      browser: kind,
      ok: true,
      filled: { username: login?.username, passwordMatches: true },
    });
    expect(report).toHaveProperty('startedAt', expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/));
  });

  it('reports every step, from the vault to the lock', () => {
    const names = report.steps.map(({ name }) => String(name)).join('\n');
    expect(names).toMatch(/vault.*API key.*credential entry.*session.*list.*filled.*outcome.*Lock/s);
    for (const [index, step] of report.steps.entries())
      expect(step).toEqual({
        number: index + 1,
        name: expect.any(String),
        ok: true,
        ms: expect.any(Number),
        screenshot: expect.stringMatching(new RegExp(`^${String(index + 1).padStart(2, '0')}-[a-z0-9-]+\\.png$`)),
      });
  });

  it('leaves a picture of each step, and nothing of an earlier tour', () => {
    expect(readdirSync(folder).sort()).toEqual(
      [...report.steps.map(({ screenshot }) => screenshot), 'notes.txt', 'tour.json'].sort(),
    );
    for (const { screenshot } of report.steps) {
      const { width, height, bytes } = pictureOf(join(folder, String(screenshot)));
      expect(Math.min(width, height)).toBeGreaterThan(150);
      expect(bytes).toBeGreaterThan(4_000);
    }
  });

  it('writes and prints no secret', () => {
    for (const secret of [login?.password ?? '', demoPassphrase, demoKeys.full]) {
      expect(secret.length).toBeGreaterThan(8);
      expect(json).not.toContain(secret);
      expect(ended.out).not.toContain(secret);
    }
  });
});

describe('npm start with options that make no sense', () => {
  const nowhere = join(tmpdir(), 'linked-vault-tour-that-never-was');

  it.each([
    [['--browser', 'netscape', '--out', nowhere], 'There is no browser "netscape": say chromium or firefox.\n'],
    [['--tuor'], "Unknown option '--tuor': --help says which options there are.\n"],
    [['--browser'], "Option '--browser <value>' argument missing: --help says which options there are.\n"],
    [['please'], "Unexpected argument 'please': --help says which options there are.\n"],
    [['--out', ''], 'The option --out needs the name of a folder.\n'],
  ])('%j: one sentence, and nothing is started', async (args, sentence) => {
    expect(await start(...args)).toEqual({ code: 2, out: '', errors: sentence });
    expect(existsSync(nowhere)).toBe(false);
  });

  it('--help says how it is used', async () => {
    const { code, out, errors } = await start('--help');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    for (const option of ['--browser', '--tour', '--out', '--help']) expect(out).toContain(option);
  });
});
