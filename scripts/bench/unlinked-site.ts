import type { Site } from '../../src/demo/site.ts';

export const unlinkedUrl = 'https://news.unlinked.example/';

const article = (number: number): string => `<article id="a${number}"><h2>Headline ${number}</h2>
<p>Some text with <a href="#a${number}">a link</a>, <em>emphasis</em> and <code>code</code>, as long as a paragraph is.</p>
<ul>${'<li><span>One thing</span> <button type="button">More</button></li>'.repeat(6)}</ul></article>`;

/** A page with a sign-in form, since that is where password extensions like to work, and one that goes on changing. */
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
<header><form action="/sign-in" method="post"><label>User name <input name="user" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<button>Sign in</button></form></header>
<main>${Array.from({ length: 20 }, (_, index) => article(index)).join('\n')}</main><p id="ticker"></p>
<script>
  let tick = 0;
  const timer = setInterval(() => {
    document.getElementById('ticker').textContent = 'Update ' + ++tick;
    if (tick === 10) clearInterval(timer);
  }, 50);
</script></html>`;

/** A site that no session entry names. */
export const unlinkedSite: Site = {
  hosts: [new URL(unlinkedUrl).host],
  handle: ({ url }) =>
    new URL(url).pathname === '/'
      ? new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
      : new Response(null, { status: 404 }),
};
