import type { ConnectionStep, ConnectionReport as Report, StepVerdict } from '../domain/connection.ts';
import { connectionSteps } from '../domain/connection.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

const names: Readonly<Record<ConnectionStep, TextKey>> = {
  reachable: 'optionsGlueReachable',
  keyAccepted: 'optionsApiKeyAccepted',
  metadata: 'optionsOrganizationsPasswordNamesReadable',
  passwordValues: 'optionsPasswordValuesReadablePasswordAccess',
};

const words: Readonly<Record<StepVerdict, TextKey>> = {
  yes: 'optionsYes',
  no: 'optionsNo',
  unknown: 'optionsNotTried',
};

/** What a connection test saw, step by step, and why the first no is one. */
export function ConnectionReport({ report }: { readonly report: Report }) {
  return (
    <div class="report">
      <ul class="report-steps" aria-label={text('optionsConnectionReport')}>
        {connectionSteps.map((step) => (
          <li key={step} data-verdict={report.steps[step]}>
            <span class="report-mark" aria-hidden="true" />
            <span class="report-step">{text(names[step])}</span>
            <span class="report-verdict">{text(words[report.steps[step]])}</span>
          </li>
        ))}
      </ul>
      {report.organizations !== null && (
        <p class="hint">{plural('optionsKeySeesOrganizations', report.organizations)}</p>
      )}
    </div>
  );
}
