import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';

export type BannerKind = 'info' | 'ok' | 'warning' | 'error';

interface BannerProps {
  readonly kind: BannerKind;
  readonly children: ComponentChildren;
  readonly action?: { readonly text: string; readonly onClick: () => void } | undefined;
}

/** Says what happened, aloud too: an error at once, the rest when there is a pause. */
export function Banner({ kind, children, action }: BannerProps) {
  return (
    <div class={`banner banner-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <div class="banner-text">{children}</div>
      {action !== undefined && <Button onClick={action.onClick}>{action.text}</Button>}
    </div>
  );
}
