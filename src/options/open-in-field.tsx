import type { SessionPlace } from '../domain/entry.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { SelectField } from '../ui/select-field.tsx';
import { hasContainers } from '../ui/site-access.ts';

const places: Readonly<Record<SessionPlace, { readonly name: TextKey; readonly hint: TextKey }>> = {
  tab: { name: 'optionsOpenInTab', hint: 'optionsOpenInTabHint' },
  container: { name: 'optionsOpenInContainer', hint: 'optionsOpenInContainerHint' },
  private: { name: 'optionsOpenInPrivate', hint: 'optionsOpenInPrivateHint' },
};

interface OpenInFieldProps {
  readonly openIn: SessionPlace;
  readonly onChange: (openIn: SessionPlace) => void;
  readonly disabled: boolean;
}

/** Where launching opens a session, and what that means for the cookies of clients. */
export function OpenInField({ openIn, onChange, disabled }: OpenInFieldProps) {
  const offered: readonly SessionPlace[] =
    hasContainers() || openIn === 'container' ? ['tab', 'container', 'private'] : ['tab', 'private'];
  return (
    <SelectField
      label={text('optionsOpenIn')}
      name="openIn"
      value={openIn}
      options={offered.map((place) => ({ value: place, text: text(places[place].name) }))}
      onChange={onChange}
      disabled={disabled}
      hint={text(places[openIn].hint)}
    />
  );
}
