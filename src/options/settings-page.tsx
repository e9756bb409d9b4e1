import { Banner } from '../ui/banner.tsx';
import { BackupSection } from './backup-section.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
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
      <PageHeading title="Settings" />
      {!administrator && (
        <Banner kind="info">
          You unlocked with the technician passphrase: you can change that passphrase. The rest is the administrator’s.
        </Banner>
      )}
      <PackCard />
      <PolicyCard />
      <LockSettingsForm />
      <ChangePassphrase />
      {administrator && <TechnicianPassphrase />}
      {administrator && <BackupSection />}
    </>
  );
}
