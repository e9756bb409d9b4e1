import { escaped, type HtmlPage } from './html.ts';

const style = `
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 15px/1.45 "Segoe UI", system-ui, sans-serif; color: #1b1b1b; background: #eef1f6 linear-gradient(135deg, #e3e9f5, #f7f1ea); }
  main { width: 27.5rem; padding: 2.75rem; background: #fff; box-shadow: 0 2px 6px #0003; }
  .brand { display: flex; gap: .6rem; align-items: center; font-weight: 600; color: #5b2c83; margin-bottom: 1rem; }
  .brand span { width: 1.4rem; height: 1.4rem; background: conic-gradient(#5b2c83 0 25%, #c58f2c 0 50%, #5b2c83 0 75%, #c58f2c 0); }
  h1 { font-size: 1.5rem; margin: 0 0 1rem; font-weight: 600; }
  input { width: 100%; padding: .5rem 0; font: inherit; border: 0; border-bottom: 1px solid #666; outline: 0; }
  input:focus { border-bottom: 2px solid #5b2c83; }
  .who { padding: .25rem 0; color: #444; }
  .row { display: flex; justify-content: flex-end; gap: .5rem; margin-top: 2rem; }
  button, .button { min-width: 7rem; padding: .45rem; font: inherit; text-align: center; text-decoration: none; border: 0; color: #fff; background: #5b2c83; cursor: pointer; }
  .error { color: #b3261e; }
`;

const page = (title: string, inner: string): HtmlPage => ({
  title,
  style,
  body: `<main><div class="brand"><span></span>Contoso Legal</div>${inner}</main>`,
});

const error = (text: string | null): string =>
  text === null ? '' : `<p class="error" role="alert">${escaped(text)}</p>`;

/** First page: who. `back` is where the sign-in came from. */
export const contosoUserName = (back: string, problem: string | null): HtmlPage =>
  page(
    'Sign in to your account',
    `<h1>Sign in</h1>${error(problem)}
  <form method="post" action="/username">
    <input type="hidden" name="back" value="${escaped(back)}">
    <input type="text" id="loginfmt" name="loginfmt" placeholder="Email or phone" aria-label="Email or phone" autocomplete="username" required>
    <div class="row"><button type="submit" id="next">Next</button></div>
  </form>`,
  );

/** Second page: the password of the one who was named. */
export const contosoPassword = (back: string, username: string, problem: string | null): HtmlPage =>
  page(
    'Enter password',
    `<div class="who" id="displayName">${escaped(username)}</div><h1>Enter password</h1>${error(problem)}
  <form method="post" action="/password">
    <input type="hidden" name="back" value="${escaped(back)}">
    <input type="hidden" name="loginfmt" value="${escaped(username)}">
    <input type="password" id="passwd" name="passwd" placeholder="Password" aria-label="Password" autocomplete="current-password" required>
    <div class="row"><button type="submit" id="sign-in">Sign in</button></div>
  </form>`,
  );

export const contosoHome = (title: string, username: string, person: string): HtmlPage =>
  page(
    title,
    `<h1 id="welcome">Welcome, ${escaped(person)}</h1>
  <p>You are signed in to the ${escaped(title)} as <strong id="user">${escaped(username)}</strong>.</p>
  <div class="row"><a class="button" href="/">Sign out</a></div>`,
  );
