import { useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { canOpenPanel, openPanel } from './open-panel.ts';
import { inPanel } from './panel.ts';

/** Leads from the popup to the same thing beside the page, where it stays open. */
export function OpenPanel() {
  const [refused, setRefused] = useState(false);
  if (inPanel() || refused || !canOpenPanel()) return null;
  const open = async (): Promise<void> => {
    if (await openPanel()) window.close();
    else setRefused(true);
  };
  return (
    <Button kind="quiet" onClick={() => void open()} label={text('popupKeepOpenBesidePage')}>
      <span aria-hidden="true">◨</span>
    </Button>
  );
}
