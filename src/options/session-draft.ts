import { type Host, parseHost, sitePattern } from '../domain/host.ts';
import type { EntryId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import type { SessionEntryInput, SessionEntryView } from '../messaging/contract.ts';

/** A website session as it is being typed. */
export interface SessionDraft {
  readonly rev: number | null;
  readonly name: string;
  readonly host: string;
  readonly signInHosts: readonly string[];
  readonly credentialEntryId: EntryId | null;
  readonly allowHttp: boolean;
  readonly autoSubmit: boolean;
  readonly httpAuth: boolean;
  readonly sameOriginFrames: boolean;
}

export const newSessionDraft: SessionDraft = {
  rev: null,
  name: '',
  host: '',
  signInHosts: [],
  credentialEntryId: null,
  allowHttp: false,
  autoSubmit: false,
  httpAuth: false,
  sameOriginFrames: false,
};

export const sessionDraftOf = (entry: SessionEntryView): SessionDraft => ({
  rev: entry.rev,
  name: entry.name,
  host: entry.startUrl,
  signInHosts: entry.signInOrigins,
  credentialEntryId: entry.credentialEntryId,
  allowHttp: entry.allowHttp,
  autoSubmit: entry.autoSubmit,
  httpAuth: entry.httpAuth,
  sameOriginFrames: entry.sameOriginFrames,
});

/** The rows of further sign-in origins that hold something. */
export const filledHosts = (draft: SessionDraft): readonly string[] =>
  draft.signInHosts.filter((host) => host.trim() !== '');

export const hostsOf = (draft: SessionDraft): readonly Result<Host>[] =>
  [draft.host, ...filledHosts(draft)].map((host) => parseHost(host, draft.allowHttp));

/** The names by which the browser is asked for access to all of the session's sites. */
export const sitePatternsOf = (draft: SessionDraft): readonly string[] => [
  ...new Set(hostsOf(draft).flatMap((host) => (host.ok ? [sitePattern(host.value.origin)] : []))),
];

/** Whether anything typed stands for plain http; then the switch that allows it is worth showing. */
export const meansHttp = (draft: SessionDraft): boolean =>
  [draft.host, ...draft.signInHosts].some((host) => /^\s*http:/i.test(host));

/** The first field that cannot be saved yet, by its name in the form, or null. */
export function faultyField(draft: SessionDraft): string | null {
  if (draft.name.trim() === '') return 'name';
  if (!parseHost(draft.host, draft.allowHttp).ok) return 'host';
  const row = draft.signInHosts.findIndex((host) => host.trim() !== '' && !parseHost(host, draft.allowHttp).ok);
  return row < 0 ? null : `signInHosts.${row}`;
}

export const sessionInput = (draft: SessionDraft, entryId: EntryId | null): SessionEntryInput => ({
  entryId,
  rev: draft.rev,
  name: draft.name.trim(),
  host: draft.host.trim(),
  signInHosts: filledHosts(draft),
  credentialEntryId: draft.credentialEntryId,
  allowHttp: draft.allowHttp,
  autoSubmit: draft.autoSubmit,
  httpAuth: draft.httpAuth,
  sameOriginFrames: draft.sameOriginFrames,
});
