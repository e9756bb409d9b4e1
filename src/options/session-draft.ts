import type { SessionPlace } from '../domain/entry.ts';
import { sitePattern } from '../domain/host.ts';
import { type HostOwner, type HostPlace, parseWrittenHost, placeOfHost } from '../domain/host-template.ts';
import type { EntryId, FolderId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import type { SessionEntryInput, SessionEntryView } from '../messaging/contract.ts';
import { type LinkDraft, linkDraftOf, linkInput } from './link-draft.ts';

/** A website session as it is being typed. */
export interface SessionDraft extends LinkDraft {
  readonly rev: number | null;
  readonly name: string;
  readonly host: string;
  readonly signInHosts: readonly string[];
  readonly folderId: FolderId | null;
  readonly inheritsPermissions: boolean;
  readonly allowHttp: boolean;
  readonly autoSubmit: boolean;
  readonly sameOriginFrames: boolean;
  readonly httpAuth: boolean;
  readonly openIn: SessionPlace;
}

/** `credentialEntryId`, `folderId`: what it starts with; null: nothing, the top. */
export const newSessionDraft = (credentialEntryId: EntryId | null, folderId: FolderId | null): SessionDraft => ({
  rev: null,
  name: '',
  host: '',
  signInHosts: [],
  link: 'linked',
  credentialEntryId,
  folderId,
  inheritsPermissions: false,
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  httpAuth: false,
  openIn: 'tab',
});

export const sessionDraftOf = (entry: SessionEntryView): SessionDraft => ({
  rev: entry.rev,
  name: entry.name,
  host: entry.hostTemplate ?? entry.startUrl ?? '',
  signInHosts: entry.signInOrigins,
  ...linkDraftOf(entry),
  folderId: entry.folderId ?? null,
  inheritsPermissions: entry.inheritsPermissions === true,
  allowHttp: entry.allowHttp,
  autoSubmit: entry.autoSubmit,
  sameOriginFrames: entry.sameOriginFrames,
  httpAuth: entry.httpAuth,
  openIn: entry.openIn ?? 'tab',
});

/** The rows of further sign-in origins that hold something. */
export const filledHosts = (draft: SessionDraft): readonly string[] =>
  draft.signInHosts.filter((host) => host.trim() !== '');

export const hostsOf = (
  draft: SessionDraft,
  owner: HostOwner,
): readonly Result<Pick<HostPlace, 'origin' | 'shown'>>[] => [
  placeOfHost(draft.host, owner, draft.allowHttp),
  // Written out, they are the same for everybody.
  ...filledHosts(draft).map((host) => {
    const written = parseWrittenHost(host, draft.allowHttp);
    return written.ok ? ok({ origin: written.value.origin, shown: written.value.origin }) : written;
  }),
];

/**
 * The names by which the browser is asked for access to all of the session's sites. A site that is another one for each
 * organization is asked for when it is launched.
 */
export const sitePatternsOf = (draft: SessionDraft, owner: HostOwner): readonly string[] => [
  ...new Set(
    hostsOf(draft, owner).flatMap((host) =>
      host.ok && host.value.origin !== null ? [sitePattern(host.value.origin)] : [],
    ),
  ),
];

/** Whether anything typed stands for plain http; then the switch that allows it is worth showing. */
export const meansHttp = (draft: SessionDraft): boolean =>
  [draft.host, ...draft.signInHosts].some((host) => /^\s*http:/i.test(host));

/** The first field that cannot be saved yet, by its name in the form, or null. */
export function faultyField(draft: SessionDraft, owner: HostOwner): string | null {
  if (draft.name.trim() === '') return 'name';
  if (!placeOfHost(draft.host, owner, draft.allowHttp).ok) return 'host';
  const row = draft.signInHosts.findIndex((host) => host.trim() !== '' && !parseWrittenHost(host, draft.allowHttp).ok);
  return row < 0 ? null : `signInHosts.${row}`;
}

export const sessionInput = (draft: SessionDraft, entryId: EntryId | null): SessionEntryInput => ({
  entryId,
  rev: draft.rev,
  name: draft.name.trim(),
  host: draft.host.trim(),
  signInHosts: filledHosts(draft),
  ...linkInput(draft),
  folderId: draft.folderId,
  inheritsPermissions: draft.inheritsPermissions,
  allowHttp: draft.allowHttp,
  autoSubmit: draft.autoSubmit,
  sameOriginFrames: draft.sameOriginFrames,
  httpAuth: draft.httpAuth,
  openIn: draft.openIn,
});
