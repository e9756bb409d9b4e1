import { useState } from 'preact/hooks';
import { fillOrigins } from '../domain/entry.ts';
import type { SessionEntryView } from '../messaging/contract.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { patternsOfOrigins, requestAccess } from './site-access.ts';

interface MissingHttpAuthProps {
  readonly session: SessionEntryView;
  readonly onAllowed: () => void;
}

function AfterRestart() {
  return (
    <Banner kind="warning">
      <p>
        <strong>Sign-in dialogs are answered once this browser has been started anew.</strong> It passes them on only to
        extensions that had the permission from its start. Until then its own dialog appears.
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
    const asked = requestAccess(patternsOfOrigins(fillOrigins(session)), true);
    void asked.then((granted) => {
      setRefused(!granted);
      if (granted) onAllowed();
    });
  };
  return (
    <Banner kind="warning">
      <p>
        <strong>The browser’s sign-in dialog is not answered</strong>, because the browser has not granted the
        permission for it, or it was withdrawn. Its own dialog appears.
      </p>
      <Button onClick={allow}>Allow answering</Button>
      <p class="hint" aria-live="polite">
        {refused && 'The browser did not allow it. You can try again, or ask whoever manages this browser.'}
      </p>
    </Banner>
  );
}
