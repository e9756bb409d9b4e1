import { text } from '../texts/text.ts';
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
      label={text('optionsAnswerBrowsersSignDialogHttp')}
      hint={text('optionsSwitchesPrintersRoutersAskDialog')}
      checked={on}
      onChange={onChange}
      disabled={disabled}
    />
  );
}
