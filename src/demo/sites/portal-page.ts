import { escaped, type HtmlPage } from './html.ts';

const style = `
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; grid-template-columns: 5fr 4fr; font: 16px/1.5 "Segoe UI", system-ui, sans-serif; color: #12343b; background: #fff; }
  aside { background: linear-gradient(150deg, #0b7285, #15aabf 60%, #99e9f2); color: #fff; padding: 10vh 4rem; }
  aside h1 { font-size: 2.4rem; line-height: 1.15; margin: 0 0 1rem; }
  aside p { max-width: 26rem; font-size: 1.1rem; opacity: .95; }
  .mark { width: 3.2rem; height: 3.2rem; margin-bottom: 1.4rem; display: grid; place-items: center; font-size: 1.7rem; font-weight: 700; color: #0b7285; background: #fff; border-radius: 45% 45% 50% 50%; }
  main { padding: 14vh 4rem; max-width: 30rem; }
  main h2 { margin: 0 0 1.5rem; }
  label { display: block; margin-bottom: 1.1rem; font-weight: 600; }
  input { display: block; width: 100%; margin-top: .35rem; padding: .65rem .75rem; font: inherit; border: 1px solid #93b7bd; border-radius: 6px; }
  input:focus { outline: 3px solid #99e9f2; border-color: #0b7285; }
  button { padding: .7rem 1.6rem; font: inherit; font-weight: 600; color: #fff; background: #0b7285; border: 0; border-radius: 6px; cursor: pointer; }
  button:hover { background: #095c6b; }
  .error { margin: 0 0 1.2rem; padding: .7rem .9rem; color: #8a1c1c; background: #ffe9e9; border-left: 4px solid #d64545; border-radius: 4px; }
  .help { margin-top: 2rem; color: #4a6b71; font-size: .9rem; }
  table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .5rem 0; border-bottom: 1px solid #d5e5e8; }
  @media (max-width: 800px) { body { display: block; } aside { padding: 2rem; } main { padding: 2rem; } }
`;

const aside = `<aside>
  <div class="mark" aria-hidden="true">N</div>
  <h1>Northwind Dental Group</h1>
  <p>Appointments, charts and recalls of all three clinics in one place.</p>
</aside>`;

/** The sign-in form; `wrong`: with the sentence after a failed attempt. */
export const portalSignIn = (wrong: boolean): HtmlPage => ({
  title: 'Sign in - Northwind patient portal',
  style,
  body: `${aside}
<main>
  <h2>Sign in</h2>
  ${wrong ? '<p class="error" role="alert">The user name or password is not right.</p>' : ''}
  <form method="post" action="/login">
    <label>Email <input type="email" id="username" name="username" autocomplete="username" required></label>
    <label>Password <input type="password" id="password" name="password" autocomplete="current-password" required></label>
    <button type="submit">Sign in</button>
  </form>
  <p class="help">Forgotten your password? Ask your practice manager.</p>
</main>`,
});

/** What staff see once they are in. */
export const portalHome = (username: string, person: string): HtmlPage => ({
  title: 'Today - Northwind patient portal',
  style,
  body: `${aside}
<main>
  <h2 id="welcome">Welcome, ${escaped(person)}</h2>
  <p>You are signed in as <strong id="user">${escaped(username)}</strong>.</p>
  <table>
    <tr><th>Time</th><th>Chair</th><th>Treatment</th></tr>
    <tr><td>09:00</td><td>2</td><td>Check-up</td></tr>
    <tr><td>09:30</td><td>1</td><td>Crown fitting</td></tr>
    <tr><td>10:15</td><td>3</td><td>Hygiene</td></tr>
  </table>
  <p class="help"><a href="/">Sign out</a></p>
</main>`,
});
