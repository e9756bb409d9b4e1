import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { type Drafts, type KeptTyping, useDraft } from './draft.ts';
import { focusField } from './focus-field.ts';

/** An entry or a folder as it is being typed, checked and saved. */
export interface Editing<Draft> {
  readonly draft: Draft;
  /** It began with what was typed into it another time. */
  readonly kept: KeptTyping;
  readonly change: (next: Partial<Draft>) => void;
  /** The first field that cannot be saved yet, once saving was tried; null: none. */
  readonly faulty: string | null;
  /** Whether saving was tried, so that faults are shown where they are. */
  readonly strict: boolean;
  readonly failure: Failure | null;
  readonly waiting: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly save: () => void;
  /** Gives up what was typed and shows what is saved. */
  readonly discard: () => void;
}

/** What makes an editor one of its kind. */
interface EditorPlan<Draft, Saved> {
  readonly drafts: Drafts<Draft>;
  /** Names the draft among those of its kind. */
  readonly key: string;
  readonly start: Draft;
  /** The first field that cannot be saved yet, by its name in the form, or null. */
  readonly faultyField: (draft: Draft) => string | null;
  /** Called inside the click itself, so that the browser may be asked for something first. */
  readonly send: (draft: Draft) => Promise<Result<Saved>>;
  readonly onSaved: (saved: Saved) => void;
  readonly reload: () => void;
}

/** The field that a refusal is about, by the worker's name for it; null: none. */
function fieldOf(failure: Failure): string | null {
  if (failure.code === 'host-refused') return 'host';
  if (failure.code !== 'invalid-input') return null;
  return failure.field.startsWith('selection') ? 'password' : failure.field;
}

/** Typing, checking and saving. A failed save loses nothing. */
export function useEditor<Draft extends object, Saved>(plan: EditorPlan<Draft, Saved>): Editing<Draft> {
  const { drafts, key, start, faultyField, send, onSaved, reload } = plan;
  const { draft, kept, change, forget, reset } = useDraft(drafts, key, start);
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const answered = (answer: Result<Saved>): void => {
    setWaiting(false);
    if (answer.ok) {
      forget();
      onSaved(answer.value);
      return;
    }
    setFailure(answer.failure);
    focusField(form.current, fieldOf(answer.failure));
  };
  const save = (): void => {
    if (waiting) return;
    setStrict(true);
    setFailure(null);
    const field = faultyField(draft);
    focusField(form.current, field);
    if (field !== null) return;
    setWaiting(true);
    void send(draft).then(answered);
  };
  const discard = (): void => {
    reset();
    setFailure(null);
    reload();
  };
  const faulty = strict ? faultyField(draft) : null;
  return { draft, kept, change, faulty, strict, failure, waiting, form, save, discard };
}
