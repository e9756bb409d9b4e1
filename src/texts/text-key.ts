import type messages from '../_locales/en/messages.json';

/** The name of a text: the English file has them all. */
export type TextKey = keyof typeof messages;

type StemOf<Key> = Key extends `${infer Stem}_other` ? Stem : never;

/** The name of a text that depends on a number: its forms are kept as `NAME_one`, `NAME_other` and whatever else a language needs. */
export type PluralKey = StemOf<TextKey>;
