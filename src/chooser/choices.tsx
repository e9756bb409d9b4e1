import type { EntryId } from '../domain/ids.ts';
import type { CredentialEntryView, SessionEntryView } from '../messaging/contract.ts';
import { Button } from '../ui/button.tsx';
import { organizationText } from '../ui/organization-text.ts';
import { ShownParts, ShownText } from '../ui/shown-text.tsx';

/** A session that may answer. */
export interface Choice {
  readonly session: SessionEntryView;
  readonly credential: CredentialEntryView;
}

interface ChoicesProps {
  readonly choices: readonly Choice[];
  readonly busyId: EntryId | null;
  readonly onChoose: (choice: Choice) => void;
}

const whichOf = ({ selection }: CredentialEntryView): string | null =>
  selection.mode === 'always-prompt' ? 'Always prompt with list' : selection.username;

/** The sessions that fit, each with a button that answers. */
export function Choices({ choices, busyId, onChoose }: ChoicesProps) {
  if (choices.length === 0)
    return (
      <p class="empty">
        No website session of this address answers sign-in dialogs. Use the browser’s own; in options the session has a
        switch for it.
      </p>
    );
  return (
    <ul class="choices">
      {choices.map((choice) => {
        const { session, credential } = choice;
        const prompts = credential.selection.mode === 'always-prompt';
        return (
          <li key={session.id} class="choice">
            <span class="row-text">
              <ShownText text={session.name} class="row-name" />
              <ShownParts parts={[organizationText(credential), whichOf(credential)]} />
            </span>
            <Button
              kind="primary"
              busy={busyId === session.id}
              onClick={() => onChoose(choice)}
              label={`${prompts ? 'Open list of' : 'Sign in with'} ${session.name}`}
            >
              {prompts ? 'Open list' : 'Sign in'}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
