import { demoTechnicianPassphrase } from '../../src/demo/demo-credentials.ts';
import { openPolicy } from '../../src/domain/policy.ts';
import { sessionAddresses } from '../../src/domain/session-addresses.ts';
import type { Desk } from './desk.ts';

const { disableAlwaysPrompt, disableReveal, disableCopy, disableHttp } = openPolicy;
const policy = {
  disableAlwaysPrompt,
  disableReveal,
  disableCopy,
  disableHttp,
  lockIdleMinutesMax: 15,
  lockCapHoursMax: 12,
};

/** In place of an administrator's vault a technician's, of a pack with all its entries; their addresses are confirmed. */
export async function becomePackVault({ ask }: Pick<Desk, 'ask'>): Promise<void> {
  const entryIds = (await ask('entries.list', {})).entries.map(({ id }) => id);
  const made = await ask('pack.export', { packId: null, name: 'Night shift', entryIds, days: 90, policy });
  await ask('vault.erase', { confirm: 'erase' });
  const { text, code, series } = made;
  await ask('pack.accept', { text, code, version: series.version, passphrase: demoTechnicianPassphrase });
  for (const entry of (await ask('entries.list', {})).entries)
    if (entry.kind !== 'credential')
      await ask('sessionEntry.confirmOrigins', {
        entryId: entry.id,
        origins: sessionAddresses(entry),
        otherAddress: true,
      });
}
