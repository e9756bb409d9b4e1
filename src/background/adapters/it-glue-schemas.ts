import * as v from 'valibot';
import { longestSelectors } from '../../domain/autofill-selectors.ts';
import { displayText } from '../../domain/display-text.ts';

/** A number past 2^53 has lost digits on the way and would name another record: such an id counts only as a string. */
const id = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.safeInteger())]),
  v.transform(String),
  v.regex(/^[\w-]{1,64}$/),
);
const optionalId = v.nullish(
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    id,
  ]),
  null,
);

/** Absent, null and '' are one. */
const text = v.nullish(v.string(), '');
const shown = (limit?: number) =>
  v.pipe(
    text,
    v.transform((raw) => displayText(raw, limit)),
  );
const shownOrNull = (limit?: number) =>
  v.pipe(
    shown(limit),
    v.transform((clean) => (clean === '' ? null : clean)),
  );
const flag = v.nullish(v.boolean(), false);
const date = v.pipe(
  text,
  v.maxLength(40),
  v.check((raw) => raw === '' || !Number.isNaN(Date.parse(raw))),
  v.transform((raw) => (raw === '' ? null : raw)),
);

/** JSON:API as IT Glue speaks it: of each resource just the attributes that are used; others are not copied. */
export const organization = v.object({
  id,
  type: v.literal('organizations'),
  attributes: v.object({
    name: shown(),
    'short-name': shownOrNull(),
    'organization-status-name': shownOrNull(),
    'parent-id': optionalId,
    'updated-at': date,
  }),
});

/** What a list may know of a password. Anything else, its value and its notes above all, is not even copied. */
const listed = {
  'organization-id': id,
  'organization-name': shown(),
  name: shown(),
  username: shownOrNull(),
  url: shownOrNull(2048),
  'password-category-name': shownOrNull(),
  'cached-resource-name': shownOrNull(),
  'password-folder-id': v.fallback(optionalId, null),
  restricted: flag,
  archived: flag,
  'vault-id': v.optional(v.unknown()),
  'otp-enabled': flag,
  'password-updated-at': date,
  'updated-at': date,
};

/** The user name of one record is typed into a form, so it stays as it is; lists show it cleaned. */
const single = {
  ...listed,
  username: v.pipe(
    text,
    v.transform((raw) => (raw === '' ? null : raw)),
  ),
};

const password = <Attributes extends v.ObjectEntries>(attributes: Attributes) =>
  v.object({ id, type: v.literal('passwords'), attributes: v.object(attributes) });

export const listedPassword = password(listed);
export const singlePassword = password(single);
export const revealedPassword = password({
  ...single,
  password: v.nullish(v.string(), null),
  'autofill-selectors': v.fallback(v.nullish(v.pipe(v.string(), v.maxLength(longestSelectors)), null), null),
});

const count = v.fallback(
  v.nullish(
    v.pipe(v.union([v.number(), v.pipe(v.string(), v.digits(), v.transform(Number))]), v.safeInteger(), v.minValue(0)),
    null,
  ),
  null,
);
/** What a page says of the whole list; null where it says nothing that can be read. */
export const meta = v.fallback(v.nullish(v.object({ 'next-page': count, 'total-count': count }), null), null);

const envelope = <Row extends v.GenericSchema>(row: Row) => v.object({ data: v.array(row), meta });
export const organizationPage = envelope(organization);
export const passwordPage = envelope(listedPassword);
export const folderPage = envelope(
  v.object({
    id,
    attributes: v.object({
      name: shown(100),
      'parent-id': v.fallback(optionalId, null),
      'organization-id': v.fallback(optionalId, null),
    }),
  }),
);
/** A page whose rows are looked at one by one. */
export const anyPage = envelope(v.unknown());
