import type { ComponentChildren, RefObject } from 'preact';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly type?: 'button' | 'submit';
  readonly onClick?: (() => void) | undefined;
  /** Waiting for what it began: it keeps the focus and does nothing. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** Its whole name where the visible text alone does not say it, as in a row: “Delete Acme portal”. */
  readonly label?: string | undefined;
  /** On or off, for a button that switches something. */
  readonly pressed?: boolean;
  /** -1: out of the order of Tab, as in a row that is not the active one. */
  readonly tabIndex?: number;
  readonly buttonRef?: RefObject<HTMLButtonElement | null>;
}

/** A button that never loses the focus: busy or disabled it stays where it is and says so. */
export function Button({ children, kind = 'plain', type = 'button', ...props }: ButtonProps) {
  const still = props.busy === true || props.disabled === true;
  return (
    <button
      ref={props.buttonRef ?? null}
      type={type}
      class={`button button-${kind}`}
      aria-label={props.label}
      aria-pressed={props.pressed}
      tabIndex={props.tabIndex}
      title={props.label}
      aria-busy={props.busy === true ? 'true' : undefined}
      aria-disabled={still ? 'true' : undefined}
      onClick={(event) => {
        if (still) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {children}
    </button>
  );
}
