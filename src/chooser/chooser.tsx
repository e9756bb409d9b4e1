import { displayText } from '../domain/display-text.ts';
import type { ChallengeId } from '../domain/http-challenge.ts';
import { ask } from '../messaging/client.ts';
import type { WaitingChallenge } from '../messaging/contract.ts';
import { useVaultStatus } from '../popup/use-vault-status.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { UnlockForm } from '../ui/unlock-form.tsx';
import { Answering } from './answering.tsx';
import { useWaiting, type Waiting } from './use-waiting.ts';

interface ChooserProps {
  readonly id: ChallengeId;
}

const realmLimit = 120;

/** The challenger's words, made harmless, and without a quotation mark that would end ours. */
const ownWords = (realm: string | null): string => displayText(realm ?? '', realmLimit).replace(/["“”„‟«»＂]/g, '’');

/** Who asks. Its own words stand apart from ours: a realm can say anything. */
function Heading({ challenge }: { readonly challenge: WaitingChallenge }) {
  const realm = ownWords(challenge.realm);
  return (
    <header class="challenge">
      <h1>{text('chooserSignInDialog')}</h1>
      <bdi class="challenge-origin">{challenge.origin}</bdi>
      <p class="hint">{text('chooserAsksUserNamePassword')}</p>
      {challenge.origin.startsWith('http:') && <p class="hint">{text('chooserNotEncryptedPlainHttp')}</p>}
      {realm !== '' && (
        <p class="hint">
          <Sentence of="chooserItCallsItself" parts={[<bdi key="realm">{realm}</bdi>]} />
        </p>
      )}
    </header>
  );
}

interface BodyProps extends ChooserProps {
  readonly challenge: WaitingChallenge;
  readonly look: Waiting['look'];
}

/** The unlock form, or what may answer. */
function Body({ id, challenge, look }: BodyProps) {
  const { status, heed, refresh } = useVaultStatus();
  if (status === null) return null;
  if (!status.ok) return <FailureBanner failure={status.failure} />;
  if (status.value.state === 'unlocked')
    return <Answering id={id} challenge={challenge} look={look} onLocked={refresh} />;
  if (status.value.state === 'absent') return <FailureBanner failure={{ code: 'no-vault' }} />;
  return (
    <section class="alone">
      <h2>{text('chooserVaultLocked')}</h2>
      <UnlockForm
        status={status.value}
        onUnlocked={(now) => {
          heed(now);
          void look();
        }}
      />
    </section>
  );
}

/** The window that chooses what answers an HTTP authentication challenge. Closing it leaves that to the browser's dialog. */
export function Chooser({ id }: ChooserProps) {
  const { waiting, look } = useWaiting(id);
  if (waiting === null) return null;
  const cancel = async (): Promise<void> => {
    await ask('challenge.cancel', { challengeId: id });
    window.close();
  };
  return (
    <>
      {waiting.ok && <Heading challenge={waiting.value} />}
      <main class="body">
        {waiting.ok ? (
          <Body id={id} challenge={waiting.value} look={look} />
        ) : (
          <FailureBanner failure={waiting.failure} />
        )}
      </main>
      <footer class="chooser-end">
        <Button kind="quiet" onClick={() => void cancel()}>
          {text('chooserUseBrowsersOwnDialog')}
        </Button>
      </footer>
    </>
  );
}
