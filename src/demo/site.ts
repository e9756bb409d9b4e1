/** A web site of the demo or of a test. */
export interface Site {
  /**
   * `host` or `host:port`; without a port, the scheme's own port is meant. A `*` in the place of a first label stands
   * for any name below, and `*` as a port for any port.
   */
  readonly hosts: readonly string[];
  /** The address of the request has the host that the browser meant, and its scheme. */
  readonly handle: (request: Request) => Response | Promise<Response>;
}

function matches(pattern: string, url: URL): boolean {
  const [, name = '', port = ''] = /^(.*?)(?::(\*|\d+))?$/.exec(pattern) ?? [];
  const portFits = port === '*' || port === url.port;
  return portFits && (name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) : url.hostname === name);
}

/** The first site that serves this address, or null. */
export const siteFor = (sites: readonly Site[], url: URL): Site | null =>
  sites.find(({ hosts }) => hosts.some((pattern) => matches(pattern, url))) ?? null;

/** Plain http is sent on to https, as real sites do. */
export const httpsOnly =
  (handle: Site['handle']): Site['handle'] =>
  (request) =>
    request.url.startsWith('http:')
      ? new Response(null, { status: 301, headers: { location: request.url.replace(/^http:/, 'https:') } })
      : handle(request);
