import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';

interface RemovalProps {
  readonly ask: string;
  readonly confirm: string;
  readonly onRemove: () => void;
}

/** A removal that cannot be undone takes two steps. */
export function Removal({ ask, confirm, onRemove }: RemovalProps) {
  const [asked, setAsked] = useState(false);
  if (!asked) return <Button onClick={() => setAsked(true)}>{ask}</Button>;
  return (
    <>
      <Button kind="danger" onClick={onRemove}>
        {confirm}
      </Button>
      <Button onClick={() => setAsked(false)}>Keep</Button>
    </>
  );
}
