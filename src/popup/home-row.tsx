import { Button } from '../ui/button.tsx';
import { ShownParts, ShownText } from '../ui/shown-text.tsx';
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

interface RowTextProps {
  readonly name: string;
  readonly parts: readonly (string | null)[];
}

function RowText({ name, parts }: RowTextProps) {
  return (
    <span class="row-text">
      <ShownText text={name} class="row-name" />
      <ShownParts parts={parts} />
    </span>
  );
}

const httpAuthWords = {
  missing: 'sign-in dialog not allowed',
  restart: 'sign-in dialog: after a browser restart',
} as const;

/** What tells a session from its neighbours; for this page the host is in the header already. */
function sessionParts({ session, credential, action, here }: SessionRow): readonly (string | null)[] {
  const host = bare(session.origin);
  if (credential === null) return [host, 'not linked to a credential entry'];
  if (action === 'allow') return [host, 'no site access yet'];
  if (session.missingHttpAuth !== null) return [host, httpAuthWords[session.missingHttpAuth]];
  const { selection, organizationName } = credential;
  const which = selection.mode === 'always-prompt' ? 'Always prompt' : selection.username;
  return here ? [organizationName, which] : [host, organizationName, which];
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
      <RowText name={row.session.name} parts={sessionParts(row)} />
      {second !== null && (
        <span class="row-second">
          <Button kind="quiet" onClick={() => onAct(row, second)} label={actionLabel(row, second)}>
            {second === 'launch' ? <span aria-hidden="true">↗</span> : words[second]}
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
  const parts = prompts ? ['Always prompt with list'] : [selection.passwordName, selection.username];
  const word = prompts ? 'Open list' : 'Show';
  return (
    <>
      <RowText name={name} parts={[organizationName, ...parts]} />
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
