import { escaped, type HtmlPage } from './html.ts';

const style = `
  body { margin: 0; font: 16px/1.5 Georgia, "DejaVu Serif", serif; background: #fbf7f0; color: #33291d; }
  main { width: 24rem; margin: 12vh auto; padding: 2rem; background: #fff; border-radius: 12px; box-shadow: 0 3px 14px #7a5c2e33; }
  label { display: block; margin-bottom: 1rem; }
  input { width: 100%; box-sizing: border-box; padding: .6rem; font: inherit; border: 1px solid #cdb894; border-radius: 8px; }
  button { padding: .6rem 1.5rem; font: inherit; color: #fff; background: #96631c; border: 0; border-radius: 8px; }
  .error { color: #a3271c; } .waiting { color: #8d7a5c; }
`;

/** Milliseconds after the load event until there is a form. */
export const schedulerDelayMs = 600;

const script = `
  addEventListener('load', () => setTimeout(() => {
    document.querySelector('main').replaceChildren(document.querySelector('template').content.cloneNode(true));
  }, ${schedulerDelayMs}));
`;

/** The form comes late, as in applications that load themselves first. */
export const schedulerSignIn = (wrong: boolean): HtmlPage => ({
  title: 'Appointment scheduler',
  style,
  body: `<main><p class="waiting">Loading…</p></main>
<template>
  <h1>Scheduler</h1>
  ${wrong ? '<p class="error" role="alert">That did not work. Try again.</p>' : ''}
  <form method="post" action="/session">
    <label>User <input type="text" id="user" name="user" autocomplete="username"></label>
    <label>Password <input type="password" id="pass" name="pass" autocomplete="current-password"></label>
    <button type="submit">Open the day</button>
  </form>
</template>`,
  script,
});

export const schedulerHome = (username: string, person: string): HtmlPage => ({
  title: 'Appointment scheduler',
  style,
  body: `<main><h1 id="welcome">Welcome, ${escaped(person)}</h1>
<p>You are signed in as <strong id="user">${escaped(username)}</strong>.</p></main>`,
});
