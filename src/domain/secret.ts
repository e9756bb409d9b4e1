const texts = new WeakMap<Secret, string>();

/**
 * A text that must not leave by accident: it prints, serialises and clones as nothing.
 * The one door is `expose()`; a search for that word finds every place where a secret comes out.
 */
export class Secret {
  constructor(text: string) {
    texts.set(this, text);
  }

  /** The text itself. Call it only where it is handed to its one use. */
  expose(): string {
    return texts.get(this) ?? '';
  }

  get empty(): boolean {
    return this.expose() === '';
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }
}
