import type { FillEnd } from '../messaging/contract.ts';

export interface EndBadge {
  readonly text: string;
  readonly title: string;
  readonly color: string;
}

const colors = { good: '#1a7f4b', pause: '#9a6700', bad: '#b3261e' } as const;

/** A field was chosen in the page: fills go there from now on. */
export const chosenBadge: EndBadge = {
  text: '✓',
  title: 'Linked Vault: field chosen. Open to fill',
  color: colors.good,
};

/** What the toolbar button says of a fill: a sign and a title, nothing private. The popup has the whole sentence. */
export function endBadge(end: FillEnd): EndBadge {
  if ('signInDialog' in end) return { text: '✓', title: 'Linked Vault: signed in', color: colors.good };
  if ('copied' in end) return { text: '✓', title: 'Linked Vault: copied for 30 seconds', color: colors.good };
  if ('failure' in end) {
    const choose = end.failure.code === 'choose-first' || end.failure.code === 'locked';
    const title = choose ? 'Linked Vault: open to go on' : 'Linked Vault: not filled. Open to see why';
    return { text: choose ? '…' : '!', title, color: choose ? colors.pause : colors.bad };
  }
  const { outcome } = end;
  if (outcome.kind === 'filled') return { text: '✓', title: 'Linked Vault: filled', color: colors.good };
  if (outcome.kind === 'partly')
    return { text: '✓', title: 'Linked Vault: partly filled. Open to see what is missing', color: colors.pause };
  if (outcome.kind === 'absent')
    return { text: '–', title: 'Linked Vault: no login form found. Open to see why', color: colors.pause };
  return { text: '!', title: 'Linked Vault: refused to fill. Open to see why', color: colors.bad };
}
