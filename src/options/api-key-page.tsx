import { useState } from 'preact/hooks';
import type { ApiKeySummary } from '../domain/api-key.ts';
import type { ConnectionReport as Report } from '../domain/connection.ts';
import type { Failure } from '../domain/failure.ts';
import { gateway } from '../domain/gateway.ts';
import type { ApiKeyId } from '../domain/ids.ts';
import { dayText } from '../texts/day-text.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ageText } from './age-text.ts';
import { ApiKeyForm } from './api-key-form.tsx';
import { ConnectionReport } from './connection-report.tsx';
import { DeleteApiKey } from './delete-api-key.tsx';
import { FailureNote } from './failure-note.tsx';
import { IndexSection } from './index-section.tsx';
import { KeyAge } from './key-age.tsx';
import { KeyHealthSection } from './key-health-section.tsx';
import { savedKeyNotice } from './key-notice.ts';
import { PageHeading } from './page-heading.tsx';
import { placeOf } from './region-text.ts';
import { hrefOf } from './route.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

function KeyFacts({ apiKey }: { readonly apiKey: ApiKeySummary }) {
  const { region, addedAt, replacedAt, lastSuccessAt } = apiKey;
  return (
    <dl class="facts">
      <dt>{gateway === null ? text('optionsRegion') : text('optionsGateway')}</dt>
      <dd>{placeOf(region)}</dd>
      <dt>{text('optionsAdded')}</dt>
      <dd>{dayText(addedAt)}</dd>
      <dt>{text('optionsReplaced')}</dt>
      <dd>{replacedAt === null ? text('optionsNever') : dayText(replacedAt)}</dd>
      <dt>{text('optionsLastSuccess')}</dt>
      <dd>
        {lastSuccessAt === null ? text('optionsNotUsedYet') : ageText(lastSuccessAt, Date.now())}{' '}
        <KeyAge apiKey={apiKey} />
      </dd>
    </dl>
  );
}

function TestKey({ id, onTested }: { readonly id: ApiKeyId; readonly onTested: () => void }) {
  const { ask } = useVault();
  const [waiting, setWaiting] = useState(false);
  const [report, setReport] = useState<Report | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const test = async (): Promise<void> => {
    setWaiting(true);
    const answer = await ask('apiKey.test', { apiKeyId: id });
    setWaiting(false);
    setReport(answer.ok ? answer.value : null);
    setFailure(answer.ok ? answer.value.failure : answer.failure);
    onTested();
  };
  return (
    <>
      <div class="actions">
        <Button onClick={() => void test()} busy={waiting}>
          {text('optionsTestConnection')}
        </Button>
      </div>
      <div aria-live="polite">
        {report !== null && <ConnectionReport report={report} />}
        <FailureNote failure={failure} />
      </div>
    </>
  );
}

interface KeySectionsProps {
  readonly apiKey: ApiKeySummary;
  readonly reload: () => void;
}

function KeySections({ apiKey, reload }: KeySectionsProps) {
  const { administrator, go } = useVault();
  const [tests, setTests] = useState(0);
  const tested = (): void => {
    setTests(tests + 1);
    reload();
  };
  return (
    <>
      <section class="card">
        <KeyFacts apiKey={apiKey} />
        {administrator && <TestKey id={apiKey.id} onTested={tested} />}
      </section>
      {administrator && (
        <>
          <KeyHealthSection apiKey={apiKey} tests={tests} />
          <IndexSection apiKeyId={apiKey.id} />
          <section class="card" aria-labelledby="primary-domains">
            <h2 id="primary-domains">{text('optionsPrimaryDomains')}</h2>
            <p class="lead">
              {text('optionsPrimaryDomainsLead', '{organization.primaryDomain}')}{' '}
              <a href={hrefOf({ page: 'key-domains', id: apiKey.id, organizationId: null })}>
                {text('optionsPrimaryDomainsOpen')}
              </a>
            </p>
          </section>
          <section aria-labelledby="replace-key">
            <h2 id="replace-key">{text('optionsReplaceKey')}</h2>
            <p class="lead">
              {text('optionsAllEntriesUseKeyGo')}{' '}
              <a href={hrefOf({ page: 'key-check', id: apiKey.id })}>{text('optionsCheckLink')}</a>
            </p>
            <ApiKeyForm
              replaces={apiKey}
              onSaved={(saved, report) => {
                go(hrefOf({ page: 'key-check', id: saved.id }), savedKeyNotice(saved, report, true));
              }}
            />
          </section>
          <DeleteApiKey apiKey={apiKey} />
        </>
      )}
    </>
  );
}

/** One saved API key: its facts, a test, rotation and deletion. */
export function ApiKeyPage({ id }: { readonly id: ApiKeyId }) {
  const { ask } = useVault();
  const { value, failure, waiting, reload } = useLoaded('keys', () => ask('apiKey.list', {}));
  const apiKey = value?.find((key) => key.id === id);
  return (
    <>
      <PageHeading title={apiKey === undefined ? text('optionsApiKey') : text('optionsApiKeyNamed', apiKey.name)} />
      <FailureNote failure={failure} onRetry={reload} />
      {value === null && waiting && <p class="waiting">{text('optionsReadingTheVault')}</p>}
      {value !== null && apiKey === undefined && (
        <Banner kind="info">
          {text('optionsApiKeyNoLongerSaved')} <a href="#/keys">{text('optionsBackApiKeys')}</a>
        </Banner>
      )}
      {apiKey !== undefined && <KeySections apiKey={apiKey} reload={reload} />}
    </>
  );
}
