import { useEffect, useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { type BrowserFacts, browserFacts } from './browser-facts.ts';
import { FailureNote } from './failure-note.tsx';
import { PageHeading } from './page-heading.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

function CopyText({ what }: { readonly what: string }) {
  const [said, setSaid] = useState('');
  const copy = (): void => {
    navigator.clipboard.writeText(what).then(
      () => setSaid(text('optionsCopied')),
      () => setSaid(text('optionsCopyRefused')),
    );
  };
  return (
    <div class="actions">
      <Button kind="primary" onClick={copy}>
        {text('optionsCopyReport')}
      </Button>
      <span role="status">{said}</span>
    </div>
  );
}

/** How vault and browser are, as a text for somebody who helps. */
export function DiagnosticsPage() {
  const { ask } = useVault();
  const [facts, setFacts] = useState<BrowserFacts | null>(null);
  const told = useLoaded('diagnostics', () => ask('diagnostics.get', {}));
  useEffect(() => {
    void browserFacts().then(setFacts);
  }, []);
  const report = told.value === null || facts === null ? null : JSON.stringify({ ...facts, ...told.value }, null, 2);
  return (
    <>
      <PageHeading title={text('optionsDiagnostics')} />
      <p class="lead">{text('optionsDiagnosticsLead')}</p>
      <FailureNote failure={told.failure} onRetry={told.reload} />
      {report === null && told.waiting && <p class="waiting">{text('optionsReadingTheVault')}</p>}
      {report !== null && (
        <section class="card diagnostics" aria-label={text('optionsDiagnostics')}>
          <CopyText what={report} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
          <pre tabIndex={0} dir="ltr">
            {report}
          </pre>
        </section>
      )}
    </>
  );
}
