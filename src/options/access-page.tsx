import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Failure } from '../domain/failure.ts';
import type { EntryId, PasswordId } from '../domain/ids.ts';
import type { SessionAddress } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { ShownText } from '../ui/shown-text.tsx';
import { patternsOfOrigins, requestSites } from '../ui/site-access.ts';
import { FailureNote } from './failure-note.tsx';
import { OriginList } from './origin-list.tsx';
import { PageHeading } from './page-heading.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

interface AccessPageProps {
  readonly sessionId: EntryId;
  readonly passwordId: PasswordId | null;
}

/** This tab was opened for the one question. */
async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

interface QuestionProps extends AccessPageProps {
  readonly address: SessionAddress;
}

function Question({ address, sessionId, passwordId }: QuestionProps) {
  const { ask } = useVault();
  const [refused, setRefused] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { missingSites, organizationName, startUrl } = address;
  const launch = async (asked: Promise<boolean>): Promise<void> => {
    const granted = await asked;
    setRefused(!granted);
    if (!granted) return;
    const answer = await ask('session.launch', { entryId: sessionId, passwordId });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) await closeThisTab();
  };
  return (
    <div class="card form">
      <p>
        <Sentence
          of="optionsForThisSessionOpens"
          parts={[
            <ShownText key="organization" text={organizationName} />,
            <code key="address" dir="ltr">
              {startUrl}
            </code>,
          ]}
        />
      </p>
      {missingSites.length > 0 && (
        <p>
          <Sentence
            of="optionsBrowserAsksOnceAccessWithout"
            parts={[<OriginList key="origins" origins={missingSites} />]}
          />
        </p>
      )}
      <FailureNote failure={failure} />
      {/* Nothing may be awaited before the question: the browser grants it to the click alone. */}
      <div>
        <Button kind="primary" onClick={() => void launch(requestSites(patternsOfOrigins(missingSites)))}>
          {missingSites.length > 0 ? text('optionsAllowAccessAndLaunch') : text('optionsLaunch')}
        </Button>
      </div>
      <p class="hint" aria-live="polite">
        {refused && text('uiBrowserDidNotAllowYou')}
      </p>
    </div>
  );
}

/** Asks the browser for the sites of a launch, which a popup cannot: its prompt would close it or hide under it. */
export function AccessPage({ sessionId, passwordId }: AccessPageProps) {
  const { ask } = useVault();
  const loaded = useLoaded(`${sessionId} ${passwordId}`, () =>
    ask('session.address', { entryId: sessionId, passwordId }),
  );
  return (
    <>
      <PageHeading title={text('optionsAccessToASite')} />
      <FailureNote failure={loaded.failure} onRetry={loaded.reload} />
      {loaded.value !== null && <Question address={loaded.value} sessionId={sessionId} passwordId={passwordId} />}
    </>
  );
}
