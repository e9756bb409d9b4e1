import { useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { Button } from './button.tsx';
import { patternsOfOrigins, requestSites } from './site-access.ts';

interface AllowSitesProps {
  readonly origins: readonly string[];
  readonly onAllowed: () => void;
}

/** Asks the browser for access to sites at a click, and says where it was refused. Not for the popup: the prompt would close it or hide under it. */
export function AllowSites({ origins, onAllowed }: AllowSitesProps) {
  const [refused, setRefused] = useState(false);
  const allow = (): void => {
    // Nothing may be awaited before this: the browser grants it to the click alone.
    const asked = requestSites(patternsOfOrigins(origins));
    void asked.then((granted) => {
      setRefused(!granted);
      if (granted) onAllowed();
    });
  };
  return (
    <>
      <Button onClick={allow}>{text('uiAllowAccess')}</Button>
      <p class="hint" aria-live="polite">
        {refused && text('uiBrowserDidNotAllowYou')}
      </p>
    </>
  );
}
