import { useState } from 'preact/hooks';
import type { FieldChoice } from '../domain/field-choice.ts';
import { type FieldRole, fieldRoles } from '../domain/fill.ts';
import type { SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { failureText } from '../ui/failure-text.ts';
import type { OutcomeText } from '../ui/outcome-text.ts';
import { roleName } from '../ui/role-name.ts';
import { ShownParts } from '../ui/shown-text.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useUndo } from '../ui/use-undo.tsx';
import { EndBanner } from './notices.tsx';
import { usePopup } from './popup-context.ts';

interface ChosenFieldsProps {
  readonly session: SessionEntryView;
  /** The text for a further field, as far as it is typed. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

const pointAtIt = (): OutcomeText => ({
  kind: 'info',
  sentence: text('popupNowClickFieldPage'),
  nextStep: text('popupGoTabPressEnterEscape'),
});

/** Asking for a field, and letting go of one with the way back. */
function useFieldChoices(session: SessionEntryView) {
  const { ask, front, reload } = usePopup();
  const [notice, setNotice] = useState<OutcomeText | null>(null);
  const undo = useUndo(reload);
  const choose = async (role: FieldRole, further: string | null): Promise<void> => {
    const answer = await ask('page.chooseField', { entryId: session.id, tabId: front.tabId ?? 0, role, text: further });
    setNotice(answer.ok ? pointAtIt() : { kind: 'error', ...failureText(answer.failure) });
  };
  const forget = (choice: FieldChoice): void => {
    const { origin, path, role } = choice;
    setNotice(null);
    void undo.run({
      text: text('popupFieldForgotten', roleName(role)),
      act: () => ask('sessionEntry.forgetField', { entryId: session.id, origin, path, role }),
      undo: () => ask('sessionEntry.restoreField', { entryId: session.id, choice }),
    });
  };
  return { notice, choose, forget, undo };
}

interface ChoiceRowProps {
  readonly choice: FieldChoice;
  readonly onForget: (() => void) | null;
}

function ChoiceRow({ choice, onForget }: ChoiceRowProps) {
  const { role, text: further, origin, path } = choice;
  return (
    <li class="fact">
      <span class="fact-value">
        {roleName(role)} <ShownParts parts={[further, `${origin}${path}`]} />
      </span>
      {onForget !== null && (
        <Button onClick={onForget} label={text('popupForgetChosenField', roleName(role))}>
          {text('popupForget')}
        </Button>
      )}
    </li>
  );
}

const asked = fieldRoles.filter((role) => role !== 'extra');

/** Fields that were chosen by hand for a session, and the way to choose one in the page in front. */
export function ChosenFields({ session, typed, onTyped }: ChosenFieldsProps) {
  const { notice, choose, forget, undo } = useFieldChoices(session);
  const { edit } = session.rights;
  if (!edit && session.fieldChoices.length === 0) return null;
  return (
    <section class="seen" aria-labelledby="chosen-fields">
      <h2 id="chosen-fields">{text('popupChooseTheField')}</h2>
      {notice !== null && <EndBanner end={notice} entryName="" />}
      {undo.failure !== null && <FailureBanner failure={undo.failure} />}
      {undo.bar}
      <ul class="choices">
        {session.fieldChoices.map((choice) => (
          <ChoiceRow
            key={`${choice.origin}${choice.path} ${choice.role}`}
            choice={choice}
            onForget={edit ? () => forget(choice) : null}
          />
        ))}
      </ul>
      {edit && (
        <>
          <p class="hint">{text('popupWherePageAloneDoesNot')}</p>
          <div class="actions">
            {asked.map((role) => (
              <Button
                key={role}
                onClick={() => void choose(role, null)}
                label={text('popupChooseField', roleName(role))}
              >
                {roleName(role)}
              </Button>
            ))}
          </div>
          <TextField
            label={text('popupFurtherTextSuchAsDomain')}
            name="extra"
            value={typed}
            onInput={onTyped}
            maxLength={200}
          />
          <div class="actions">
            <Button disabled={typed.trim() === ''} onClick={() => void choose('extra', typed.trim())}>
              {text('popupChooseFieldText')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
