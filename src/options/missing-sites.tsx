import { useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { OriginList } from './origin-list.tsx';
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
        <Sentence
          of="optionsBrowserAsksYouOnceEach"
          parts={[
            <strong key="what">{text('optionsLaunchingWillNotBeAble')}</strong>,
            <OriginList key="origins" origins={origins} />,
          ]}
        />
      </p>
      <Button onClick={allow}>{text('optionsAllowAccess')}</Button>
      <p class="hint" aria-live="polite">
        {refused && text('optionsBrowserDidNotAllowYou')}
      </p>
    </Banner>
  );
}
