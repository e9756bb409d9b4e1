import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';

interface RemovalProps {
  readonly ask: string;
  readonly confirm: string;
  readonly onRemove: () => void;
  /** What is to be known before it is confirmed. */
  readonly children?: ComponentChildren;
}

/** A removal that cannot be undone takes two steps. */
export function Removal({ ask, confirm, onRemove, children }: RemovalProps) {
  const [asked, setAsked] = useState(false);
  if (!asked) return <Button onClick={() => setAsked(true)}>{ask}</Button>;
  return (
    <>
      {children}
      <Button kind="danger" onClick={onRemove}>
        {confirm}
      </Button>
      <Button onClick={() => setAsked(false)}>{text('optionsKeep')}</Button>
    </>
  );
}
