import { escaped, type HtmlPage } from './html.ts';

/** How the web interface of a device looks and what it asks. */
export interface DeviceLook {
  readonly title: string;
  readonly model: string;
  readonly accent: string;
  readonly background: string;
  /** null: it asks for a password only. */
  readonly userLabel: string | null;
  readonly userField: string;
  readonly passwordLabel: string;
  readonly passwordField: string;
  /** Rows of the status page that follows. */
  readonly facts: readonly (readonly [string, string])[];
}

const style = ({ accent, background }: DeviceLook): string => `
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; font: 14px/1.4 Verdana, "DejaVu Sans", sans-serif; background: ${background}; color: #222; }
  header { padding: .7rem 1.2rem; color: #fff; background: ${accent}; font-weight: bold; }
  header small { font-weight: normal; opacity: .85; margin-left: 1rem; }
  main { width: 25rem; margin: 10vh auto; padding: 1.6rem; background: #fff; border: 1px solid #bbb; }
  h1 { font-size: 1.1rem; margin: 0 0 1.2rem; }
  label { display: grid; grid-template-columns: 8rem 1fr; align-items: center; margin-bottom: .8rem; }
  input { padding: .4rem; font: inherit; border: 1px solid #888; }
  button { margin-left: 8rem; padding: .4rem 1.4rem; font: inherit; color: #fff; background: ${accent}; border: 0; cursor: pointer; }
  .error { color: #a40000; } td { padding: .3rem 1rem .3rem 0; }
`;

const framed = (look: DeviceLook, body: string): HtmlPage => ({
  title: look.title,
  style: style(look),
  body: `<header>${escaped(look.title)}<small>${escaped(look.model)}</small></header><main>${body}</main>`,
});

const userRow = ({ userLabel, userField }: DeviceLook): string =>
  userLabel === null
    ? ''
    : `<label>${escaped(userLabel)} <input type="text" id="${userField}" name="${userField}" autocomplete="username"></label>`;

export const deviceSignIn = (look: DeviceLook, wrong: boolean): HtmlPage =>
  framed(
    look,
    `<h1>Log in</h1>
  ${wrong ? '<p class="error" role="alert">Login failed.</p>' : ''}
  <form method="post" action="/login">
    ${userRow(look)}
    <label>${escaped(look.passwordLabel)} <input type="password" id="${look.passwordField}" name="${look.passwordField}" autocomplete="current-password"></label>
    <button type="submit">Log in</button>
  </form>`,
  );

export const deviceStatus = (look: DeviceLook, username: string | null, person: string): HtmlPage =>
  framed(
    look,
    `<h1 id="welcome">Welcome, ${escaped(person)}</h1>
  ${username === null ? '' : `<p>Logged in as <strong id="user">${escaped(username)}</strong></p>`}
  <table>${look.facts.map(([name, value]) => `<tr><td>${escaped(name)}</td><td>${escaped(value)}</td></tr>`).join('')}</table>
  <p><a href="/">Log out</a></p>`,
  );
