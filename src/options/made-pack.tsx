import type { MadePack } from '../messaging/contract.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { saveFile } from '../ui/save-file.ts';

const fileName = ({ series }: MadePack): string =>
  `linked-vault-pack-${series.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40)}-v${series.version}.json`;

/** A pack that was just made: the file goes one way, the code another. */
export function MadePackCard({ made, onDone }: { readonly made: MadePack; readonly onDone: () => void }) {
  return (
    <section class="card form" aria-labelledby="made" role="status">
      <h2 id="made">
        <bdi>{made.series.name}</bdi>, version {made.series.version}, is made
      </h2>
      <dl class="facts">
        <dt>Activation code</dt>
        <dd>
          <code class="phrase-words">{made.code}</code>
        </dd>
        <dt>Signed with the key</dt>
        <dd>
          <code>{made.fingerprint}</code>
        </dd>
        <dt>For packSigningKey of a managed policy</dt>
        <dd>
          <code>{made.signer}</code>
        </dd>
      </dl>
      <Banner kind="warning">
        Whoever has the file and the code has the API key in it. Send the file one way and tell the code another, such
        as by telephone. The code is kept nowhere: when this page is left it is gone.
      </Banner>
      <div class="actions">
        <Button kind="primary" onClick={() => saveFile(fileName(made), 'application/json', made.text)}>
          Save the file
        </Button>
        <Button onClick={onDone}>Done</Button>
      </div>
    </section>
  );
}
