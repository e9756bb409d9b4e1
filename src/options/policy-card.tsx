import { displayText } from '../domain/display-text.ts';
import { Banner } from '../ui/banner.tsx';
import { policyRule, setByAdministrator } from '../ui/policy-text.ts';
import { Sentence } from '../ui/sentence.tsx';
import { useVault } from './vault-context.ts';

/** What the administrator of this browser has set, and what of it could not be read; nothing where nothing is set. */
export function PolicyCard() {
  const { managed, unreadable } = useVault().managed;
  if (managed.length === 0 && unreadable.length === 0) return null;
  return (
    <section class="card" aria-labelledby="policy">
      <h2 id="policy">{setByAdministrator()}</h2>
      <ul class="plain-list">
        {managed.map((key) => (
          <li key={key}>{policyRule(key)}</li>
        ))}
      </ul>
      {unreadable.length > 0 && (
        <Banner kind="warning">
          <Sentence
            of="optionsPartPolicyCannotBeRead"
            parts={[<bdi key="names">{unreadable.map((name) => displayText(name, 60)).join(', ')}</bdi>]}
          />
        </Banner>
      )}
    </section>
  );
}
