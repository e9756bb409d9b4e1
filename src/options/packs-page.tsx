import type { PackSeries } from '../domain/pack.ts';
import { countText } from '../texts/count-text.ts';
import { dayText } from '../texts/day-text.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { useAdministratorsText } from './administrators-text.ts';
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
          {plural(
            ended ? 'optionsPackEnded' : 'optionsPackGoodUntil',
            entryIds.length,
            countText(version),
            dayText(expiresAt),
          )}
        </span>
      </div>
      <div class="entry-badges">{ended && <span class="badge badge-care">{text('optionsEnded')}</span>}</div>
      <div class="entry-actions">
        <Button onClick={onRenew} label={text('optionsMakeNewerVersion', name)}>
          {text('optionsRenew')}
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
  const known = [packs, list].every(({ value, failure }) => value !== null || failure !== null);
  // Drawn at once: entries that came later would push the button away from under the pointer.
  if (!known) return <p class="waiting">{text('optionsReadingTheVault')}</p>;
  return (
    <>
      <FailureNote failure={packs.failure ?? list.failure} onRetry={packs.reload} />
      {packs.value !== null && packs.value.length > 0 && (
        <section class="entry-table" aria-label={text('optionsPacks')}>
          <h2>
            {text('optionsHandedOut')} <span class="count">{countText(packs.value.length)}</span>
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
  const whose = useAdministratorsText('optionsUnlockAsAdministrator');
  return (
    <>
      <PageHeading title={text('optionsPacks')} />
      <p class="lead">{text('optionsPackSignedSealedFileChosen')}</p>
      {!administrator && <Banner kind="info">{sentences(text('optionsPacksAreMadeByAdministrators'), whose)}</Banner>}
      {administrator && managed.policy.disableExport && (
        <Banner kind="info">{sentences(setByAdministrator(), text('optionsNoExportSoNoPacks'))}</Banner>
      )}
      {administrator && !managed.policy.disableExport && <Making />}
    </>
  );
}
