import { remoteAddress } from '../domain/remote-way.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { changedText } from '../ui/credential-row.tsx';
import { organizationText } from '../ui/organization-text.ts';
import { reasonText } from '../ui/reason-text.ts';
import { ShownParts, ShownText } from '../ui/shown-text.tsx';
import { GridRow } from './grid.tsx';
import {
  type ChoiceRow,
  type CredentialEntryRow,
  hostText,
  nameOf,
  type RemoteRow,
  type RowAction,
  type SessionAction,
  type SessionRow,
} from './home-rows.ts';
import type { HitAction, HitRow } from './index-rows.ts';
import { usePopup } from './popup-context.ts';

interface HomeRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly active: boolean;
  readonly busy: boolean;
  readonly onAct: (row: ChoiceRow, action: RowAction) => void;
  readonly onFocus: () => void;
  readonly onMenu: () => void;
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
function sessionParts({ session, credential, action, here, remembered }: SessionRow): readonly (string | null)[] {
  const host = bare(hostText(session));
  if (credential === null) return [host, 'not linked to a credential entry'];
  if (action === 'allow') return [host, 'no site access yet'];
  if (session.missingHttpAuth !== null) return [host, httpAuthWords[session.missingHttpAuth]];
  const { selection } = credential;
  const organizationName = organizationText(credential);
  const prompts = remembered === null ? 'Always prompt' : `remembered: ${remembered.passwordName}`;
  const which = selection.mode === 'always-prompt' ? prompts : selection.username;
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
      {row.remembered !== null && (
        <span class="row-second">
          <Button
            kind="quiet"
            onClick={() => onAct(row, 'choose')}
            label={`Choose from the IT Glue credentials list of ${row.session.name}`}
          >
            List
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

/** A remote session: its own program opens it. */
function RemoteItem({ row, busy, onAct }: HomeRowProps<RemoteRow>) {
  const { entry, credential } = row;
  const selection = credential?.selection;
  const which = selection?.mode === 'password' ? selection.username : selection && 'Always prompt';
  const parts = [remoteAddress(entry), credential && organizationText(credential), which ?? null];
  return (
    <>
      <RowText name={entry.name} parts={parts} />
      <span class="row-first">
        <Button busy={busy} onClick={() => onAct(row, 'launch')} label={text('popupRemoteLaunchOf', entry.name)}>
          {text('popupRemoteLaunch')}
        </Button>
      </span>
    </>
  );
}

/** A credential entry: opens its own view. */
function CredentialItem({ row, onAct }: HomeRowProps<CredentialEntryRow>) {
  const { name, selection } = row.entry;
  const prompts = selection.mode === 'always-prompt';
  const parts = prompts ? ['Always prompt with list'] : [selection.passwordName, selection.username];
  const word = prompts ? 'Open list' : 'Show';
  return (
    <>
      <RowText name={name} parts={[organizationText(row.entry), ...parts]} />
      <span class="row-first">
        <Button onClick={() => onAct(row, 'show')} label={`${word} ${name}`}>
          {word}
        </Button>
      </span>
    </>
  );
}

const hitWords: Readonly<Record<HitAction, string>> = {
  fill: 'Fill',
  launch: 'Launch',
  show: 'Show',
  add: 'Add entry',
};

/** What tells a record from its neighbours: whose it is, for whom, where it belongs, and why it stands here. */
function hitParts(
  { hit: { summary, why, organizationShortName } }: HitRow,
  pinned: boolean,
): readonly (string | null)[] {
  const { organizationName, username, assetName, categoryName, restricted, vaulted, archived, otpEnabled } = summary;
  const marks = [
    restricted && 'Restricted',
    vaulted && 'Vaulted',
    archived && 'Archived',
    otpEnabled && 'One-time code',
  ];
  return [
    organizationName,
    username,
    assetName ?? categoryName,
    reasonText(why, Date.now(), pinned ? (organizationShortName ?? organizationName) : null),
    changedText(summary),
    ...marks.map((mark) => (mark === false ? null : mark)),
  ];
}

/** A password of IT Glue that was found by its index. */
function HitItem({ row, busy, onAct }: HomeRowProps<HitRow>) {
  const { action, hit } = row;
  const pinned = usePopup().front.workingFor?.by === 'window';
  const word = hitWords[action];
  return (
    <>
      <RowText name={hit.summary.name} parts={hitParts(row, pinned)} />
      <span class="row-first">
        <Button
          kind={action === 'fill' ? 'primary' : 'plain'}
          busy={busy}
          onClick={() => onAct(row, action)}
          label={`${word} ${hit.summary.name}, ${hit.summary.organizationName}`}
        >
          {word}
        </Button>
      </span>
    </>
  );
}

/** One entry of the popup's list. */
export function HomeItem(props: HomeRowProps<ChoiceRow>) {
  const { row, id, active, onFocus, onMenu } = props;
  return (
    <GridRow id={id} active={active} onFocus={onFocus} onMenu={onMenu}>
      {row.kind === 'session' && <SessionItem {...props} row={row} />}
      {row.kind === 'credential' && <CredentialItem {...props} row={row} />}
      {row.kind === 'remote' && <RemoteItem {...props} row={row} />}
      {row.kind === 'hit' && <HitItem {...props} row={row} />}
      <span class="row-second">
        <Button kind="quiet" onClick={onMenu} label={`More for ${nameOf(row)}`}>
          <span aria-hidden="true">⋯</span>
        </Button>
      </span>
    </GridRow>
  );
}
