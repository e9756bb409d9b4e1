import { text } from '../texts/text.ts';
/** What the permissions can and cannot do; stands beside the switches, so that nobody relies on more. */
export function PermissionLimits() {
  return (
    <details class="limits" open>
      <summary>{text('optionsWhatThesePermissionsCanDo')}</summary>
      <p>{text('optionsApiKeyOnDeviceWhoever')}</p>
      <p>{text('optionsWhatDoesEnforceThemGateway')}</p>
      <p>{text('optionsGuessesAtPassphraseAreSlowed')}</p>
    </details>
  );
}
