import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { type PolicyFile, policyFile, policyObstacle } from '../browser/policy-file.ts';
import { until } from '../browser/until.ts';
import {
  browserKinds,
  type Desk,
  extensionFolder,
  freshProfile,
  type LinkedSession,
  openDesk,
  optionsPath,
} from './desk.ts';
import { person } from './person.ts';

const obstacles = browserKinds.map((kind) => ({ kind, obstacle: policyObstacle(kind) }));

for (const { kind, obstacle } of obstacles) {
  describe.skipIf(obstacle !== null)(
    `SR-51: a policy file of the machine, in ${kind}${obstacle === null ? '' : ` (left out: ${obstacle})`}`,
    () => {
      const profileDir = freshProfile();
      let file: PolicyFile;
      let desk: Desk;
      let portal: LinkedSession;
      let prompting: LinkedSession;
      let device: LinkedSession;

      const forbidden = (rule: string) => ({ ok: false, failure: { code: 'policy-forbids', rule } });
      const reveal = (purpose: 'reveal' | 'copy') =>
        desk.tryAsk('credential.reveal', { entryId: portal.credentialId, passwordId: null, purpose });
      const launch = ({ sessionId }: LinkedSession) =>
        desk.tryAsk('session.launch', { entryId: sessionId, passwordId: null });
      const valuesAsked = () => desk.reveals();

      /** The same profile under another policy, with the vault unlocked. */
      async function under(policy: object, expected: readonly string[]): Promise<void> {
        const { server } = desk;
        await desk.browser.close();
        file.write(policy);
        desk = await openDesk(kind, { profileDir, server, executable: file.executable });
        await desk.ask('vault.unlock', { passphrase: demoPassphrase });
        await until('the policy', async () => {
          const { managed } = await desk.ask('policy.get', {});
          return expected.every((key) => (managed as readonly string[]).includes(key));
        });
      }

      beforeAll(async () => {
        file = policyFile(kind, extensionFolder(kind));
        desk = await openDesk(kind, { vault: true, profileDir, executable: file.executable });
        portal = await desk.linked({ host: 'portal.northwind.example' });
        prompting = await desk.linked({ host: 'all.northwind.example', password: null });
        device = await desk.linked({ host: 'http://192.0.2.7/', allowHttp: true });
      });
      afterAll(async () => {
        await desk?.close();
        file?.remove();
        rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
      });

      it('absent, leaves everything to the person', async () => {
        expect(await desk.ask('policy.get', {})).toMatchObject({ managed: [], unreadable: [] });
        expect(await reveal('reveal')).toMatchObject({ ok: true });
      });

      it('SR-40: stands above the entries, and IT Glue is asked for nothing that it forbids', async () => {
        await under(
          {
            disableReveal: true,
            disableHttp: true,
            disableAlwaysPrompt: true,
            lockIdleMinutesMax: 3,
            lockCapHoursMax: 2,
          },
          ['disableReveal', 'disableHttp', 'disableAlwaysPrompt', 'lockIdleMinutesMax'],
        );
        const before = valuesAsked();
        expect(await reveal('reveal')).toEqual(forbidden('disableReveal'));
        expect(await launch(device)).toEqual(forbidden('disableHttp'));
        expect(await launch(prompting)).toEqual(forbidden('disableAlwaysPrompt'));
        expect(await desk.tryAsk('credentials.list', { entryId: prompting.credentialId, refresh: true })).toEqual(
          forbidden('disableAlwaysPrompt'),
        );
        expect(valuesAsked()).toBe(before);
        expect(await reveal('copy')).toMatchObject({ ok: true });
        expect(await desk.ask('settings.get', {})).toEqual({ idleMinutes: 3, capHours: 2 });
        const { lockAt } = await desk.ask('vault.status', {});
        expect((lockAt ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThanOrEqual(3 * 60_000);
      });

      it('is shown as set by the administrator', async () => {
        const page = person(await desk.browser.openExtensionPage(`${optionsPath}#/settings`));
        await page.sees('Set by your administrator.');
        await page.sees('No sessions over plain http');
        await page.sees('1 to 3 minutes. Set by your administrator.');
      });

      it('keeps to allowed organizations and to the region', async () => {
        await under({ allowedOrganizations: ['1'], region: 'us' }, ['allowedOrganizations', 'region']);
        const before = valuesAsked();
        expect(await reveal('reveal')).toEqual(forbidden('allowedOrganizations'));
        expect(await launch(portal)).toEqual(forbidden('allowedOrganizations'));
        const set = { apiKeyId: null, name: 'Other', region: 'eu', key: demoKeys.full, save: 'anyway' } as const;
        expect(await desk.tryAsk('apiKey.set', set)).toEqual(forbidden('region'));
        const [key] = await desk.ask('apiKey.list', {});
        if (key === undefined) throw new Error('no API key');
        const listed = await desk.ask('organizations.list', { entryId: null, apiKeyId: key.id, refresh: true });
        expect(listed.rows.filter(({ id }) => id !== '1')).toEqual([]);
        expect(valuesAsked()).toBe(before);
      });

      it('of the wrong type is never read as everything allowed', async () => {
        await under({ requiredKeys: ['disableReveal', 'disableCopy'], disableReveal: 'no', disableCopy: false }, [
          'requiredKeys',
          'disableReveal',
        ]);
        expect((await desk.ask('policy.get', {})).unreadable).toContain('disableReveal');
        expect(await reveal('reveal')).toEqual(forbidden('disableReveal'));
        expect(await reveal('copy')).toMatchObject({ ok: true });
      });
    },
  );
}
