import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Failure } from '../domain/failure.ts';
import type { FormExplanation } from '../domain/form-explanation.ts';
import type { SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { explainedOutcome, explanationLines, seenFieldText, seenFormText } from '../ui/explanation-text.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { ShownParts } from '../ui/shown-text.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { ChosenFields } from './chosen-fields.tsx';
import { EndBanner } from './notices.tsx';
import { usePopup } from './popup-context.ts';
import { writeClipboard } from './use-password.ts';
import { ViewHeading } from './view-heading.tsx';

interface PageViewProps {
  readonly session: SessionEntryView;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onBack: () => void;
}

interface Explained {
  readonly explanation: FormExplanation | null;
  readonly failure: Failure | null;
}

/** What a fill sees of the page, asked once for each look. */
function useExplanation(session: SessionEntryView): Explained {
  const { ask, front } = usePopup();
  const [explained, setExplained] = useState<Explained>({ explanation: null, failure: null });
  const { tabId } = front;
  useEffect(() => {
    let here = true;
    const look = async (): Promise<void> => {
      if (tabId === null) return setExplained({ explanation: null, failure: { code: 'no-page' } });
      const answer = await ask('page.explain', { entryId: session.id, tabId });
      if (!here) return;
      setExplained(
        answer.ok ? { explanation: answer.value, failure: null } : { explanation: null, failure: answer.failure },
      );
    };
    void look();
    return () => {
      here = false;
    };
  }, [ask, tabId, session.id, session.rev]);
  return explained;
}

function CopyReport({ explanation }: { readonly explanation: FormExplanation }) {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const done = await writeClipboard(explanationLines(explanation, browser.runtime.getManifest().version));
    setSaid(done ? text('popupCopiedNoTextPageNothing') : text('popupBrowserDidNotLetBe'));
  };
  return (
    <div class="fact">
      <span class="fact-value hint" role="status">
        {said}
      </span>
      <Button onClick={() => void copy()}>{text('popupCopyThisReport')}</Button>
    </div>
  );
}

function Report({ explanation }: { readonly explanation: FormExplanation }) {
  return (
    <>
      <EndBanner end={explainedOutcome(explanation)} entryName="" />
      {explanation.forms.map((form, at) => (
        <section class="seen" key={at}>
          <h2>{seenFormText(form)}</h2>
          <ul>
            {form.fields.map((field, index) => (
              <li key={index}>{seenFieldText(field)}</li>
            ))}
          </ul>
        </section>
      ))}
      <CopyReport explanation={explanation} />
    </>
  );
}

/** “Why was nothing filled?”: what a fill of this session sees of the page in front, and fields chosen by hand. */
export function PageView({ session, typed, onTyped, onBack }: PageViewProps) {
  const { explanation, failure } = useExplanation(session);
  return (
    <>
      <ViewHeading title={text('popupWhatSeenPage')} onBack={onBack}>
        <ShownParts parts={[session.name]} />
      </ViewHeading>
      <div class="page-view">
        {failure !== null && <FailureBanner failure={failure} />}
        {failure === null && explanation === null && <Spinner text={text('popupLookingAtThePage')} />}
        {explanation !== null && <Report explanation={explanation} />}
        <ChosenFields session={session} typed={typed} onTyped={onTyped} />
      </div>
    </>
  );
}
