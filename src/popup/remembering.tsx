import type { RememberedPassword } from '../domain/remembered-password.ts';
import { isSharedSite } from '../domain/shared-site.ts';
import type { SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { ShownText } from '../ui/shown-text.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { useUndo } from '../ui/use-undo.tsx';
import type { SessionAct } from './kept-view.ts';
import { usePopup } from './popup-context.ts';

interface RememberingProps {
  readonly session: SessionEntryView;
  /** null: another one for each organization. */
  readonly site: string | null;
  readonly act: SessionAct;
  readonly remembered: RememberedPassword | null;
  /** Whether the next choice is to be remembered. */
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

const sharedHint = (): string => text('popupManyClientsShareAddressList');

/** What is remembered for a site, with the way to forget it and back, and the switch that remembers the next choice. */
export function Remembering({ session, site, act, remembered, on, onChange }: RememberingProps) {
  const { ask, reload } = usePopup();
  const undo = useUndo(reload);
  const forget = ({ origin, organizationId, passwordId, passwordName }: RememberedPassword) =>
    undo.run({
      text: text('popupNoLongerRemembered', passwordName),
      act: () => ask('sessionEntry.forgetRemembered', { entryId: session.id, origin, organizationId }),
      undo: () => ask('sessionEntry.remember', { entryId: session.id, origin, passwordId }),
    });
  return (
    <div class="remembering">
      {undo.failure !== null && <FailureBanner failure={undo.failure} />}
      {undo.bar}
      {remembered !== null && (
        <span class="chip">
          <ShownText text={text('popupRememberedForThisSite', remembered.passwordName)} />
          <Button
            kind="quiet"
            onClick={() => void forget(remembered)}
            label={text('popupForgetForThisSite', remembered.passwordName)}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        </span>
      )}
      <SwitchField
        label={text('popupRememberForThisSite')}
        name="remember"
        checked={on}
        onChange={onChange}
        hint={act === 'fill' && site !== null && isSharedSite(site) ? sharedHint() : undefined}
      />
    </div>
  );
}
