const mostRedirects = 20;

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

const targetOf = (response: Response, from: string): string | null => {
  const to = response.headers.get('location');
  return to !== null && response.status >= 300 && response.status < 400 ? new URL(to, from).href : null;
};

/** `fetch` over a server in the same process: follows or refuses redirects and gives up with the signal, as the platform does. */
export const fetchOf =
  (handle: (request: Request) => Promise<Response>): typeof globalThis.fetch =>
  async (input, init) => {
    let request = new Request(input, init);
    request.signal.throwIfAborted();
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const response = await Promise.race([handle(request), aborted(request.signal)]);
      const to = targetOf(response, request.url);
      if (to === null || request.redirect === 'manual') return response;
      if (request.redirect === 'error') break;
      request = new Request(to, { headers: request.headers, signal: request.signal });
    }
    throw new TypeError('fetch failed');
  };
