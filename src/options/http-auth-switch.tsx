import { SwitchField } from '../ui/switch-field.tsx';

interface HttpAuthSwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled: boolean;
}

/** HTTP Basic and Digest, which the browser asks for in a dialog of its own. */
export function HttpAuthSwitch({ on, onChange, disabled }: HttpAuthSwitchProps) {
  return (
    <SwitchField
      name="httpAuth"
      label="Answer the browser’s sign-in dialog (HTTP Basic/Digest)"
      hint={
        'For switches, printers and routers that ask in a dialog of the browser instead of on a page. Launching the ' +
        'session answers it once by itself; otherwise a small window asks you first. The browser asks for one more ' +
        'permission when you save. Off: its own dialog appears.'
      }
      checked={on}
      onChange={onChange}
      disabled={disabled}
    />
  );
}
