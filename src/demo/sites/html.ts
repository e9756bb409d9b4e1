const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that may stand in markup and in quoted attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

export interface HtmlPage {
  readonly title: string;
  readonly style: string;
  readonly body: string;
  /** Runs at the end of the body. */
  readonly script?: string;
}

/** A whole document. */
export const htmlDocument = ({ title, style, body, script }: HtmlPage): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${script === undefined ? '' : `<script>${script}</script>`}
</body>
</html>
`;

export const htmlReply = (page: HtmlPage, status = 200): Response =>
  new Response(htmlDocument(page), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });

/** To another page, by GET. */
export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } });

/** The fields of a posted form. */
export const formOf = async (request: Request): Promise<URLSearchParams> => new URLSearchParams(await request.text());
