import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { PasswordsGotReport } from './passwords-got-report.tsx';

const thenText = (count: number): string =>
  sentences(
    text('optionsRemovingPassphraseTakesNoneBack'),
    text(count > 0 ? 'optionsChangeThosePasswordsReplaceApi' : 'optionsReplaceApiKeyGlueWhoever'),
  );

/**
 * What technicians got of late, for whoever is about to take their passphrase away: it takes nothing back. Its room is the
 * same before it was read and after: the buttons below stay where they are.
 */
export const TechnicianReport = () => (
  <div class="technician-room">
    <PasswordsGotReport then={thenText} />
  </div>
);
