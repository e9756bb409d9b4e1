import type { FillEnd } from '../../messaging/contract.ts';
import { text } from '../../texts/text.ts';

export interface EndBadge {
  readonly text: string;
  readonly title: string;
  readonly color: string;
}

const colors = { good: '#1a7f4b', pause: '#9a6700', bad: '#b3261e' } as const;

/** A field was chosen in the page: fills go there from now on. */
export const chosenBadge = (): EndBadge => ({
  text: '✓',
  title: text('badgeChosen'),
  color: colors.good,
});

/** What the toolbar button says of a fill: a sign and a title, nothing private. The popup has the whole sentence. */
export function endBadge(end: FillEnd): EndBadge {
  if ('signInDialog' in end) return { text: '✓', title: text('badgeSignedIn'), color: colors.good };
  if ('copied' in end) return { text: '✓', title: text('badgeCopied'), color: colors.good };
  if ('failure' in end) {
    const choose = end.failure.code === 'choose-first' || end.failure.code === 'locked';
    const title = text(choose ? 'badgeGoOn' : 'badgeNotFilled');
    return { text: choose ? '…' : '!', title, color: choose ? colors.pause : colors.bad };
  }
  const { outcome } = end;
  if (outcome.kind === 'filled') return { text: '✓', title: text('badgeFilled'), color: colors.good };
  if (outcome.kind === 'partly') return { text: '✓', title: text('badgePartly'), color: colors.pause };
  if (outcome.kind === 'absent') return { text: '–', title: text('badgeAbsent'), color: colors.pause };
  return { text: '!', title: text('badgeRefused'), color: colors.bad };
}
