import { useState } from 'preact/hooks';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { patternsOfOrigins, requestSites } from './site-access.ts';

interface MissingSitesProps {
  readonly origins: readonly string[];
  readonly onAllowed: () => void;
}

/** Says that launching cannot fill yet, and asks the browser again at a click. */
export function MissingSites({ origins, onAllowed }: MissingSitesProps) {
  const [refused, setRefused] = useState(false);
  if (origins.length === 0) return null;
  const allow = (): void => {
    // Nothing may be awaited before this: the browser grants it to the click alone.
    const asked = requestSites(patternsOfOrigins(origins));
    void asked.then((granted) => {
      setRefused(!granted);
      if (granted) onAllowed();
    });
  };
  return (
    <Banner kind="warning">
      <p>
        <strong>Launching will not be able to fill until access is allowed</strong> for{' '}
        {origins.map((origin, index) => (
          <span key={origin}>
            {index > 0 && ', '}
            <code>{origin}</code>
          </span>
        ))}
        . The browser asks you once for each site.
      </p>
      <Button onClick={allow}>Allow access</Button>
      <p class="hint" aria-live="polite">
        {refused && 'The browser did not allow it. You can try again, or ask whoever manages this browser.'}
      </p>
    </Banner>
  );
}
