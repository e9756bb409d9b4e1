import { plural } from '../texts/plural.ts';
import { AllowSites } from '../ui/allow-sites.tsx';
import { Banner } from '../ui/banner.tsx';
import { inPanel } from './panel.ts';
import { usePopup } from './popup-context.ts';

/**
 * Beside a page without site access nothing is known of it, not even its address: no click on the toolbar button has
 * shown it to us. It can only be a page of a session whose sites are not allowed yet, and those are asked for at once.
 */
export function PanelAccess() {
  const { entries, front, reload } = usePopup();
  if (!inPanel() || front.origin !== null) return null;
  const missing = entries.flatMap((entry) => (entry.kind === 'session' ? entry.missingSites : []));
  const origins = [...new Set(missing)];
  if (origins.length === 0) return null;
  return (
    <Banner kind="info">
      <p>{plural('popupSitesNotAllowed', origins.length)}</p>
      <AllowSites origins={origins} onAllowed={reload} />
    </Banner>
  );
}
