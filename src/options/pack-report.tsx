import { useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { PasswordsGotReport } from './passwords-got-report.tsx';
import { useVault } from './vault-context.ts';

const thenText = (count: number): string =>
  text(count > 0 ? 'optionsWhenTechnicianLeavesChange' : 'optionsWhenTechnicianLeavesReplace');

/**
 * What was got with the vault of a pack, which has no administrator to ask: for whoever is given the device back. It is
 * read when it is opened, and lies open where the pack has ended; nothing in a vault without one.
 */
export function PackReport() {
  const { pack } = useVault().managed;
  const [opened, setOpened] = useState(pack?.ended ?? false);
  if (pack === null) return null;
  return (
    <section class="card">
      <details open={opened} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
        <summary>{text('optionsWhatWasGotOnDevice')}</summary>
        {opened && <PasswordsGotReport then={thenText} />}
      </details>
    </section>
  );
}
