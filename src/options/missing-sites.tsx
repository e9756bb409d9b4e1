import { text } from '../texts/text.ts';
import { AllowSites } from '../ui/allow-sites.tsx';
import { Banner } from '../ui/banner.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { OriginList } from './origin-list.tsx';

interface MissingSitesProps {
  readonly origins: readonly string[];
  readonly onAllowed: () => void;
}

/** Says that launching cannot fill yet, and asks the browser again at a click. */
export function MissingSites({ origins, onAllowed }: MissingSitesProps) {
  if (origins.length === 0) return null;
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
      <AllowSites origins={origins} onAllowed={onAllowed} />
    </Banner>
  );
}
