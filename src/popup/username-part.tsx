import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { ShownText } from '../ui/shown-text.tsx';
import { writeClipboard } from './use-password.ts';

/** The user name, and copying it. */
export function UsernamePart({ username }: { readonly username: string | null }) {
  const [said, setSaid] = useState('');
  const copy = async (text: string): Promise<void> => {
    setSaid((await writeClipboard(text)) ? 'User name copied.' : 'The browser did not let the clipboard be written.');
  };
  const none = username === null || username === '';
  return (
    <>
      <dt>User name</dt>
      <dd>
        <div class="fact">
          {none ? (
            <span class="fact-value hint">None in IT Glue</span>
          ) : (
            <ShownText text={username} class="fact-value" />
          )}
          {!none && (
            <Button onClick={() => void copy(username)} label="Copy user name">
              Copy
            </Button>
          )}
        </div>
        <span class="hint" role="status">
          {said}
        </span>
      </dd>
    </>
  );
}
