import { useEffect, useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { Button } from './button.tsx';
import { useNewest } from './use-newest.ts';

interface UndoBarProps {
  readonly text: string;
  readonly onUndo: () => void;
  /** The time to undo is over, or the person has seen it. */
  readonly onEnd: () => void;
  /** How long it stays; it waits while it has the focus or the pointer. */
  readonly lifetimeMs?: number;
}

/** What was just done, with the way back. */
export function UndoBar({ text: done, onUndo, onEnd, lifetimeMs = 20_000 }: UndoBarProps) {
  const [held, setHeld] = useState(false);
  const end = useNewest(onEnd);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(end, lifetimeMs);
    return () => clearTimeout(timer);
  }, [held, lifetimeMs, done]);
  return (
    <div
      class="undo-bar"
      role="status"
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <span class="undo-bar-text">{done}</span>
      <Button onClick={onUndo}>{text('uiUndo')}</Button>
      <Button onClick={onEnd} label={text('uiDismiss')}>
        <span aria-hidden="true">×</span>
      </Button>
    </div>
  );
}
