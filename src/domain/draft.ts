/** What is typed into a form of the options page and not yet saved. */
export interface Draft {
  /** Which form of which entry: the page's own name for it. */
  readonly place: string;
  /** Its fields as the page wrote them down; the worker does not look into it. */
  readonly text: string;
}

export const draftLimits = { place: 300, text: 20_000, drafts: 40 } as const;

/** What looks like an API key has no business in a field that is kept, wherever somebody pasted it. */
const keyLike = /ITG\.[0-9A-Za-z_-]{16,}/;

export const mayBeKept = ({ place, text }: Draft): boolean =>
  place.length <= draftLimits.place && text.length <= draftLimits.text && !keyLike.test(text);

/** The newest first; the oldest goes where there are too many. A text of null lets go of it. */
export function withDraft(
  drafts: readonly Draft[],
  { place, text }: { readonly place: string; readonly text: string | null },
): readonly Draft[] {
  const others = drafts.filter((draft) => draft.place !== place);
  if (text === null || !mayBeKept({ place, text })) return others;
  return [{ place, text }, ...others].slice(0, draftLimits.drafts);
}
