import type { ConnectionStep, ConnectionReport as Report, StepVerdict } from '../domain/connection.ts';
import { connectionSteps } from '../domain/connection.ts';

const names: Readonly<Record<ConnectionStep, string>> = {
  reachable: 'IT Glue reachable',
  keyAccepted: 'API key accepted',
  metadata: 'Organizations and password names readable',
  passwordValues: 'Password values readable (Password Access)',
};

const words: Readonly<Record<StepVerdict, string>> = { yes: 'Yes', no: 'No', unknown: 'Not tried' };

/** What a connection test saw, step by step, and why the first no is one. */
export function ConnectionReport({ report }: { readonly report: Report }) {
  return (
    <div class="report">
      <ul class="report-steps" aria-label="Connection report">
        {connectionSteps.map((step) => (
          <li key={step} data-verdict={report.steps[step]}>
            <span class="report-mark" aria-hidden="true" />
            <span class="report-step">{names[step]}</span>
            <span class="report-verdict">{words[report.steps[step]]}</span>
          </li>
        ))}
      </ul>
      {report.organizations !== null && (
        <p class="hint">
          This key sees {report.organizations.toLocaleString()} organization{report.organizations === 1 ? '' : 's'}.
        </p>
      )}
    </div>
  );
}
