import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { folded, holdsAll, typedWords } from '../domain/search-text.ts';
import { text } from '../texts/text.ts';
import { describedBy, Field, type FieldProps } from './field.tsx';
import { movedBy } from './list-keys.ts';
import { ShownText } from './shown-text.tsx';
import { Spinner } from './spinner.tsx';
import { VirtualList } from './virtual-list.tsx';

export interface ComboboxOption {
  readonly id: string;
  readonly text: string;
  /** A second, softer line: searched too. */
  readonly detail?: string | undefined;
}

interface ComboboxProps<Option extends ComboboxOption> extends FieldProps {
  readonly options: readonly Option[];
  /** The chosen option's id; null: none. It need not be among the options yet. */
  readonly value: string | null;
  readonly onChange: (option: Option) => void;
  /** What stands in the field for a value that is not among the options (yet). */
  readonly valueText?: string | undefined;
  readonly placeholder?: string;
  readonly waiting?: boolean;
  /** Said when there are no options at all. */
  readonly emptyText?: string;
  readonly renderOption?: (option: Option) => ComponentChildren;
  /** Pixels; with `renderOption`. */
  readonly rowHeight?: number;
}

/** The options that hold every typed word, those that begin with it first. */
function useFound<Option extends ComboboxOption>(options: readonly Option[], typed: string): readonly Option[] {
  const texts = useMemo(
    () => options.map((option) => ({ option, text: folded(`${option.text} ${option.detail ?? ''}`) })),
    [options],
  );
  return useMemo(() => {
    const words = typedWords(typed);
    if (words.length === 0) return options;
    const found = texts.filter(({ text }) => holdsAll(text, words));
    const start = words.join(' ');
    const rank = (text: string): number => (text.startsWith(start) ? 0 : 1);
    return found.sort((a, b) => rank(a.text) - rank(b.text)).map(({ option }) => option);
  }, [texts, options, typed]);
}

/** What is typed and which row is active; null `typed`: closed. */
function useComboboxState<Option extends ComboboxOption>(props: ComboboxProps<Option>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const found = useFound(props.options, typed ?? '');
  const open = (): void => {
    if (typed !== null || props.disabled === true) return;
    setTyped('');
    setActive(props.options.findIndex(({ id }) => id === props.value));
  };
  const close = (): void => setTyped(null);
  const choose = (option: Option | undefined): void => {
    if (option !== undefined) props.onChange(option);
    close();
  };
  const type = (entered: string): void => {
    setTyped(entered);
    setActive(entered === '' ? -1 : 0);
  };
  return { typed, active, setActive, found, open, close, choose, type };
}

type ComboboxState<Option extends ComboboxOption> = ReturnType<typeof useComboboxState<Option>>;

function onKeyDown<Option extends ComboboxOption>(event: KeyboardEvent, state: ComboboxState<Option>): void {
  const isOpen = state.typed !== null;
  const moved = movedBy(event.key, state.active, state.found.length);
  if (moved !== null) {
    event.preventDefault();
    if (isOpen) state.setActive(moved);
    else state.open();
  } else if (event.key === 'Enter' && isOpen) {
    event.preventDefault();
    const option = state.found[state.active];
    if (option !== undefined) state.choose(option);
  } else if (event.key === 'Escape' && isOpen) {
    event.preventDefault();
    event.stopPropagation();
    state.close();
  }
}

const optionText = ({ text, detail }: ComboboxOption): ComponentChildren => (
  <>
    <ShownText text={text} class="combobox-option-text" />
    {detail !== undefined && <ShownText text={detail} class="hint" />}
  </>
);

/** What the popup says instead of a list; null: there is a list. */
function noteOf<Option extends ComboboxOption>(props: ComboboxProps<Option>, state: ComboboxState<Option>) {
  if (props.waiting === true && props.options.length === 0) return <Spinner text={text('uiLoading')} />;
  if (props.options.length === 0) return props.emptyText ?? text('uiNothingToChooseFrom');
  if (state.found.length === 0) return text('comboboxNothingHolds', (state.typed ?? '').trim());
  return null;
}

interface PopupProps<Option extends ComboboxOption> {
  readonly props: ComboboxProps<Option>;
  readonly state: ComboboxState<Option>;
  readonly id: string;
}

function ComboboxPopup<Option extends ComboboxOption>({ props, state, id }: PopupProps<Option>) {
  const note = noteOf(props, state);
  const render = props.renderOption ?? optionText;
  const rowHeight = props.rowHeight ?? (props.options.some(({ detail }) => detail !== undefined) ? 48 : 36);
  const row = (option: Option, index: number) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant of the field names the active option
    <div
      id={`${id}-${option.id}`}
      class="combobox-option"
      role="option"
      aria-selected={option.id === props.value}
      aria-setsize={state.found.length}
      aria-posinset={index + 1}
      data-active={index === state.active ? '' : undefined}
      onClick={() => state.choose(option)}
    >
      {render(option)}
    </div>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press in the popup must not take the focus from the field
    <div class="combobox-popup" onMouseDown={(event) => event.preventDefault()}>
      {note !== null && <div class="combobox-note hint">{note}</div>}
      <div class="combobox-frame" style={{ height: `${Math.min(state.found.length * rowHeight, 300)}px` }}>
        <VirtualList
          listbox={{ id: `${id}-list`, label: props.label }}
          items={state.found}
          rowHeight={rowHeight}
          keyOf={(option) => option.id}
          active={state.active}
          renderRow={row}
        />
      </div>
    </div>
  );
}

/** A searchable list to choose one of thousands: type to filter, arrows to move, Enter to choose, Escape to leave it as it was. */
export function Combobox<Option extends ComboboxOption>(props: ComboboxProps<Option>) {
  const id = useId();
  const state = useComboboxState(props);
  const isOpen = state.typed !== null;
  const chosen = props.options.find((option) => option.id === props.value)?.text ?? props.valueText ?? '';
  const active = isOpen ? state.found[state.active] : undefined;
  return (
    <Field {...props} id={id}>
      <div class="combobox">
        <div class="field-box">
          <input
            id={id}
            class="field-input"
            role="combobox"
            name={props.name}
            value={isOpen ? (state.typed ?? '') : chosen}
            placeholder={isOpen && chosen !== '' ? chosen : (props.placeholder ?? text('uiTypeToSearch'))}
            title={isOpen ? undefined : chosen}
            disabled={props.disabled}
            autocomplete="off"
            spellcheck={false}
            aria-expanded={isOpen}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={isOpen ? `${id}-list` : undefined}
            aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
            aria-describedby={describedBy(id, props)}
            aria-invalid={props.error === undefined ? undefined : 'true'}
            onInput={(event) => state.type(event.currentTarget.value)}
            onClick={state.open}
            onBlur={state.close}
            onKeyDown={(event) => onKeyDown(event, state)}
          />
        </div>
        {isOpen && <ComboboxPopup props={props} state={state} id={id} />}
      </div>
    </Field>
  );
}
