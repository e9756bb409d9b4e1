import type { MadePack } from '../messaging/contract.ts';
import { countText } from '../texts/count-text.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Sentence } from '../ui/sentence.tsx';

const fileName = ({ series }: MadePack): string =>
  `linked-vault-pack-${series.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40)}-v${series.version}.json`;

/** A pack that was just made: the file goes one way, the code another. */
export function MadePackCard({ made, onDone }: { readonly made: MadePack; readonly onDone: () => void }) {
  return (
    <section class="card form" aria-labelledby="made" role="status">
      <h2 id="made">
        <Sentence
          of="optionsPackIsMade"
          parts={[<bdi key="name">{made.series.name}</bdi>, countText(made.series.version)]}
        />
      </h2>
      <dl class="facts">
        <dt>{text('optionsActivationCode')}</dt>
        <dd>
          <code class="phrase-words">{made.code}</code>
        </dd>
        <dt>{text('optionsSignedWithTheKey')}</dt>
        <dd>
          <code>{made.fingerprint}</code>
        </dd>
        <dt>{text('optionsPacksigningkeyManagedPolicy')}</dt>
        <dd>
          <code>{made.signer}</code>
        </dd>
      </dl>
      <Banner kind="warning">{text('optionsWhoeverHasFileCodeHas')}</Banner>
      <div class="actions">
        <Button kind="primary" onClick={() => saveFile(fileName(made), 'application/json', made.text)}>
          {text('optionsSaveTheFile')}
        </Button>
        <Button onClick={onDone}>{text('optionsDone')}</Button>
      </div>
    </section>
  );
}
