import { Component } from 'preact';
import { remoteAddress } from '../domain/remote-way.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
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
  readonly onFocus: (row: ChoiceRow) => void;
  readonly onMenu: (row: ChoiceRow) => void;
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
  missing: 'popupSignDialogNotAllowed',
  restart: 'popupSignDialogAfterBrowserRestart',
} as const;

/** What tells a session from its neighbours; for this page the host is in the header already. */
function sessionParts({
  session,
  credential,
  action,
  here,
  remembered,
  folder,
}: SessionRow): readonly (string | null)[] {
  const host = bare(hostText(session));
  if (credential === null) return [host, text('popupNotLinkedCredentialEntry')];
  if (action === 'allow') return [host, text('popupNoSiteAccessYet')];
  if (session.missingHttpAuth !== null) return [host, text(httpAuthWords[session.missingHttpAuth])];
  const { selection } = credential;
  const organizationName = organizationText(credential);
  const prompts = remembered === null ? text('popupAlwaysPrompt') : text('popupRowRemembered', remembered.passwordName);
  const which = selection.mode === 'always-prompt' ? prompts : selection.username;
  return here ? [organizationName, folder, which] : [host, organizationName, folder, which];
}

interface Words {
  readonly word: TextKey;
  /** With the name of what it is done to. */
  readonly label: TextKey;
}

const words: Readonly<Record<SessionAction, Words>> = {
  fill: { word: 'deedFill', label: 'deedFillNamed' },
  launch: { word: 'deedLaunch', label: 'deedLaunchNamed' },
  allow: { word: 'deedAllow', label: 'deedAllowNamed' },
  link: { word: 'deedLinkShort', label: 'deedLinkNamed' },
};

const actionLabel = ({ session }: SessionRow, action: SessionAction): string =>
  text(words[action].label, action === 'allow' ? session.missingSites.join(', ') : session.name);

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
            {second === 'launch' ? <span aria-hidden="true">↗</span> : text(words[second].word)}
          </Button>
        </span>
      )}
      {row.remembered !== null && (
        <span class="row-second">
          <Button
            kind="quiet"
            onClick={() => onAct(row, 'choose')}
            label={text('popupChooseFromGlueCredentialsList', row.session.name)}
          >
            {text('popupList')}
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
          {text(words[row.action].word)}
        </Button>
      </span>
    </>
  );
}

/** A remote session: its own program opens it. */
function RemoteItem({ row, busy, onAct }: HomeRowProps<RemoteRow>) {
  const { entry, credential } = row;
  const selection = credential?.selection;
  const which = selection?.mode === 'password' ? selection.username : selection && text('popupAlwaysPrompt');
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
  const parts = prompts ? [text('popupAlwaysPromptWithList')] : [selection.passwordName, selection.username];
  return (
    <>
      <RowText name={name} parts={[organizationText(row.entry), row.folder, ...parts]} />
      <span class="row-first">
        <Button onClick={() => onAct(row, 'show')} label={text(prompts ? 'deedOpenListNamed' : 'deedShowNamed', name)}>
          {text(prompts ? 'deedOpenList' : 'deedShow')}
        </Button>
      </span>
    </>
  );
}

const hitWords: Readonly<Record<HitAction, Words>> = {
  fill: { word: 'deedFill', label: 'deedFillHit' },
  launch: { word: 'deedLaunch', label: 'deedLaunchHit' },
  show: { word: 'deedShow', label: 'deedShowHit' },
  add: { word: 'deedAdd', label: 'deedAddHit' },
};

/** What tells a record from its neighbours: whose it is, for whom, where it belongs, and why it stands here. */
function hitParts(
  { hit: { summary, why, organizationShortName } }: HitRow,
  pinned: boolean,
): readonly (string | null)[] {
  const { organizationName, username, assetName, folderName, categoryName, restricted, vaulted, archived, otpEnabled } =
    summary;
  const marks = [
    restricted && text('popupRestricted'),
    vaulted && text('popupVaulted'),
    archived && text('popupArchived'),
    otpEnabled && text('popupOneTimeCode'),
  ];
  return [
    organizationName,
    username,
    assetName ?? folderName ?? categoryName,
    reasonText(why, Date.now(), pinned ? (organizationShortName ?? organizationName) : null),
    changedText(summary),
    ...marks.map((mark) => (mark === false ? null : mark)),
  ];
}

/** A password of IT Glue that was found by its index. */
function HitItem({ row, busy, onAct }: HomeRowProps<HitRow>) {
  const { action, hit } = row;
  const pinned = usePopup().front.workingFor?.by === 'window';
  const { word, label } = hitWords[action];
  return (
    <>
      <RowText name={hit.summary.name} parts={hitParts(row, pinned)} />
      <span class="row-first">
        <Button
          kind={action === 'fill' ? 'primary' : 'plain'}
          busy={busy}
          onClick={() => onAct(row, action)}
          label={text(label, hit.summary.name, hit.summary.organizationName)}
        >
          {text(word)}
        </Button>
      </span>
    </>
  );
}

/** A search brings its hits as new objects, most of them the same as before. */
const sameHit = (a: ChoiceRow, b: ChoiceRow): boolean =>
  a.kind === 'hit' &&
  b.kind === 'hit' &&
  a.session === b.session &&
  a.credential === b.credential &&
  a.action === b.action &&
  JSON.stringify(a.hit) === JSON.stringify(b.hit);

/** One entry of the popup's list; drawn again only where something about it is another: a key that is typed draws a list anew. */
export class HomeItem extends Component<HomeRowProps<ChoiceRow>> {
  override shouldComponentUpdate(next: HomeRowProps<ChoiceRow>): boolean {
    const { row, id, active, busy, onAct, onFocus, onMenu } = this.props;
    const handlers = onAct !== next.onAct || onFocus !== next.onFocus || onMenu !== next.onMenu;
    if (handlers || id !== next.id || active !== next.active || busy !== next.busy) return true;
    return row !== next.row && !sameHit(row, next.row);
  }

  override render(props: HomeRowProps<ChoiceRow>) {
    return <ItemOf {...props} />;
  }
}

function ItemOf(props: HomeRowProps<ChoiceRow>) {
  const { row, id, active } = props;
  const onFocus = (): void => props.onFocus(row);
  const onMenu = (): void => props.onMenu(row);
  return (
    <GridRow id={id} active={active} onFocus={onFocus} onMenu={onMenu}>
      {row.kind === 'session' && <SessionItem {...props} row={row} />}
      {row.kind === 'credential' && <CredentialItem {...props} row={row} />}
      {row.kind === 'remote' && <RemoteItem {...props} row={row} />}
      {row.kind === 'hit' && <HitItem {...props} row={row} />}
      <span class="row-second">
        <Button kind="quiet" onClick={onMenu} label={text('popupMoreFor', nameOf(row))}>
          <span aria-hidden="true">⋯</span>
        </Button>
      </span>
    </GridRow>
  );
}
