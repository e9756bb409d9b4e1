/** The little that the fill script uses of the extension platform; both browsers offer it under this name. */
interface FillScriptPort {
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
  disconnect(): void;
}

declare const chrome: {
  readonly runtime: { connect(options: { readonly name: string }): FillScriptPort };
  /** Firefox only. */
  readonly menus?: { getTargetElement(targetElementId: number): Element | null };
};
