import { loginForm, page } from './html.ts';

/** Changes the page about a hundred thousand times a second, in every way that shows: nodes, classes, styles. */
const storm = `<div id="storm"></div><script>
  setInterval(() => {
    const box = document.getElementById('storm');
    for (let at = 0; at < 100; at += 1) {
      box.className = 'c' + at;
      box.style.width = at + 'px';
      box.append(document.createElement('i'));
      box.firstChild.hidden = at % 2 === 0;
      box.firstChild.remove();
    }
  }, 4);
</script>`;

/** Puts markup into the page some milliseconds after it was loaded. */
const later = (afterMs: number, html: string): string => `<div id="later"></div><script>
  setTimeout(() => { document.getElementById('later').innerHTML = ${JSON.stringify(html)}; }, ${afterMs});
</script>`;

/** A login in a page that never stops changing. */
export const stormyLogin = page(loginForm() + storm);

/** The login only comes when the page has been changing for a while. */
export const lateLoginInStorm = page(storm + later(4_000, loginForm()));

/** What comes is a login among more fields than can be judged. */
export const lateGrid = page(later(1_500, loginForm() + '<input>'.repeat(5_000)));
