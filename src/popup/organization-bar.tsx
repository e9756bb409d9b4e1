import { clientOf, type TabClient } from '../domain/tab-client.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { ShownText } from '../ui/shown-text.tsx';
import type { ChoiceRow } from './home-rows.ts';
import { usePopup } from './popup-context.ts';

const mostOffers = 3;

/** Whose a row is; null: nobody's, or everybody's. */
function organizationOf(row: ChoiceRow): TabClient | null {
  if (row.kind === 'hit') return clientOf(row.hit.summary);
  const credential = row.kind === 'credential' ? row.entry : row.credential;
  return credential === null || credential.organizationId === null ? null : clientOf(credential);
}

/** The organizations of the first of these rows, each once. */
export function offeredPins(rows: readonly ChoiceRow[], pinned: TabClient | null): readonly TabClient[] {
  const offers = new Map<string, TabClient>();
  for (const row of rows) {
    if (offers.size === mostOffers) break;
    const client = organizationOf(row);
    if (client !== null && client.organizationName !== '' && client.organizationId !== pinned?.organizationId)
      if (!offers.has(client.organizationId)) offers.set(client.organizationId, client);
  }
  return [...offers.values()];
}

function PinChip({ pinned, onUnpin }: { readonly pinned: TabClient; readonly onUnpin: () => void }) {
  const { organizationName } = pinned;
  return (
    <span class="chip">
      <ShownText text={text('popupPinned', organizationName)} />
      <Button kind="quiet" onClick={onUnpin} label={text('popupUnpin', organizationName)}>
        <span aria-hidden="true">✕</span>
      </Button>
    </span>
  );
}

interface OrganizationBarProps {
  /** Rows whose organizations can be pinned, the one that Enter means first. */
  readonly rows: readonly ChoiceRow[];
}

/** The organization that this window is pinned to, and those that it can be pinned to. */
export function OrganizationBar({ rows }: OrganizationBarProps) {
  const { ask, front, reload } = usePopup();
  const { pinned, tabId, workingFor } = front;
  if (tabId === null) return null;
  const pin = async (organization: TabClient | null): Promise<void> => {
    const answer = await ask('organization.pin', { tabId, organization });
    if (answer.ok) reload();
  };
  const offers = offeredPins(rows, pinned);
  // Its line stays: were it to come with the row that is pointed at, that row would move away from under the pointer.
  if (pinned === null && offers.length === 0) return <div class="organization-bar" />;
  const elsewhere = pinned !== null && workingFor?.by === 'tab' && workingFor.organizationId !== pinned.organizationId;
  return (
    <section class="organization-bar" aria-label={text('popupOrganizationOfThisWindow')}>
      {pinned !== null && <PinChip pinned={pinned} onUnpin={() => void pin(null)} />}
      {elsewhere && (
        <span class="hint">
          <Sentence
            of="popupThisTabWorksFor"
            parts={[<ShownText key="organization" text={workingFor.organizationName} />]}
          />
        </span>
      )}
      {offers.map((offer) => (
        <Button
          key={offer.organizationId}
          kind="quiet"
          onClick={() => void pin(offer)}
          label={text('popupPinForThisWindow', offer.organizationName)}
        >
          <span class="pin-word">{text('popupPinWord')}</span> <ShownText text={offer.organizationName} />
        </Button>
      ))}
    </section>
  );
}
