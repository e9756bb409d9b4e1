import { remoteAddress } from '../domain/remote-way.ts';
import type { CredentialEntryView, EntryView, RemoteEntryView, SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { organizationText } from '../ui/organization-text.ts';
import { remoteKindText } from '../ui/remote-text.ts';

export const credentialKind = (): string => text('kindCredential');
export const sessionKind = (): string => text('kindSession');

export function kindOf(entry: EntryView): string {
  if (entry.kind === 'remote') return remoteKindText(entry.protocol);
  return entry.kind === 'credential' ? credentialKind() : sessionKind();
}

/** What a credential entry stands for, in one line. */
export function credentialDetail(entry: CredentialEntryView): string {
  const { selection } = entry;
  const organizationName = organizationText(entry);
  if (selection.mode === 'always-prompt') return `${organizationName} · ${text('optionsAlwaysPromptWithList')}`;
  const username = selection.username === null ? '' : ` (${selection.username})`;
  return `${organizationName} · ${selection.passwordName}${username}`;
}

/** An origin without its scheme, as people read it; plain http keeps it. */
const shortOrigin = (origin: string): string => origin.replace(/^https:\/\//, '');

/** The credential entry that a session is linked to; undefined: none, or it was deleted. */
export const linkedEntry = (session: SessionEntryView, entries: readonly EntryView[]): EntryView | undefined =>
  entries.find((entry) => entry.id === session.credentialEntryId);

export function sessionDetail(session: SessionEntryView, entries: readonly EntryView[]): string {
  const linked = linkedEntry(session, entries);
  const origin = shortOrigin(session.origin ?? session.hostTemplate ?? '');
  return linked === undefined ? origin : `${origin} · ${text('optionsLinkedTo', linked.name)}`;
}

export function remoteDetail(entry: RemoteEntryView, entries: readonly EntryView[]): string {
  const linked = entries.find(({ id }) => id === entry.credentialEntryId);
  return linked === undefined
    ? remoteAddress(entry)
    : `${remoteAddress(entry)} · ${text('optionsLinkedTo', linked.name)}`;
}

/** What an entry stands for, in one line. */
export function detailOf(entry: EntryView, entries: readonly EntryView[]): string {
  if (entry.kind === 'credential') return credentialDetail(entry);
  return entry.kind === 'remote' ? remoteDetail(entry, entries) : sessionDetail(entry, entries);
}
