import { displayText } from '../domain/display-text.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Combobox } from '../ui/combobox.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { credentialDetail } from './entry-text.ts';
import { newCredentialHref } from './route.ts';
import { useVault } from './vault-context.ts';

interface LinkedCredentialProps {
  readonly chosen: EntryId | null;
  readonly credentials: readonly CredentialEntryView[];
  readonly disabled: boolean;
  readonly onChange: (chosen: EntryId) => void;
}

interface Choice {
  readonly id: string;
  readonly entryId: EntryId;
  readonly text: string;
  readonly detail: string;
}

const choiceOf = (entry: CredentialEntryView): Choice => ({
  id: entry.id,
  entryId: entry.id,
  text: displayText(entry.name),
  detail: displayText(credentialDetail(entry)),
});

/** Credentials = Linked (vault), RDM's way: the session points at a credential entry. Linking needs Edit on it. */
export function LinkedCredential({ chosen, credentials, disabled, onChange }: LinkedCredentialProps) {
  const { administrator } = useVault();
  const linked = credentials.find((entry) => entry.id === chosen);
  const usable = credentials.filter((entry) => entry.rights.edit || entry.id === chosen);
  const gone = chosen !== null && linked === undefined;
  return (
    <div class="linked">
      <Combobox
        label={text('optionsCredentialsLinkedVault')}
        name="credentialEntryId"
        value={chosen}
        valueText={gone ? text('optionsLinkedEntryNotHereAny') : undefined}
        disabled={disabled}
        onChange={({ entryId }) => onChange(entryId)}
        options={usable.map(choiceOf)}
        hint={linked === undefined ? text('optionsCredentialEntryWhosePasswordFilled') : choiceOf(linked).detail}
        error={gone ? text('optionsLinkedCredentialEntryWasDeleted') : undefined}
      />
      {credentials.length === 0 && administrator && (
        <p class="hint">
          <Sentence
            of="optionsThereNoCredentialEntryYet"
            parts={[
              <a key="make" href={newCredentialHref}>
                {text('optionsMakeACredentialEntry')}
              </a>,
            ]}
          />
        </p>
      )}
    </div>
  );
}
