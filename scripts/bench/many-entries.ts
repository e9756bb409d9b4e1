import type { EntryId } from '../../src/domain/ids.ts';
import type { CredentialEntryInput, CredentialEntryView, ResponseOf } from '../../src/messaging/contract.ts';
import type { Desk } from '../../test/e2e/desk.ts';
import { progress } from './progress.ts';

const together = 25;
const permissions = { view: true, viewPassword: true, edit: true };

async function inBatches(count: number, what: string, save: (number: number) => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done += together) {
    progress(`${what}: ${done} of ${count}`);
    const batch = Array.from({ length: Math.min(together, count - done) }, (_, at) => save(done + at));
    await Promise.all(batch);
  }
}

const padded = (number: number): string => String(number).padStart(3, '0');

/** Saves one entry; each asks IT Glue for its record, and waits where the shared request budget says so. */
async function savedInTime(desk: Desk, entry: CredentialEntryInput): Promise<CredentialEntryView> {
  for (;;) {
    const answer = (await desk.tryAsk('credentialEntry.save', entry)) as ResponseOf<'credentialEntry.save'>;
    if (answer.ok) return answer.value;
    const { failure } = answer;
    if (failure.code !== 'rate-limited') throw new Error(`credentialEntry.save: ${failure.code}`);
    await new Promise((resolve) => setTimeout(resolve, failure.waitSeconds * 1000));
  }
}

async function saveCredentials(desk: Desk, count: number): Promise<readonly EntryId[]> {
  const [key] = await desk.ask('apiKey.list', {});
  if (key === undefined) throw new Error('There is no API key.');
  const organization = desk.fake.organization('Northwind Dental Group');
  const password = desk.fake.password(organization.name, 'Patient portal - front desk');
  const ids: EntryId[] = [];
  await inBatches(count, 'credential entries', async (number) => {
    const saved = await savedInTime(desk, {
      entryId: null,
      rev: null,
      name: `Client ${padded(number)} administrator`,
      apiKeyId: key.id,
      organizationId: String(organization.id) as never,
      selection: { mode: 'password', passwordId: String(password.id) as never },
      permissions,
    });
    ids.push(saved.id);
  });
  return ids;
}

/** Fills the vault by its own commands up to `total` entries, half of them credential entries and half sessions linked to them. */
export async function manyEntries(desk: Desk, total: number): Promise<void> {
  const { entries } = await desk.ask('entries.list', {});
  const half = total / 2;
  const have = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  const credentials = await saveCredentials(desk, half - have('credential'));
  await inBatches(half - have('session'), 'website sessions', (number) =>
    desk.ask('sessionEntry.save', {
      entryId: null,
      rev: null,
      name: `Portal ${padded(number)}`,
      host: `portal-${padded(number)}.clients.example`,
      signInHosts: [],
      credentialEntryId: credentials[number % credentials.length] ?? null,
      allowHttp: false,
      autoSubmit: false,
      sameOriginFrames: false,
      httpAuth: false,
    }),
  );
  await desk.browser.grantSiteAccess('https://*.clients.example/*');
  const now = await desk.ask('entries.list', {});
  if (now.entries.length !== total) throw new Error(`The vault has ${now.entries.length} entries, not ${total}.`);
}
