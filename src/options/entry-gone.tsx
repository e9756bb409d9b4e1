import { Banner } from '../ui/banner.tsx';

/** An entry that was deleted, or that this role may not see. */
export function EntryGone() {
  return (
    <Banner kind="info">
      This entry is not here any more. It may have been deleted in another window: deleted entries can be restored at
      the end of the list. <a href="#/">Back to the entries</a>
    </Banner>
  );
}
