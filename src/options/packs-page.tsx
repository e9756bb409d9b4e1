import type { PackSeries } from '../domain/pack.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { FailureNote } from './failure-note.tsx';
import { MadePackCard } from './made-pack.tsx';
import { renewalOf } from './pack-draft.ts';
import { PackForm } from './pack-form.tsx';
import { PageHeading } from './page-heading.tsx';
import { useLoaded } from './use-loaded.ts';
import { usePackForm } from './use-pack-form.ts';
import { useVault } from './vault-context.ts';

function Series({ series, onRenew }: { readonly series: PackSeries; readonly onRenew: () => void }) {
  const { name, version, expiresAt, entryIds } = series;
  const ended = Date.now() >= expiresAt;
  return (
    <li class="entry-row">
      <div class="entry-text">
        <bdi class="entry-name">{name}</bdi>
        <span class="entry-detail">
          Version {version}, {entryIds.length === 1 ? '1 entry' : `${entryIds.length} entries`} chosen,{' '}
          {ended ? 'ended' : 'good until'} {new Date(expiresAt).toLocaleDateString()}
        </span>
      </div>
      <div class="entry-badges">{ended && <span class="badge badge-care">Ended</span>}</div>
      <div class="entry-actions">
        <Button onClick={onRenew} label={`Make a newer version of ${name}`}>
          Renew
        </Button>
      </div>
    </li>
  );
}

function Making() {
  const { ask } = useVault();
  const packs = useLoaded('packs', () => ask('pack.list', {}));
  const list = useLoaded('entries', () => ask('entries.list', {}));
  const work = usePackForm(packs.reload);
  const entries = list.value?.entries ?? [];
  const live = entries.map(({ id }) => id);
  return (
    <>
      <FailureNote failure={packs.failure ?? list.failure} onRetry={packs.reload} />
      {packs.value !== null && packs.value.length > 0 && (
        <section class="entry-table" aria-label="Packs">
          <h2>
            Handed out <span class="count">{packs.value.length}</span>
          </h2>
          <ul class="rows">
            {packs.value.map((series) => (
              <Series key={series.packId} series={series} onRenew={() => work.begin(renewalOf(series, live))} />
            ))}
          </ul>
        </section>
      )}
      {work.made === null ? (
        <PackForm entries={entries} work={work} />
      ) : (
        <MadePackCard made={work.made} onDone={work.forget} />
      )}
    </>
  );
}

/** Packs: what an administrator hands to technicians with vaults of their own. */
export function PacksPage() {
  const { administrator, managed } = useVault();
  return (
    <>
      <PageHeading title="Packs" />
      <p class="lead">
        A pack is a signed and sealed file with chosen entries, their rights and the API key. A technician takes it with
        an activation code and gets a vault that nobody can change the entries of, good until the day you choose. To
        take a technician’s access back for certain, revoke the API key in IT Glue: give each technician a key of their
        own.
      </p>
      {!administrator && <Banner kind="info">Packs are made by administrators. Unlock with that passphrase.</Banner>}
      {administrator && managed.policy.disableExport && (
        <Banner kind="info">{setByAdministrator} No export, so no packs.</Banner>
      )}
      {administrator && !managed.policy.disableExport && <Making />}
    </>
  );
}
