import type { HtmlPage } from './html.ts';

const style = `
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; font: 16px/1.5 "Segoe UI", system-ui, sans-serif; color: #e9edf2; background: #1c232b; display: grid; place-items: center; }
  main { width: 24rem; padding: 2.2rem; background: #27313c; border-top: 5px solid #ff8c1a; border-radius: 4px; }
  h1 { font-size: 1.3rem; margin: 0 0 1.4rem; letter-spacing: .04em; }
  label { display: block; font-size: .85rem; color: #aab6c3; }
  input { width: 100%; margin: .3rem 0 1.2rem; padding: .7rem; font: inherit; color: inherit; background: #1c232b; border: 1px solid #51606f; border-radius: 3px; }
  input:focus { outline: 2px solid #ff8c1a; }
  button { width: 100%; padding: .75rem; font: inherit; font-weight: 600; color: #1c232b; background: #ff8c1a; border: 0; border-radius: 3px; cursor: pointer; }
  button:disabled { background: #6b5a45; color: #bbb; cursor: default; }
  .error { color: #ffb4a8; } a { color: #ff8c1a; }
`;

/** What a view library does with controlled inputs: the state is the truth, and only an `input` event changes it. */
const script = `
  const state = { step: 'username', username: '', password: '', problem: '', busy: false };
  const root = document.getElementById('root');
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  function controlled(field, type, autocomplete, text) {
    const input = element('input', { id: field, name: field, type, autocomplete, value: state[field] });
    input.addEventListener('input', () => { state[field] = input.value; keep(); });
    input.addEventListener('blur', () => { input.value = state[field]; });
    return element('label', { textContent: text }, input);
  }
  function keep() {
    for (const input of root.querySelectorAll('input')) input.value = state[input.name];
    const button = root.querySelector('button');
    if (button) button.disabled = state.busy || state[state.step] === '';
  }
  async function submit(event) {
    event.preventDefault();
    if (state.step === 'username') { state.step = 'password'; return render(); }
    state.busy = true; keep();
    const reply = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: state.username, password: state.password }),
    });
    const answer = await reply.json();
    Object.assign(state, { busy: false, password: '', problem: answer.problem ?? '', person: answer.person });
    if (reply.ok) state.step = 'home';
    render();
  }
  function render() {
    if (state.step === 'home') {
      root.replaceChildren(
        element('h1', { id: 'welcome', textContent: 'Welcome, ' + state.person }),
        element('p', { textContent: 'You are signed in as ' }, element('strong', { id: 'user', textContent: state.username })),
        element('p', {}, element('a', { href: '/', textContent: 'Sign out' })),
      );
      return;
    }
    const form = element('form', { onsubmit: submit, method: 'post' },
      state.step === 'username'
        ? controlled('username', 'text', 'username', 'Work email')
        : controlled('password', 'password', 'current-password', 'Password for ' + state.username),
      element('button', { id: 'go', textContent: state.step === 'username' ? 'Next' : 'Sign in' }),
    );
    root.replaceChildren(
      element('h1', { textContent: 'FABRIKAM PLANNING' }),
      ...(state.problem === '' ? [] : [element('p', { className: 'error', role: 'alert', textContent: state.problem })]),
      form,
    );
    keep();
    form.querySelector('input').focus();
  }
  render();
`;

/** One document: the password field takes the place of the user name field. */
export const fabrikamPage: HtmlPage = {
  title: 'Fabrikam production planning',
  style,
  body: '<main id="root"></main>',
  script,
};
