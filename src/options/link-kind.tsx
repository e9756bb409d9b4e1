import { text } from '../texts/text.ts';
import { SelectField } from '../ui/select-field.tsx';

/** How a session comes to its credentials, in RDM's words. */
export type LinkChoice = 'linked' | 'inherited' | 'none';

interface LinkKindProps {
  readonly kind: LinkChoice;
  readonly onChange: (kind: LinkChoice) => void;
  readonly disabled: boolean;
  readonly hint?: string | undefined;
}

/** Credentials: Linked (vault), Inherited or None. */
export function LinkKind({ kind, onChange, disabled, hint }: LinkKindProps) {
  return (
    <SelectField
      label={text('optionsCredentials')}
      name="credentials"
      value={kind}
      disabled={disabled}
      hint={hint}
      options={[
        { value: 'linked', text: text('optionsCredentialsLinked') },
        { value: 'inherited', text: text('optionsCredentialsInherited') },
        { value: 'none', text: text('optionsNone') },
      ]}
      onChange={onChange}
    />
  );
}
