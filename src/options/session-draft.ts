import { type Host, sitePattern } from '../domain/host.ts';
import { type HostOrganization, parseWrittenHost, resolveHost } from '../domain/host-template.ts';
import type { EntryId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import type { CredentialEntryView, SessionEntryInput, SessionEntryView } from '../messaging/contract.ts';

/** A website session as it is being typed. */
export interface SessionDraft {
  readonly rev: number | null;
  readonly name: string;
  readonly host: string;
  readonly signInHosts: readonly string[];
  readonly credentialEntryId: EntryId | null;
  readonly allowHttp: boolean;
  readonly autoSubmit: boolean;
  readonly sameOriginFrames: boolean;
  readonly httpAuth: boolean;
}

export const newSessionDraft: SessionDraft = {
  rev: null,
  name: '',
  host: '',
  signInHosts: [],
  credentialEntryId: null,
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  httpAuth: false,
};

export const sessionDraftOf = (entry: SessionEntryView): SessionDraft => ({
  rev: entry.rev,
  name: entry.name,
  host: entry.hostTemplate ?? entry.startUrl,
  signInHosts: entry.signInOrigins,
  credentialEntryId: entry.credentialEntryId,
  allowHttp: entry.allowHttp,
  autoSubmit: entry.autoSubmit,
  sameOriginFrames: entry.sameOriginFrames,
  httpAuth: entry.httpAuth,
});

/** The rows of further sign-in origins that hold something. */
export const filledHosts = (draft: SessionDraft): readonly string[] =>
  draft.signInHosts.filter((host) => host.trim() !== '');

/** The organization of the credential entry that is chosen, for variables in the Host; null: none is chosen. */
export function organizationOf(
  { credentialEntryId }: SessionDraft,
  credentials: readonly CredentialEntryView[],
): HostOrganization | null {
  const linked = credentials.find(({ id }) => id === credentialEntryId);
  return linked === undefined ? null : { shortName: linked.organizationShortName };
}

export const hostsOf = (draft: SessionDraft, organization: HostOrganization | null): readonly Result<Host>[] => [
  resolveHost(draft.host, organization, draft.allowHttp),
  ...filledHosts(draft).map((host) => parseWrittenHost(host, draft.allowHttp)),
];

/** The names by which the browser is asked for access to all of the session's sites. */
export const sitePatternsOf = (draft: SessionDraft, organization: HostOrganization | null): readonly string[] => [
  ...new Set(hostsOf(draft, organization).flatMap((host) => (host.ok ? [sitePattern(host.value.origin)] : []))),
];

/** Whether anything typed stands for plain http; then the switch that allows it is worth showing. */
export const meansHttp = (draft: SessionDraft): boolean =>
  [draft.host, ...draft.signInHosts].some((host) => /^\s*http:/i.test(host));

/** The first field that cannot be saved yet, by its name in the form, or null. */
export function faultyField(draft: SessionDraft, organization: HostOrganization | null): string | null {
  if (draft.name.trim() === '') return 'name';
  if (!resolveHost(draft.host, organization, draft.allowHttp).ok) return 'host';
  const row = draft.signInHosts.findIndex((host) => host.trim() !== '' && !parseWrittenHost(host, draft.allowHttp).ok);
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
  sameOriginFrames: draft.sameOriginFrames,
  httpAuth: draft.httpAuth,
});
