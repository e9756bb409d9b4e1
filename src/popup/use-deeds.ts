import { useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import type { OutcomeText } from '../ui/outcome-text.ts';
import { type ChoiceRow, nameOf, type RowAction } from './home-rows.ts';
import { home, type KeptView } from './kept-view.ts';
import { isElsewhere } from './linked-origins.ts';
import { openInOptions } from './open-options.ts';
import { usePopup } from './popup-context.ts';
import { credentialBehind, type Deed, deedsOf, deedWord, entryOf, usernameOf } from './row-deeds.ts';
import type { ActNotice } from './use-acts.ts';
import { copySecret, failed, notWritten, writeClipboard } from './use-password.ts';

interface DeedsInput {
  readonly keep: (change: Partial<KeptView>) => void;
  readonly say: (notice: ActNotice | null) => void;
  readonly onAct: (row: ChoiceRow, action: RowAction) => void;
}

/** The view of the credential behind a row; of a list, on the very password that was found. */
function credentialOf(row: ChoiceRow): KeptView['view'] {
  const credential = credentialBehind(row);
  if (credential === null) return home;
  const prompts = credential.selection.mode === 'always-prompt';
  const passwordId = row.kind === 'hit' && prompts ? row.hit.summary.id : null;
  return { at: 'credential', entryId: credential.id, passwordId, typed: '' };
}

function useCopies() {
  const { ask } = usePopup();
  return {
    async user(row: ChoiceRow): Promise<OutcomeText> {
      if (!(await writeClipboard(usernameOf(row) ?? ''))) return notWritten();
      return { kind: 'ok', sentence: text('popupUserNameCopied'), nextStep: null };
    },
    async password(row: ChoiceRow): Promise<OutcomeText> {
      const view = credentialOf(row);
      if (view.at !== 'credential') return failed({ code: 'not-linked' });
      const { entryId, passwordId } = view;
      const answer = await ask('credential.reveal', { entryId, passwordId, purpose: 'copy' });
      return answer.ok ? copySecret(ask, answer.value.password) : failed(answer.failure);
    },
    async code(row: ChoiceRow): Promise<OutcomeText> {
      const credential = credentialBehind(row);
      if (credential === null) return failed({ code: 'not-linked' });
      const answer = await ask('credential.code', { entryId: credential.id });
      return answer.ok ? copySecret(ask, answer.value.code) : failed(answer.failure);
    },
  };
}

/** A secret waits for a further step: a choice from the list, or the page in front is none of its sites. */
function useNeedsLook(): (row: ChoiceRow) => boolean {
  const { entries, front } = usePopup();
  return (row) => {
    const view = credentialOf(row);
    const credential = credentialBehind(row);
    if (view.at !== 'credential' || credential === null) return false;
    const unchosen = credential.selection.mode === 'always-prompt' && view.passwordId === null;
    return unchosen || isElsewhere(credential, entries, front);
  };
}

/** Everything that a key or a row's menu does to a row, and what was said of the last of it. */
export function useDeeds({ keep, say, onAct }: DeedsInput) {
  const { ask, reload } = usePopup();
  const [said, setSaid] = useState('');
  const copies = useCopies();
  const needsLook = useNeedsLook();
  const copy = async (row: ChoiceRow, how: keyof ReturnType<typeof useCopies>): Promise<void> => {
    if (how !== 'user' && needsLook(row)) return keep({ view: credentialOf(row) });
    const end = await copies[how](row);
    if (end.kind === 'ok') setSaid(text('popupSaidOf', nameOf(row), end.sentence));
    else say({ ...end, entryName: nameOf(row) });
  };
  const star = async (row: ChoiceRow, favourite: boolean): Promise<void> => {
    const entry = entryOf(row);
    if (entry === null) return;
    const answer = await ask('entry.favourite', { entryId: entry.id, favourite });
    if (!answer.ok) return say({ ...failed(answer.failure), entryName: entry.name });
    setSaid(text(favourite ? 'popupFavouriteAdded' : 'popupFavouriteRemoved', entry.name));
    reload();
  };
  const edit = (row: ChoiceRow): void => {
    const entry = entryOf(row);
    if (entry !== null) void openInOptions[entry.kind](entry.id);
  };
  const deed = (row: ChoiceRow, what: Deed): void => {
    setSaid('');
    say(null);
    const possible = deedsOf(row).includes(what);
    if (!possible) setSaid(text('popupNotPossible', nameOf(row), deedWord(what)));
    else if (what === 'copy-user') void copy(row, 'user');
    else if (what === 'copy-password') void copy(row, 'password');
    else if (what === 'copy-code') void copy(row, 'code');
    else if (what === 'favourite' || what === 'unfavourite') void star(row, what === 'favourite');
    else if (what === 'edit') edit(row);
    else if (what === 'show') keep({ view: credentialOf(row) });
    else onAct(row, what);
  };
  return { said, setSaid, deed };
}
