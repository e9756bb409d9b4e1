import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { AuditReading } from '../../src/domain/audit.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type LinkedSession } from '../e2e/desk.ts';
import { person } from '../e2e/person.ts';
import { type Bench, loginValues, loot, openBench } from './bench.ts';
import { overwrite } from './own-database.ts';
import { loginForm, page } from './pages/html.ts';

const host = 'audit.attack.example';
const signIn = 'login.attack.example';
const technician = 'violet canyon teapot seven meadow';

/** Runs in the worker: flips a bit of a sealed run, past the extension. */
async function tamper(): Promise<void> {
  const opened = indexedDB.open('linked-vault-audit');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opened.onsuccess = () => resolve(opened.result);
    opened.onerror = () => reject(opened.error);
  });
  const store = database.transaction('parts', 'readwrite').objectStore('parts');
  const part = await new Promise<{ ct: Uint8Array }>((resolve) => {
    const got = store.get('run-0');
    got.onsuccess = () => resolve(got.result as { ct: Uint8Array });
  });
  part.ct.set([(part.ct[5] ?? 0) ^ 1], 5);
  await new Promise((resolve) => {
    store.put(part).onsuccess = resolve;
  });
  database.close();
}

describe.each(browserKinds)('the audit in %s', (kind) => {
  let bench: Bench;
  let linked: LinkedSession;
  let hidden: LinkedSession;
  beforeAll(async () => {
    bench = await openBench(kind);
    bench.serve(host, page(loginForm()));
    bench.serve(signIn, page(loginForm()));
    linked = await bench.link(host, { signInHosts: [signIn] });
    hidden = await bench.link('hidden.attack.example', {
      permissions: { view: true, viewPassword: false, edit: false },
    });
  });
  afterAll(() => bench?.close());

  const reading = (): Promise<AuditReading> => bench.desk.ask('audit.stretch', { before: null, runs: 100 });
  const told = async () => (await reading()).records.map(({ action, outcome, by }) => `${action} ${outcome} ${by}`);

  it('SR-52: a fill, a launch, a reveal, a copy and a refusal are written down, in that order, and no secret with them', async () => {
    const { desk } = bench;
    const tab = await bench.visit(`https://${host}/`);
    expect(await bench.fill(tab, linked.sessionId)).toBe('filled');
    await desk.ask('session.launch', { entryId: linked.sessionId, passwordId: null });
    const launched = await desk.browser.waitForTab(
      (url) => url.startsWith(`https://${host}/`) && url !== 'about:blank',
    );
    await until('the launch', async () => (await told())[0] === 'filled ok launch');
    expect((await loginValues(launched)).password).toBe(loot.password);
    const { credentialId } = linked;
    await desk.ask('credential.reveal', { entryId: credentialId, passwordId: null, purpose: 'reveal' });
    await desk.ask('credential.reveal', { entryId: credentialId, passwordId: null, purpose: 'copy' });
    await desk.tryAsk('credential.reveal', { entryId: hidden.credentialId, passwordId: null, purpose: 'copy' });
    const { records, brokenAt, failedSince } = await reading();
    expect({ brokenAt, failedSince }).toEqual({ brokenAt: null, failedSince: null });
    const inOrder = records.map(({ action, by }) => `${action} ${by}`).reverse();
    expect(inOrder.slice(-5)).toEqual([
      'fetched it-glue',
      'revealed credential.reveal',
      'fetched it-glue',
      'copied credential.reveal',
      'refused credential.reveal',
    ]);
    // A quick page may be filled before the launch itself has been answered.
    expect(inOrder.slice(-10, -5).toSorted()).toEqual(
      ['fetched it-glue', 'filled front', 'launched session.launch', 'fetched it-glue', 'filled launch'].toSorted(),
    );
    expect(records[0]).toMatchObject({ outcome: 'not-allowed', entryId: hidden.credentialId, role: 'administrator' });
    expect(records.find(({ by }) => by === 'front')).toMatchObject({
      outcome: 'ok',
      origin: `https://${host}`,
      entryId: linked.sessionId,
      organizationName: 'Northwind Dental Group',
      passwordName: 'Patient portal - front desk',
    });
    expect(records.find(({ by }) => by === 'sessionEntry.save')).toMatchObject({
      action: 'changed',
      entryName: 'Session hidden.attack.example',
      organizationName: 'Northwind Dental Group',
    });
    const text = JSON.stringify(records);
    for (const secret of [loot.password, demoKeys.full, demoPassphrase]) expect(text).not.toContain(secret);
  });

  it('SR-52: a technician beside an administrator is in it by role, and cannot read it', async () => {
    const { desk } = bench;
    await desk.ask('vault.setTechnicianPassphrase', { passphrase: technician });
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: technician });
    await desk.tryAsk('settings.set', { idleMinutes: 5, capHours: 1 });
    await desk.ask('credential.reveal', { entryId: linked.credentialId, passwordId: null, purpose: 'copy' });
    expect(await desk.tryAsk('audit.stretch', { before: null, runs: 100 })).toMatchObject({
      failure: { code: 'administrator-only' },
    });
    await desk.ask('vault.lock', {});
    expect(await desk.tryAsk('audit.stretch', { before: null, runs: 100 })).toMatchObject({
      failure: { code: 'locked' },
    });
    await desk.ask('vault.unlock', { passphrase: demoPassphrase });
    const { records } = await reading();
    const byTechnician = records.filter(({ role }) => role === 'technician');
    expect(byTechnician.map(({ by, outcome }) => [by, outcome])).toEqual([
      ['audit.stretch', 'administrator-only'],
      ['credential.reveal', 'ok'],
      ['it-glue', 'ok'],
      ['settings.set', 'administrator-only'],
      ['vault.unlock', 'ok'],
    ]);
  });

  it('SR-52: what a technician puts on the disk as a pack makes nobody a reader beside an administrator', async () => {
    const { desk } = bench;
    await overwrite(desk, 'records', [{ kind: 'pack', id: 'pack', rev: 1, iv: 'A', ct: 'A' }]);
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: technician });
    expect((await desk.ask('policy.get', {})).pack).toBeNull();
    for (const [command, body] of [
      ['audit.stretch', { before: null, runs: 100 }],
      ['audit.export', { seqs: null, format: 'csv' }],
    ] as const)
      expect(await desk.tryAsk(command, body)).toMatchObject({ failure: { code: 'administrator-only' } });
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: demoPassphrase });
  });

  it('SR-52: wrong passphrases are counted while locked, also past the end of the worker, and told by the next unlock', async () => {
    const { desk } = bench;
    await desk.ask('vault.lock', {});
    const asked = Date.now();
    await desk.tryAsk('vault.unlock', { passphrase: 'one that nobody chose' });
    await desk.browser.killWorker();
    await desk.tryAsk('credential.reveal', { entryId: linked.credentialId, passwordId: null, purpose: 'reveal' });
    await desk.ask('vault.unlock', { passphrase: demoPassphrase });
    const { records, brokenAt } = await reading();
    expect(brokenAt).toBeNull();
    expect(records.slice(0, 3)).toMatchObject([
      { action: 'unlocked', role: 'administrator', count: 1 },
      { action: 'missed', role: 'nobody', outcome: 'locked', count: 1 },
      { action: 'refused', role: 'nobody', by: 'vault.unlock', outcome: 'wrong-passphrase', count: 1 },
    ]);
    for (const { since } of records.slice(1, 3)) expect(since).toBeGreaterThanOrEqual(asked);
  });

  it('SR-52: a fill is written down with the origin of the page that got it, and is there once it is answered', async () => {
    const tab = await bench.visit(`https://${signIn}/`);
    expect(await bench.fill(tab, linked.sessionId)).toBe('filled');
    await bench.desk.browser.killWorker();
    const { records } = await reading();
    expect(records[0]).toMatchObject({ action: 'filled', outcome: 'ok', origin: `https://${signIn}` });
    expect(records[0]?.organizationId).toMatch(/^\d+$/);
  });

  it('SR-52: anybody can compute the chain of an export again', async () => {
    const { text } = await bench.desk.ask('audit.export', { seqs: null, format: 'json' });
    const { fields, anchor, records } = JSON.parse(text) as {
      fields: string[];
      anchor: string;
      records: (Record<string, unknown> & { before: string; link: string })[];
    };
    const links = records.map((record) => {
      const values = fields.filter((field) => field in record).map((field) => record[field]);
      return createHash('sha256')
        .update(`${record.before}\n${JSON.stringify(values)}`)
        .digest('hex');
    });
    expect(records.length).toBeGreaterThan(10);
    expect(records.map(({ link }) => link)).toEqual(links);
    expect(records.map(({ before }) => before)).toEqual([anchor, ...links.slice(0, -1)]);
  });

  it('SR-52: the worker may end at any time, and the chain goes on', async () => {
    const before = (await reading()).records.length;
    await bench.desk.browser.killWorker();
    const { records, brokenAt } = await reading();
    expect(brokenAt).toBeNull();
    expect(records.length).toBeGreaterThanOrEqual(before);
  });

  it('SR-52: the removal of the technician passphrase shows first what technicians got', async () => {
    const { desk } = bench;
    const tab = await desk.browser.openExtensionPage('src/options/index.html#/settings');
    const settings = person(tab);
    // What stands above the button has come, and moves it no more.
    await settings.sees('Lock after so many minutes');
    await settings.click('Remove technician passphrase…');
    await settings.sees('technicians got this password from this vault');
    await settings.sees('Patient portal - front desk · Northwind Dental Group · Copied · last on');
    await settings.sees('replace the API key in IT Glue');
    expect((await desk.ask('vault.status', {})).hasTechnician).toBe(true);
    await settings.click('Remove it');
    await until('the removal', async () => !(await desk.ask('vault.status', {})).hasTechnician);
    await tab.close();
  });

  it('SR-52: an administrator reads it on the options page, and is told when somebody changed it outside', async () => {
    const { desk } = bench;
    const tab = await desk.browser.openExtensionPage('src/options/index.html#/audit');
    const audit = person(tab);
    await audit.sees('Fetched a password value');
    await audit.fill('Search', 'hidden');
    await audit.sees('Refused: The right to do it was missing.');
    await audit.fill('Search', '');
    const copied = (await reading()).records.filter(
      ({ action, role }) => action === 'copied' && role === 'administrator',
    );
    const { text: csv } = await desk.ask('audit.export', { seqs: copied.map(({ seq }) => seq), format: 'csv' });
    expect(csv.split('\r\n')[1]).toContain(',administrator,copied,credential.reveal,');
    await audit.click('What technicians got in 90 days');
    await audit.sees('2 of');
    expect(await audit.says()).not.toContain('chain is broken');
    await desk.browser.evaluateInWorker(tamper);
    await audit.click('Settings');
    await audit.sees('Lock');
    await audit.click('Audit');
    await audit.sees('The chain is broken at record 0');
    await tab.close();
  });
});
