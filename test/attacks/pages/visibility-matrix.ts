import { page } from './html.ts';

/** One way to hide a password field from people; `wrap` gets the input's markup. */
export interface HidingRow {
  readonly name: string;
  readonly wrap: (input: string) => string;
  readonly style?: string;
}

const styled = (style: string) => (input: string) => `<div style="${style}">${input}</div>`;

/** The ways to hide a field that SECURITY.md measured, each a page of its own beside a visible user name. */
export const hidingRows: readonly HidingRow[] = [
  { name: 'display none', wrap: styled('display:none') },
  { name: 'opacity 0 on the parent', wrap: styled('opacity:0') },
  { name: 'opacity .05', wrap: styled('opacity:.05') },
  {
    name: 'opacity .7 times .7',
    wrap: (input) => `<div style="opacity:.7"><div style="opacity:.7">${input}</div></div>`,
  },
  { name: 'visibility hidden', wrap: styled('visibility:hidden') },
  { name: 'content-visibility hidden', wrap: styled('content-visibility:hidden') },
  { name: 'closed details', wrap: (input) => `<details><summary>more</summary>${input}</details>` },
  { name: 'off the screen', wrap: styled('position:absolute;left:-9999px') },
  { name: 'clip-path', wrap: styled('clip-path:inset(100%)') },
  { name: 'scale 0', wrap: styled('transform:scale(0)') },
  { name: 'filter opacity 0', wrap: styled('filter:opacity(0)') },
  {
    name: 'transparent mask',
    wrap: styled(
      '-webkit-mask-image:linear-gradient(transparent,transparent);mask-image:linear-gradient(transparent,transparent)',
    ),
  },
  { name: 'one pixel', wrap: (input) => input, style: 'width:1px;height:1px;padding:0;border:0' },
  {
    name: 'under an overlay that lets clicks pass',
    wrap: (input) =>
      `<div style="position:relative;width:300px">${input}<div style="position:absolute;inset:0;background:#fff;pointer-events:none"></div></div>`,
  },
  {
    name: 'under an overlay that takes clicks',
    wrap: (input) =>
      `<div style="position:relative;width:300px">${input}<div style="position:absolute;inset:0;background:#fff"></div></div>`,
  },
  {
    name: 'no colours at all',
    wrap: (input) => input,
    style: 'color:transparent;background:transparent;border-color:transparent',
  },
  { name: 'inert', wrap: (input) => `<div inert>${input}</div>` },
  { name: 'read-only', wrap: (input) => input.replace('<input', '<input readonly') },
  { name: 'disabled', wrap: (input) => input.replace('<input', '<input disabled') },
];

/** The page of a row: only the user name may ever be filled. */
export function hidingPage({ wrap, style = '' }: HidingRow): string {
  const hidden = wrap(`<input id="password" name="password" type="password" style="${style}">`);
  return page(
    `<form method="post" action="/login"><p><input id="username" name="username"></p>${hidden}<button>Go</button></form>`,
  );
}
