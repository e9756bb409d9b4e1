import { isPrivateOrigin } from '../domain/host.ts';
import type { HostOwner } from '../domain/host-template.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { SwitchField } from '../ui/switch-field.tsx';
import { hostsOf, meansHttp, type SessionDraft } from './session-draft.ts';
import { useVault } from './vault-context.ts';

interface HttpSwitchProps {
  readonly draft: SessionDraft;
  readonly owner: HostOwner;
  readonly onChange: (allowHttp: boolean) => void;
  readonly disabled: boolean;
}

function HttpWarning({ draft, owner }: Pick<HttpSwitchProps, 'draft' | 'owner'>) {
  const open = hostsOf(draft, owner).some(
    (host) => host.ok && host.value.shown.startsWith('http:') && !isPrivateOrigin(host.value.shown),
  );
  if (open)
    return (
      <Banner kind="error">
        <strong>{text('optionsSiteOnInternet')}</strong> {text('optionsOverPlainHttpEverybodyOn')}
      </Banner>
    );
  return <Banner kind="warning">{text('optionsOverPlainHttpAnybodySame')}</Banner>;
}

/** Offered once something typed begins with http://, and shown for as long as it is on. */
export function HttpSwitch({ draft, owner, onChange, disabled }: HttpSwitchProps) {
  const { disableHttp } = useVault().managed.policy;
  if (!meansHttp(draft) && !draft.allowHttp) return null;
  return (
    <div class="http" data-field="allowHttp">
      <SwitchField
        label={text('optionsAllowPlainHttp')}
        hint={sentences(text('optionsDevicesYourOwnNetworkHave'), disableHttp ? setByAdministrator() : null)}
        checked={draft.allowHttp}
        onChange={onChange}
        disabled={disabled || (disableHttp && !draft.allowHttp)}
      />
      {draft.allowHttp && <HttpWarning draft={draft} owner={owner} />}
    </div>
  );
}
