declare const kind: unique symbol;

/** An opaque string that names one thing; IT Glue's ids pass 2^53, so an id is never a number. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type EntryId = Id<'entry'>;
export type FolderId = Id<'folder'>;
export type ApiKeyId = Id<'api-key'>;
export type OrganizationId = Id<'organization'>;
export type PasswordId = Id<'password'>;

/** Names a string that has been checked where it came in (a decoder, the record store). */
export const asId = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>;
