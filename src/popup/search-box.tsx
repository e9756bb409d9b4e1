import type { RefObject } from 'preact';
import { text } from '../texts/text.ts';

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** The list below that the keys move in; undefined while it has no rows. */
  readonly listId: string | undefined;
  readonly popup: 'listbox' | 'grid';
  readonly activeId: string | undefined;
  /** Whether a key was one that moves in the list. */
  readonly onMove: (key: string) => boolean;
  readonly onEnter: () => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

function onKeyDown(event: KeyboardEvent, props: SearchBoxProps): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter') props.onEnter();
  else if (event.key === 'Escape' && props.value !== '') props.onInput('');
  else if (!props.onMove(event.key)) return;
  event.preventDefault();
}

/** The search field above a list: typing filters, arrows move, Enter acts, Escape clears what was typed before it does anything else. */
export function SearchBox(props: SearchBoxProps) {
  return (
    <div class="field-box search-box">
      <input
        ref={props.inputRef}
        class="field-input"
        type="text"
        inputMode="search"
        role="combobox"
        aria-label={props.label}
        placeholder={props.label}
        value={props.value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-expanded={props.listId !== undefined}
        aria-autocomplete="list"
        aria-haspopup={props.popup}
        aria-controls={props.listId}
        aria-activedescendant={props.activeId}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => onKeyDown(event, props)}
      />
      {props.value !== '' && (
        <button
          type="button"
          class="field-aside"
          aria-label={text('popupClearTheSearch')}
          onClick={() => {
            props.onInput('');
            props.inputRef.current?.focus();
          }}
        >
          <span aria-hidden="true">✕</span>
        </button>
      )}
    </div>
  );
}
