import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';

/** An entry that was deleted, or that this role may not see. */
export function EntryGone() {
  return (
    <Banner kind="info">
      {text('optionsEntryNotHereAnyMore')} <a href="#/">{text('optionsBackToTheEntries')}</a>
    </Banner>
  );
}
