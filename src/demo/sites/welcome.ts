import { type DemoKeyAlias, demoKeys, demoPassphrase } from '../demo-credentials.ts';
import { httpsOnly, type Site } from '../site.ts';
import { htmlReply } from './html.ts';
import { pagesOf } from './pages-of.ts';
import { welcomePage } from './welcome-page.ts';

export const welcomeHost = 'welcome.linked-vault.example';

const otherKeys: readonly (readonly [DemoKeyAlias, string])[] = [
  ['no-password-access', 'no Password Access: lists work, values do not come'],
  ['revoked', 'revoked'],
  ['paused', 'paused'],
  ['eu', 'belongs to the region Europe (EU)'],
  ['au', 'belongs to the region Australia (AU)'],
];

const page = welcomePage({
  passphrase: demoPassphrase,
  apiKey: demoKeys.full,
  otherKeys: otherKeys.map(([alias, note]) => ({ key: demoKeys[alias], note })),
});

/** Where the demo starts: what to click, and what to paste. */
export const welcome: Site = {
  hosts: [welcomeHost],
  handle: httpsOnly(pagesOf({ 'GET /': () => htmlReply(page) })),
};
