import type { EntryId } from '../domain/ids.ts';
import type { CredentialEntryView, SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
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
  selection.mode === 'always-prompt' ? text('chooserAlwaysPromptWithList') : selection.username;

/** The sessions that fit, each with a button that answers. */
export function Choices({ choices, busyId, onChoose }: ChoicesProps) {
  if (choices.length === 0) return <p class="empty">{text('chooserNoWebsiteSessionAddressAnswers')}</p>;
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
              label={text(prompts ? 'chooserOpenListOf' : 'chooserSignInWith', session.name)}
            >
              {text(prompts ? 'chooserOpenList' : 'chooserSignIn')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
