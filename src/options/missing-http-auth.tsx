import { useState } from 'preact/hooks';
import { fillOrigins } from '../domain/entry.ts';
import type { SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { patternsOfOrigins, requestAccess } from '../ui/site-access.ts';

interface MissingHttpAuthProps {
  readonly session: SessionEntryView;
  readonly onAllowed: () => void;
}

function AfterRestart() {
  return (
    <Banner kind="warning">
      <p>
        <strong>{text('optionsSignDialogsAreAnsweredOnce')}</strong> {text('optionsPassesThemOnOnlyExtensions')}
      </p>
    </Banner>
  );
}

/** Says that the browser's sign-in dialog cannot be answered yet or any more, and asks the browser again at a click. */
export function MissingHttpAuth({ session, onAllowed }: MissingHttpAuthProps) {
  const [refused, setRefused] = useState(false);
  if (session.missingHttpAuth === null) return null;
  if (session.missingHttpAuth === 'restart') return <AfterRestart />;
  const allow = (): void => {
    // Nothing may be awaited before this: the browser grants it to the click alone.
    const asked = requestAccess(patternsOfOrigins(fillOrigins(session)), {
      httpAuth: true,
      openIn: session.openIn ?? 'tab',
    });
    void asked.then((granted) => {
      setRefused(!granted);
      if (granted) onAllowed();
    });
  };
  return (
    <Banner kind="warning">
      <p>
        <Sentence
          of="optionsBecauseBrowserHasNotGranted"
          parts={[<strong key="what">{text('optionsBrowsersSignDialogNotAnswered')}</strong>]}
        />
      </p>
      <Button onClick={allow}>{text('optionsAllowAnswering')}</Button>
      <p class="hint" aria-live="polite">
        {refused && text('uiBrowserDidNotAllowYou')}
      </p>
    </Banner>
  );
}
