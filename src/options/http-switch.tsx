import { isPrivateOrigin } from '../domain/host.ts';
import type { HostOwner } from '../domain/host-template.ts';
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
        <strong>This site is on the internet.</strong> Over plain http everybody on the way (any Wi-Fi, any provider)
        can read the password and can change the page that it is filled into. Allow this only if there is no other way.
      </Banner>
    );
  return (
    <Banner kind="warning">
      Over plain http anybody in the same network can read the password and change the page. Prefer https, where the
      device offers it.
    </Banner>
  );
}

/** Offered once something typed begins with http://, and shown for as long as it is on. */
export function HttpSwitch({ draft, owner, onChange, disabled }: HttpSwitchProps) {
  const { disableHttp } = useVault().managed.policy;
  if (!meansHttp(draft) && !draft.allowHttp) return null;
  return (
    <div class="http" data-field="allowHttp">
      <SwitchField
        label="Allow plain http"
        hint={`For devices in your own network that have no https.${disableHttp ? ` ${setByAdministrator}` : ''}`}
        checked={draft.allowHttp}
        onChange={onChange}
        disabled={disabled || (disableHttp && !draft.allowHttp)}
      />
      {draft.allowHttp && <HttpWarning draft={draft} owner={owner} />}
    </div>
  );
}
