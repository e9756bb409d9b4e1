import { useState } from 'preact/hooks';
import { displayText } from '../domain/display-text.ts';
import { Button } from '../ui/button.tsx';
import { writeClipboard } from './use-password.ts';

/** The user name, and copying it. */
export function UsernamePart({ username }: { readonly username: string | null }) {
  const [said, setSaid] = useState('');
  const copy = async (text: string): Promise<void> => {
    setSaid((await writeClipboard(text)) ? 'User name copied.' : 'The browser did not let the clipboard be written.');
  };
  const shown = username === null || username === '' ? null : displayText(username);
  return (
    <>
      <dt>User name</dt>
      <dd>
        <div class="fact">
          {shown === null ? (
            <span class="fact-value hint">None in IT Glue</span>
          ) : (
            <bdi class="fact-value ellipsis" title={shown}>
              {shown}
            </bdi>
          )}
          {username !== null && shown !== null && (
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
