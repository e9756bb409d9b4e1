import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { BackupSection } from './backup-section.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { ContainersCard } from './containers-card.tsx';
import { LockSettingsForm } from './lock-settings-form.tsx';
import { PackCard } from './pack-card.tsx';
import { PageHeading } from './page-heading.tsx';
import { PolicyCard } from './policy-card.tsx';
import { TechnicianPassphrase } from './technician-passphrase.tsx';
import { useVault } from './vault-context.ts';

/** Locking and passphrases. A technician changes the own passphrase, and sees the rest. */
export function SettingsPage() {
  const { administrator } = useVault();
  return (
    <>
      <PageHeading title={text('optionsSettings')} />
      {!administrator && <Banner kind="info">{text('optionsYouUnlockedTechnicianPassphraseYou')}</Banner>}
      <PackCard />
      <PolicyCard />
      <LockSettingsForm />
      <ChangePassphrase />
      <ContainersCard />
      {administrator && <TechnicianPassphrase />}
      {administrator && <BackupSection />}
    </>
  );
}
