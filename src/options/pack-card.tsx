import { displayText } from '../domain/display-text.ts';
import type { PackInUse } from '../domain/pack.ts';
import { countText } from '../texts/count-text.ts';
import { dayText } from '../texts/day-text.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { failureText } from '../ui/failure-text.ts';
import { packPolicyLines } from '../ui/pack-policy-text.ts';
import { Sentence } from '../ui/sentence.tsx';
import { hrefOf } from './route.ts';
import { TakePack } from './take-pack.tsx';
import { useVault } from './vault-context.ts';

function Facts({ pack }: { readonly pack: PackInUse }) {
  if (pack.ended)
    return <Banner kind="error">{failureText({ code: 'pack-ended', expiresAt: pack.expiresAt }).sentence}</Banner>;
  return (
    <p>
      <Sentence
        of="optionsPackFacts"
        parts={[
          <strong key="name">
            <bdi>{displayText(pack.name)}</bdi>
          </strong>,
          countText(pack.version),
          dayText(pack.expiresAt),
        ]}
      />
    </p>
  );
}

/** The pack that a technician's vault works with, and the way to a newer one; nothing in a vault without. */
export function PackCard() {
  const { managed, heed, go } = useVault();
  const { pack } = managed;
  if (pack === null) return null;
  return (
    <section class="card" aria-labelledby="pack">
      <h2 id="pack">{text('optionsPackOfYourAdministrator')}</h2>
      <Facts pack={pack} />
      <ul class="plain-list">
        {packPolicyLines(pack.policy).map((line) => (
          <li key={line}>{line}.</li>
        ))}
      </ul>
      <details open={pack.ended}>
        <summary>{text('optionsTakeANewerPack')}</summary>
        <TakePack
          makesVault={false}
          onTaken={(status) => {
            heed(status);
            go(hrefOf({ page: 'entries' }), { text: text('optionsPackTakenEntriesAreAs') });
          }}
        />
      </details>
    </section>
  );
}
