/** A whole page around a body. */
export const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in</title>${head}</head><body>${body}</body></html>`;

const field = (id: string, type: string, more = ''): string =>
  `<p><input id="${id}" name="${id}" type="${type}" ${more}></p>`;

/** A plain login form; `attributes` go on the form, `inside` before its button. */
export const loginForm = (attributes = 'method="post" action="/login"', inside = ''): string =>
  `<form ${attributes}>${field('username', 'text')}${field('password', 'password')}${inside}<button>Sign in</button></form>`;

export const htmlReply = (body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
