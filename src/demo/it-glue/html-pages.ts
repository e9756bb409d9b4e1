/** Pages that come where JSON was expected, as they were seen or as proxies write them. */

export const notFoundPage = `<!DOCTYPE html>
<html>
<head>
  <title>The page you were looking for doesn't exist (404)</title>
  <meta name="viewport" content="width=device-width,initial-scale=1">
  <style>
    * { box-sizing: border-box; }
    body { background-color: #fff; color: #2E2F30; text-align: center; font-family: 'Roboto', sans-serif; line-height: 150%; margin: 0 }
    nav { background: #222222; text-align: left; height: 50px; }
    .container { width: 100%; max-width: 1028px; margin: 0 auto; padding: 30px; }
    h1, h2, h4 { font-weight: bold; color: #88ACB4; line-height: 130%; margin-bottom: 0; }
  </style>
</head>
<body>
  <nav></nav>
  <div class="container"><h1>404</h1><h2>The page you were looking for doesn't exist.</h2></div>
</body>
</html>
`;

const serverPage = (title: string): string => `<html>
<head><title>${title}</title></head>
<body>
<center><h1>${title}</h1></center>
</body>
</html>
`;

export const ipBlockedPage = serverPage('403 Forbidden');

const gatewayTitles = {
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
  504: '504 Gateway Time-out',
} as const;

export const gatewayErrorPage = (status: keyof typeof gatewayTitles): string => serverPage(gatewayTitles[status]);

/** What the web UI (or a captive portal) answers to a request that was meant for the API. */
export const signInPage = `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Sign in - IT Glue (demo)</title>
  <meta name="viewport" content="width=device-width,initial-scale=1">
  <style>
    body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: #f2f4f7; color: #1d2733; }
    main { max-width: 22rem; margin: 12vh auto; padding: 2rem; background: #fff; border-radius: 10px; box-shadow: 0 1px 4px #0003; }
    label { display: block; margin: 0 0 1rem; } input { width: 100%; padding: .5rem; font: inherit; box-sizing: border-box; }
    small { color: #5a6675; }
  </style>
</head>
<body>
  <main>
    <h1>Sign in</h1>
    <form action="/login" method="post">
      <label>Email <input name="username" autocomplete="off"></label>
      <button>Continue</button>
    </form>
    <p><small>This is the demo's stand-in for the IT Glue web app. It has nobody to sign in.</small></p>
  </main>
</body>
</html>
`;
