import { useState } from 'preact/hooks';
import { hasVariable } from '../domain/host-variables.ts';
import type { PasswordId } from '../domain/ids.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { organizationText } from '../ui/organization-text.ts';
import { Sentence } from '../ui/sentence.tsx';
import { ShownParts, ShownText } from '../ui/shown-text.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { CodePart } from './code-part.tsx';
import { isElsewhere, linkedOrigins } from './linked-origins.ts';
import type { ListPlace } from './list-place.ts';
import { PasswordPart } from './password-part.tsx';
import { PickList } from './pick-list.tsx';
import { usePopup } from './popup-context.ts';
import { useCredentials } from './use-credentials.ts';
import { UsernamePart } from './username-part.tsx';
import { ViewHeading } from './view-heading.tsx';

interface CredentialViewProps {
  readonly credential: CredentialEntryView;
  readonly passwordId: PasswordId | null;
  readonly place: ListPlace;
  /** null: back to the list. */
  readonly onPassword: (passwordId: PasswordId | null) => void;
  readonly onBack: () => void;
}

interface FactsProps {
  readonly credential: CredentialEntryView;
  readonly passwordId: PasswordId | null;
  readonly name: string;
  readonly username: string | null;
  /** Said where the entry does not say it; null: it does. */
  readonly organizationName?: string | null;
}

function LinkedHosts({ credential }: Pick<FactsProps, 'credential'>) {
  const origins = linkedOrigins(credential, usePopup().entries);
  return (
    <>
      <dt>{text('popupUseItOnlyOn')}</dt>
      <dd>
        {origins.length === 0 && <span class="hint">{text('popupNoWebsiteSessionLinkedEntry')}</span>}
        <ul class="hosts">
          {origins.map((origin) => (
            <li key={origin}>
              <bdi>{origin}</bdi>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

interface ElsewhereProps {
  readonly front: string;
  readonly sites: readonly string[];
  readonly onMeant: () => void;
}

/**
 * The page in front is none of this password's sites. A look-alike page gets no help from us: reveal and copy come after a
 * second step that names where the password belongs.
 */
function Elsewhere({ front, sites, onMeant }: ElsewhereProps) {
  const [site] = sites;
  return (
    <>
      <dt>{text('popupPassword')}</dt>
      <dd>
        <p class="warning-text">
          <Sentence
            of="popupPageFrontPassword"
            parts={[<bdi key="front">{front}</bdi>, <bdi key="sites">{sites.join(', ')}</bdi>]}
          />
        </p>
        <Button onClick={onMeant}>{text('popupRevealFor', site?.replace(/^https?:\/\/|\/.*$/g, '') ?? '')}</Button>
      </dd>
    </>
  );
}

function Secrets({ credential, passwordId }: Pick<FactsProps, 'credential' | 'passwordId'>) {
  const { entries, front } = usePopup();
  const [meant, setMeant] = useState(false);
  const sites = linkedOrigins(credential, entries);
  if (!meant && front.origin !== null && isElsewhere(credential, entries, front))
    return <Elsewhere front={front.origin} sites={sites} onMeant={() => setMeant(true)} />;
  return (
    <>
      <PasswordPart which={{ entryId: credential.id, passwordId }} />
      {credential.code !== null && <CodePart entryId={credential.id} />}
    </>
  );
}

/** What the entry, or the password chosen from its list, is; with reveal and copy where they are allowed. */
function CredentialFacts({ credential, passwordId, name, username, organizationName = null }: FactsProps) {
  return (
    <dl class="facts">
      {organizationName !== null && (
        <>
          <dt>{text('popupOrganization')}</dt>
          <dd>
            <ShownText text={organizationName} />
          </dd>
        </>
      )}
      <dt>{text('popupNameInGlue')}</dt>
      <dd>
        <ShownText text={name} />
      </dd>
      <UsernamePart username={username} />
      {credential.rights.viewPassword ? (
        <Secrets key={`${credential.id} ${passwordId}`} credential={credential} passwordId={passwordId} />
      ) : (
        <>
          <dt>{text('popupPassword')}</dt>
          <dd class="hint">{text('popupEntryDoesNotAllowView')}</dd>
        </>
      )}
      <LinkedHosts credential={credential} />
    </dl>
  );
}

/** One password of the list, looked up by its id. */
function ChosenFacts({ credential, passwordId }: { credential: CredentialEntryView; passwordId: PasswordId }) {
  const ofAll = credential.organizationId === null;
  const { list, failure, refresh } = useCredentials(credential.id, ofAll ? passwordId : undefined);
  const row = list?.rows.find(({ id }) => id === passwordId);
  if (failure !== null)
    return <FailureBanner failure={failure} action={{ text: text('popupTryAgain'), onClick: refresh }} />;
  if (list === null) return <Spinner text={text('popupAskingGlueList')} />;
  if (row === undefined) return <FailureBanner failure={{ code: 'not-in-list' }} />;
  return (
    <CredentialFacts
      credential={credential}
      passwordId={passwordId}
      name={row.name}
      username={row.username}
      organizationName={ofAll ? row.organizationName : null}
    />
  );
}

function CredentialBody({ credential, passwordId, ...props }: CredentialViewProps) {
  const { entries, front } = usePopup();
  if (credential.selection.mode === 'password') {
    const { passwordName, username } = credential.selection;
    return <CredentialFacts credential={credential} passwordId={null} name={passwordName} username={username} />;
  }
  if (passwordId !== null) return <ChosenFacts credential={credential} passwordId={passwordId} />;
  const linked = linkedOrigins(credential, entries).filter((site) => !hasVariable(site));
  const site = linked.find((origin) => origin === front.origin) ?? linked[0] ?? null;
  return (
    <PickList
      credential={credential}
      entryId={credential.id}
      origin={site}
      {...props.place}
      onChoose={(row) => props.onPassword(row.id)}
      busy={false}
    />
  );
}

/** A credential entry: its list where it always prompts, then the one password. */
export function CredentialView(props: CredentialViewProps) {
  const { credential, passwordId, onPassword, onBack } = props;
  const prompts = credential.selection.mode === 'always-prompt';
  const listing = prompts && passwordId === null;
  return (
    <>
      <ViewHeading
        title={listing ? text('popupGlueCredentialsList') : credential.name}
        onBack={prompts && !listing ? () => onPassword(null) : onBack}
      >
        <ShownParts parts={[organizationText(credential), listing ? credential.name : null]} />
      </ViewHeading>
      <CredentialBody {...props} />
    </>
  );
}
