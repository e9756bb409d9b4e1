import { contoso, fabrikam, northwind } from '../demo-logins.ts';
import { escaped, type HtmlPage } from './html.ts';
import { welcomeStyle } from './welcome-style.ts';

export interface WelcomeContent {
  readonly passphrase: string;
  readonly apiKey: string;
  readonly otherKeys: readonly { readonly key: string; readonly note: string }[];
}

const copyable = (id: string, text: string): string =>
  `<div class="copy"><code id="${id}">${escaped(text)}</code><button type="button" data-copies="${id}">Copy</button></div>`;

const sites: readonly (readonly [address: string, organization: string, note: string])[] = [
  ['https://portal.northwind.example/', northwind, 'User name and password in one form. Two passwords fit.'],
  ['https://login.contoso.example/', contoso, 'User name first, password on the next page.'],
  ['https://admin.contoso.example/', contoso, 'Sends you to login.contoso.example to sign in.'],
  ['https://signin.fabrikam.example/', fabrikam, 'One page that changes itself: password after Next.'],
  ['https://vault-only.northwind.example/', northwind, 'Password only.'],
  ['https://firewall.northwind.example:8443/', northwind, 'A device on a port of its own.'],
  ['https://scheduler.northwind.example/', northwind, 'The form appears after a moment.'],
  ['http://nas.northwind.example/', northwind, 'Plain http: only if the entry says so.'],
  ['http://192.168.20.5/', northwind, 'Plain http by address.'],
];

const siteList = sites
  .map(
    ([address, organization, note]) =>
      `<li><a href="${address}">${address.replace(/^https?:\/\/|\/$/g, '')}</a><span>${escaped(organization)}</span><span>${note}</span></li>`,
  )
  .join('');

const steps = ({ passphrase, apiKey }: WelcomeContent): string => `<ol>
  <li><p><strong>Open the options of Linked Vault.</strong></p>
    <p class="soft">Its icon is in the toolbar, perhaps behind the puzzle piece. With no vault yet, the popup leads you there.</p></li>
  <li><p><strong>Create your vault</strong> with a passphrase. For the demo, this one will do:</p>${copyable('passphrase', passphrase)}</li>
  <li><p><strong>Save an IT Glue API key.</strong> Region: United States (US). The key of the demo:</p>${copyable('api-key', apiKey)}
    <p class="soft">Test connection says step by step what works.</p></li>
  <li><p><strong>Make a credential entry:</strong> organization <em>${escaped(northwind)}</em>, password <em>Patient portal - front desk</em>.</p>
    <p class="soft">Or choose Always prompt with list, to pick at each launch.</p></li>
  <li><p><strong>Link it to a website session:</strong> Credentials = Linked (vault), this Host:</p>${copyable('host', 'https://portal.northwind.example')}
    <p class="soft">The browser asks you for access to that one site: allow it.</p></li>
  <li><p><strong>Launch</strong> it from the popup. The portal opens, filled; press Sign in, and it greets you by name.</p></li>
</ol>`;

const script = `
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-copies]');
    if (!button) return;
    const text = document.getElementById(button.dataset.copies);
    getSelection().selectAllChildren(text);
    navigator.clipboard.writeText(text.textContent).then(() => { button.textContent = 'Copied'; }, () => { button.textContent = 'Press Ctrl+C'; });
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
`;

/** Step by step to the first filled sign-in, with everything there is to paste. */
export const welcomePage = (content: WelcomeContent): HtmlPage => ({
  title: 'Welcome - Linked Vault demo',
  style: welcomeStyle,
  body: `<header><div><h1>Welcome to the Linked Vault demo</h1>
<p>A made-up service provider with 336 clients and over 4,000 passwords, all on this machine. Nothing here is real, and nothing leaves your computer.</p></div></header>
<main>
<section><h2>From nothing to a filled sign-in</h2>${steps(content)}</section>
<section><h2>Sites to sign in to</h2><ul class="sites">${siteList}</ul></section>
<section><h2>When things go wrong</h2>
<details><summary>Other API keys, to see what the extension says</summary>
${content.otherKeys.map(({ key, note }, index) => `<p>${escaped(note)}</p>${copyable(`key-${index}`, key)}`).join('')}
</details></section>
</main>`,
  script,
});
