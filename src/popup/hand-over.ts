import type { Failure } from '../domain/failure.ts';
import type { PasswordId } from '../domain/ids.ts';
import { type RemoteWay, remoteAddress } from '../domain/remote-way.ts';
import type { HandedOver, RemoteEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { failureText } from '../ui/failure-text.ts';
import type { OutcomeText } from '../ui/outcome-text.ts';
import { saveFile } from '../ui/save-file.ts';
import type { GoOn } from './go-on.ts';
import type { PopupAccess } from './popup-context.ts';

/** What a hand-over ended in; `goOn` opens it once more. */
export type HandOverEnd = OutcomeText & { readonly failure?: Failure; readonly goOn?: GoOn };

const isAscii = (content: string): boolean => /^[\x20-\x7e\r\n]*$/.test(content);

/** As the Remote Desktop program writes its own files, once there is more than ASCII in them. */
function utf16(content: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + content.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [at, unit] of [
    0xfeff,
    ...Array.from({ length: content.length }, (_, i) => content.charCodeAt(i)),
  ].entries())
    view.setUint16(at * 2, unit, true);
  return bytes;
}

function openLink(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  // Of the popup itself it would be the end.
  link.target = '_blank';
  link.click();
}

/** Gives it to the browser, which gives it to the program that is set for it. */
function open(way: RemoteWay): void {
  if (way.kind === 'link') openLink(way.address);
  else saveFile(way.name, 'application/x-rdp', isAscii(way.text) ? way.text : utf16(way.text));
}

/** What became of the password. */
function passwordText({ clearAt, withheld }: HandedOver, linked: boolean): string {
  if (clearAt !== null) return text('popupRemoteCopied');
  if (withheld === null) return linked ? '' : text('popupRemoteUnlinked');
  if (withheld.code === 'not-allowed') return text('popupRemoteNoRight');
  const { sentence, nextStep } = failureText(withheld);
  return text('popupRemoteWithheld', sentence, nextStep);
}

/** Launches an RDP, SSH or VNC session in its own program. */
export async function handOver(
  { ask }: Pick<PopupAccess, 'ask'>,
  entry: RemoteEntryView,
  passwordId: PasswordId | null,
): Promise<HandOverEnd> {
  const answer = await ask('remote.handOver', { entryId: entry.id, passwordId });
  if (!answer.ok) return { kind: 'error', ...failureText(answer.failure), failure: answer.failure };
  const { way, withheld } = answer.value;
  open(way);
  return {
    kind: withheld === null ? 'ok' : 'warning',
    sentence: way.kind === 'file' ? text('popupRemoteFile', way.name) : text('popupRemoteLink', remoteAddress(entry)),
    nextStep: passwordText(answer.value, entry.credentialEntryId !== null),
    goOn: { text: text('popupRemoteAgain'), onClick: () => open(way) },
  };
}
