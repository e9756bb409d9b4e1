import { Button } from '../ui/button.tsx';
import { GridRow } from './grid.tsx';
import type { ChoiceRow, CredentialEntryRow, SessionAction, SessionRow } from './home-rows.ts';

interface HomeRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly active: boolean;
  readonly busy: boolean;
  readonly onAct: (row: ChoiceRow, action: SessionAction | 'show') => void;
  readonly onFocus: () => void;
}

const bare = (origin: string): string => origin.replace(/^https:\/\//, '');

function RowText({ name, detail }: { readonly name: string; readonly detail: string }) {
  return (
    <span class="row-text">
      <bdi class="row-name ellipsis" title={name}>
        {name}
      </bdi>
      <bdi class="hint ellipsis" title={detail}>
        {detail}
      </bdi>
    </span>
  );
}

function sessionDetail({ session, credential, action }: SessionRow): string {
  const host = bare(session.origin);
  if (credential === null) return `${host} · not linked to a credential entry`;
  if (action === 'allow') return `${host} · no site access yet`;
  const which = credential.selection.mode === 'always-prompt' ? 'Always prompt' : credential.selection.username;
  return [host, credential.organizationName, which].filter((part) => part !== null).join(' · ');
}

const words: Readonly<Record<SessionAction, string>> = {
  fill: 'Fill',
  launch: 'Launch',
  allow: 'Allow access',
  link: 'Link',
};

function actionLabel({ session }: SessionRow, action: SessionAction): string {
  if (action !== 'allow') return `${words[action]} ${session.name}`;
  return `Allow access to ${session.missingSites.join(', ')}`;
}

/** What else a row offers: a session for this page can be launched too. */
function secondAction({ here, session, credential }: SessionRow): SessionAction | null {
  if (!here || credential === null) return null;
  return session.missingSites.length > 0 ? 'allow' : 'launch';
}

/** A website session: the whole row does what its first button says. */
function SessionItem({ row, busy, onAct }: HomeRowProps<SessionRow>) {
  const second = secondAction(row);
  return (
    <>
      <RowText name={row.session.name} detail={sessionDetail(row)} />
      {second !== null && (
        <span class="row-second">
          <Button kind="quiet" onClick={() => onAct(row, second)} label={actionLabel(row, second)}>
            {words[second]}
          </Button>
        </span>
      )}
      <span class="row-first">
        <Button
          kind={row.action === 'fill' ? 'primary' : 'plain'}
          busy={busy}
          onClick={() => onAct(row, row.action)}
          label={actionLabel(row, row.action)}
        >
          {words[row.action]}
        </Button>
      </span>
    </>
  );
}

/** A credential entry: opens its own view. */
function CredentialItem({ row, onAct }: HomeRowProps<CredentialEntryRow>) {
  const { name, organizationName, selection } = row.entry;
  const prompts = selection.mode === 'always-prompt';
  const detail = prompts ? 'Always prompt with list' : [selection.passwordName, selection.username].filter(Boolean);
  const word = prompts ? 'Open list' : 'Show';
  return (
    <>
      <RowText name={name} detail={[organizationName, detail].flat().join(' · ')} />
      <span class="row-first">
        <Button onClick={() => onAct(row, 'show')} label={`${word} ${name}`}>
          {word}
        </Button>
      </span>
    </>
  );
}

/** One entry of the popup's list. */
export function HomeItem(props: HomeRowProps<ChoiceRow>) {
  const { row, id, active, onFocus } = props;
  return (
    <GridRow id={id} active={active} onFocus={onFocus}>
      {row.kind === 'session' ? <SessionItem {...props} row={row} /> : <CredentialItem {...props} row={row} />}
    </GridRow>
  );
}
