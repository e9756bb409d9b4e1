import { useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { ShownText } from '../ui/shown-text.tsx';
import { writeClipboard } from './use-password.ts';

/** The user name, and copying it. */
export function UsernamePart({ username }: { readonly username: string | null }) {
  const [said, setSaid] = useState('');
  const copy = async (name: string): Promise<void> => {
    setSaid((await writeClipboard(name)) ? text('popupUserNameCopied') : text('popupNotCopied'));
  };
  const none = username === null || username === '';
  return (
    <>
      <dt>{text('popupUserName')}</dt>
      <dd>
        <div class="fact">
          {none ? (
            <span class="fact-value hint">{text('popupNoneInGlue')}</span>
          ) : (
            <ShownText text={username} class="fact-value" />
          )}
          {!none && (
            <Button onClick={() => void copy(username)} label={text('popupCopyUserName')}>
              {text('popupCopy')}
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
