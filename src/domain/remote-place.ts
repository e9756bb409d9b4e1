import { fail, ok, type Result } from './result.ts';

/** Protocols whose own program a session hands over to. ARD speaks VNC. */
export const remoteProtocols = ['rdp', 'ssh', 'vnc'] as const;
export type RemoteProtocol = (typeof remoteProtocols)[number];

/** Where a remote session leads. */
export interface RemotePlace {
  /** Canonical: punycode, IPv6 in brackets. */
  readonly host: string;
  /** null: the protocol's own. */
  readonly port: number | null;
}

const forms = {
  bracketed: /^(\[[\da-f:.]+\])(?::(\d{1,5}))?$/i,
  bareIpv6: /^(?=.*:.*:)[\da-f:.]+$/i,
  named: /^([^\s:/?#@\\[\]%]+)(?::(\d{1,5}))?$/,
} as const;
const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const canonicalHost = /^(\[[\da-f:.]+\]|[\da-z_-]+(\.[\da-z_-]+)*)$/;

function hostnameOf(host: string): string | null {
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return null;
  }
}

/** Understands `host`, `host:port`, `10.0.0.1`, `fe80::1`, `[fe80::1]:3389`. Whatever could mean anything else is refused. */
export function parseRemotePlace(typed: string): Result<RemotePlace> {
  const text = typed.trim();
  if (text === '') return fail({ code: 'host-refused', problem: 'empty' });
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return fail({ code: 'host-refused', problem: 'scheme' });
  if (text.includes('@')) return fail({ code: 'host-refused', problem: 'userinfo' });
  const found = forms.bareIpv6.test(text)
    ? [text, `[${text}]`, undefined]
    : (forms.bracketed.exec(text) ?? forms.named.exec(text));
  const typedHost = found?.[1] ?? '';
  const host = hostnameOf(typedHost);
  const port = found?.[2] === undefined ? null : Number(found[2]);
  if (typedHost.endsWith('.')) return fail({ code: 'host-refused', problem: 'trailing-dot' });
  if (typedHost === '' || host === null || !canonicalHost.test(host) || port === 0 || (port ?? 0) > 65_535)
    return fail({ code: 'host-refused', problem: 'not-an-address' });
  if (ipv4.test(host) && host !== typedHost) return fail({ code: 'host-refused', problem: 'ip-shorthand' });
  return ok({ host, port });
}

/** As it is typed and shown. */
export const remotePlaceText = ({ host, port }: RemotePlace): string => (port === null ? host : `${host}:${port}`);
