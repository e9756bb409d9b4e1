import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { BackupSection } from './backup-section.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { ContainersCard } from './containers-card.tsx';
import { LockSettingsForm } from './lock-settings-form.tsx';
import { PackCard } from './pack-card.tsx';
import { PackReport } from './pack-report.tsx';
import { PageHeading } from './page-heading.tsx';
import { PolicyCard } from './policy-card.tsx';
import { TechnicianPassphrase } from './technician-passphrase.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

/** Why a technician finds little to change here. */
function WhoseSettings() {
  const { administrator, ofPack } = useVault();
  if (administrator) return null;
  const why = ofPack ? 'optionsVaultOfPackSettings' : 'optionsYouUnlockedTechnicianPassphraseYou';
  return <Banner kind="info">{text(why)}</Banner>;
}

/**
 * Locking and passphrases. A technician changes the own passphrase, and sees the rest. All of it is drawn at once, and
 * what grows by itself stands last: nothing moves under the pointer.
 */
export function SettingsPage() {
  const { ask, administrator } = useVault();
  const locking = useLoaded('settings', () => ask('settings.get', {}));
  const known = locking.value !== null || locking.failure !== null;
  return (
    <>
      <PageHeading title={text('optionsSettings')} />
      {!known && <p class="waiting">{text('optionsReadingTheVault')}</p>}
      {known && (
        <>
          <WhoseSettings />
          <PackCard />
          <PolicyCard />
          <LockSettingsForm saved={locking.value} failure={locking.failure} onRetry={locking.reload} />
          <ChangePassphrase />
          <ContainersCard />
          {administrator && <TechnicianPassphrase />}
          {administrator && <BackupSection />}
          <PackReport />
        </>
      )}
    </>
  );
}
