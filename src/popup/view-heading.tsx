import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { ShownText } from '../ui/shown-text.tsx';

interface ViewHeadingProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onBack: () => void;
}

/** Title of a view below home, what it is about, and the way back (Escape too). */
export function ViewHeading({ title, children, onBack }: ViewHeadingProps) {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onBack]);
  return (
    <div class="view-heading">
      <Button kind="quiet" onClick={onBack} label={text('popupBack')}>
        <span class="back-mark" aria-hidden="true">
          ‹
        </span>
      </Button>
      <div class="view-heading-text">
        <h1>
          <ShownText text={title} />
        </h1>
        <div class="hint">{children}</div>
      </div>
    </div>
  );
}
