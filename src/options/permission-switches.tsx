import type { Right } from '../domain/failure.ts';
import type { Permissions } from '../domain/permission.ts';
import { setByAdministrator } from '../ui/policy-text.ts';
import { SwitchField } from '../ui/switch-field.tsx';
import { useVault } from './vault-context.ts';

interface PermissionSwitchesProps {
  readonly permissions: Permissions;
  readonly onChange: (permissions: Permissions) => void;
  readonly disabled: boolean;
}

const rights: readonly { readonly right: Right; readonly text: string; readonly meaning: string }[] = [
  { right: 'view', text: 'View', meaning: 'A technician sees this entry and may launch the sessions linked to it.' },
  { right: 'viewPassword', text: 'View password', meaning: 'The password may be revealed and copied.' },
  {
    right: 'edit',
    text: 'Edit',
    meaning: 'A technician may change, delete and relink this entry, and so point it at another password.',
  },
];

/** RDM's three rights. Without View the other two mean nothing, so they wait for it. */
export function PermissionSwitches({ permissions, onChange, disabled }: PermissionSwitchesProps) {
  const { disableReveal, disableCopy } = useVault().managed.policy;
  const held = (right: Right): boolean => right === 'viewPassword' && disableReveal && disableCopy;
  return (
    <fieldset class="permissions">
      <legend>Permissions</legend>
      <p class="hint">
        What whoever unlocks with the technician passphrase may do. An administrator always sees and edits, and reveals
        a password only where View password is on.
      </p>
      {rights.map(({ right, text, meaning }) => (
        <SwitchField
          key={right}
          label={text}
          hint={held(right) ? `${meaning} ${setByAdministrator}` : meaning}
          checked={permissions[right] && !held(right)}
          onChange={(on) => onChange({ ...permissions, [right]: on })}
          disabled={disabled || held(right) || (right === 'edit' && !permissions.view)}
        />
      ))}
    </fieldset>
  );
}
