/** The look of the welcome page: light and dark, no outside assets. */
export const welcomeStyle = `
  :root { color-scheme: light dark; --page: #f4f6f6; --card: #fff; --text: #17211f; --soft: #51605d; --line: #d5dddb; --accent: #0f5c5c; --sunken: #eaeeee; }
  @media (prefers-color-scheme: dark) { :root { --page: #121818; --card: #1a2222; --text: #e7edec; --soft: #a5b3b1; --line: #31403e; --accent: #6cc5bd; --sunken: #0e1313; } }
  * { box-sizing: border-box; }
  body { margin: 0; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--text); background: var(--page); }
  header { padding: 3rem 0 2.2rem; color: #fff; background: linear-gradient(120deg, #0a4747, #0f5c5c 55%, #2b8a80); }
  header > div, main { max-width: 62rem; margin: 0 auto; }
  header > div { padding: 0 1.5rem; }
  header h1 { margin: 0 0 .6rem; font-size: 2.1rem; line-height: 1.2; }
  header p { font-size: 1.1rem; opacity: .93; }
  main { padding: 1.5rem; display: grid; gap: 1.2rem; }
  section { padding: 1.4rem 1.6rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
  h2 { margin: 0 0 .8rem; font-size: 1.2rem; }
  ol { margin: 0; padding: 0; list-style: none; counter-reset: step; }
  ol > li { position: relative; padding: 0 0 1.1rem 3rem; counter-increment: step; }
  ol > li::before { content: counter(step); position: absolute; left: 0; top: 0; width: 2rem; height: 2rem; display: grid; place-items: center; font-weight: 700; color: var(--card); background: var(--accent); border-radius: 50%; }
  ol > li:last-child { padding-bottom: 0; }
  p { margin: 0 0 .5rem; }
  .soft { color: var(--soft); }
  .copy { display: flex; gap: .5rem; align-items: stretch; margin: .4rem 0; }
  .copy code { flex: 1; min-width: 0; padding: .5rem .7rem; overflow-wrap: anywhere; font: .9rem/1.4 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; background: var(--sunken); border: 1px solid var(--line); border-radius: 6px; user-select: all; }
  button { padding: .4rem .9rem; font: inherit; color: var(--accent); background: none; border: 1px solid var(--accent); border-radius: 6px; cursor: pointer; }
  button:focus-visible, a:focus-visible { outline: 3px solid #0b7a75; outline-offset: 2px; }
  a { color: var(--accent); }
  .sites { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: .8rem; padding: 0; margin: 0; list-style: none; }
  .sites li { padding: .8rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
  .sites a { font-weight: 600; overflow-wrap: anywhere; }
  .sites span { display: block; color: var(--soft); font-size: .9rem; }
  details summary { cursor: pointer; color: var(--accent); }
`;
