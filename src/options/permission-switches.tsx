import type { Right } from '../domain/failure.ts';
import type { Permissions } from '../domain/permission.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { setByAdministrator } from '../ui/policy-text.ts';
import { rightText } from '../ui/right-text.ts';
import { SwitchField } from '../ui/switch-field.tsx';
import { useVault } from './vault-context.ts';

interface PermissionSwitchesProps {
  readonly permissions: Permissions;
  readonly onChange: (permissions: Permissions) => void;
  readonly disabled: boolean;
}

const rights: readonly { readonly right: Right; readonly meaning: TextKey }[] = [
  { right: 'view', meaning: 'optionsTechnicianSeesEntryMayLaunch' },
  { right: 'viewPassword', meaning: 'optionsPasswordMayBeRevealedCopied' },
  {
    right: 'edit',
    meaning: 'optionsTechnicianMayChangeDeleteRelink',
  },
];

/** RDM's three rights. Without View the other two mean nothing, so they wait for it. */
export function PermissionSwitches({ permissions, onChange, disabled }: PermissionSwitchesProps) {
  const { disableReveal, disableCopy } = useVault().managed.policy;
  const held = (right: Right): boolean => right === 'viewPassword' && disableReveal && disableCopy;
  return (
    <fieldset class="permissions">
      <legend>{text('optionsPermissions')}</legend>
      <p class="hint">{text('optionsWhatWhoeverUnlocksTechnicianPassphrase')}</p>
      {rights.map(({ right, meaning }) => (
        <SwitchField
          key={right}
          label={rightText(right)}
          hint={sentences(text(meaning), held(right) ? setByAdministrator() : null)}
          checked={permissions[right] && !held(right)}
          onChange={(on) => onChange({ ...permissions, [right]: on })}
          disabled={disabled || held(right) || (right === 'edit' && !permissions.view)}
        />
      ))}
    </fieldset>
  );
}
