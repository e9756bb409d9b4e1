import { describe, expect, it } from 'vitest';
import { isPrivateOrigin, parseHost, sitePattern, webOrigin } from '../../src/domain/host.ts';

const accepted: readonly (readonly [typed: string, url: string, origin: string])[] = [
  ['portal.example', 'https://portal.example/', 'https://portal.example'],
  ['  portal.example  ', 'https://portal.example/', 'https://portal.example'],
  ['PORTAL.Example', 'https://portal.example/', 'https://portal.example'],
  ['portal.example:443', 'https://portal.example/', 'https://portal.example'],
  ['portal.example:8443', 'https://portal.example:8443/', 'https://portal.example:8443'],
  ['portal.example/admin/login?next=1#top', 'https://portal.example/admin/login?next=1', 'https://portal.example'],
  ['https://portal.example', 'https://portal.example/', 'https://portal.example'],
  ['10.0.0.1', 'https://10.0.0.1/', 'https://10.0.0.1'],
  ['10.0.0.1:4444/ui', 'https://10.0.0.1:4444/ui', 'https://10.0.0.1:4444'],
  ['[fd00::1]:8443', 'https://[fd00::1]:8443/', 'https://[fd00::1]:8443'],
  ['nas', 'https://nas/', 'https://nas'],
  ['nas:5001', 'https://nas:5001/', 'https://nas:5001'],
  ['bücher.example', 'https://xn--bcher-kva.example/', 'https://xn--bcher-kva.example'],
  ['pаypal.example', 'https://xn--pypal-4ve.example/', 'https://xn--pypal-4ve.example'],
  ['example.com%2eevil.example', 'https://example.com.evil.example/', 'https://example.com.evil.example'],
  ['portal。example', 'https://portal.example/', 'https://portal.example'],
];

const refused: readonly (readonly [typed: string, problem: string])[] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['https://', 'not-an-address'],
  ['por tal.example', 'not-an-address'],
  ['https://user:word@portal.example', 'userinfo'],
  ['user@portal.example', 'userinfo'],
  ['portal.example.', 'trailing-dot'],
  ['https://0x7f.1', 'ip-shorthand'],
  ['2130706433', 'ip-shorthand'],
  ['10.1', 'ip-shorthand'],
  ['010.0.0.1', 'ip-shorthand'],
  ['１０.0.0.1', 'ip-shorthand'],
  ['javascript:alert(1)', 'scheme'],
  ['data:text/html,x', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['ssh://server.example', 'scheme'],
  ['chrome://settings', 'scheme'],
  ['blob:https://portal.example/1', 'scheme'],
  ['http://portal.example', 'http-not-allowed'],
  ['http://192.168.1.1', 'http-not-allowed'],
];

describe('parseHost', () => {
  it.each(accepted)('understands %j', (typed, url, origin) => {
    expect(parseHost(typed, false)).toEqual({ ok: true, value: { url, origin, secure: true } });
  });

  it.each(refused)('refuses %j: %s', (typed, problem) => {
    expect(parseHost(typed, false)).toEqual({ ok: false, failure: { code: 'host-refused', problem } });
  });

  it('takes http only when the user says so', () => {
    expect(parseHost('http://192.168.1.1', true)).toEqual({
      ok: true,
      value: { url: 'http://192.168.1.1/', origin: 'http://192.168.1.1', secure: false },
    });
    expect(parseHost('192.168.1.1', true)).toMatchObject({ value: { origin: 'https://192.168.1.1' } });
  });
});

const pairs: readonly (readonly [linked: string, page: string, same: boolean])[] = [
  ['https://a.example', 'https://a.example/login', true],
  ['https://a.example', 'https://a.example:443/', true],
  ['https://a.example', 'HTTPS://A.EXAMPLE/', true],
  ['https://xn--bcher-kva.example', 'https://bücher.example/', true],
  ['http://192.168.1.1', 'http://192.168.1.1:80/', true],
  ['https://a.example', 'http://a.example/', false],
  ['https://a.example', 'https://a.example:8443/', false],
  ['https://a.example', 'https://b.a.example/', false],
  ['https://a.example', 'https://example/', false],
  ['https://a.example', 'https://a.example.evil.test/', false],
  ['https://a.example', 'https://a.example./', false],
  ['https://a.example', 'https://a.example@evil.test/', false],
  ['https://a.example', 'https://evil.test/https://a.example/', false],
  ['https://a.example', 'https://а.example/', false],
  ['https://tenant-a.sharepoint.com', 'https://tenant-b.sharepoint.com/', false],
  ['http://192.168.1.1', 'https://192.168.1.1/', false],
  ['https://[fd00::1]', 'https://[fd00:0:0::1]/', true],
  ['https://[fd00::1]', 'https://[fd00::2]/', false],
];

describe('origins', () => {
  it.each(pairs)('a session for %s on %s: %s', (linked, page, same) => {
    expect(webOrigin(page) === linked).toBe(same);
  });

  it.each([
    'about:blank',
    'data:text/html,x',
    'blob:https://a.example/1',
    'file:///x',
    'chrome://version',
    '',
    'nonsense',
  ])('%j is no web page', (address) => {
    expect(webOrigin(address)).toBeNull();
  });

  it('asks for a site without its port, which Firefox would never match', () => {
    expect(sitePattern('https://10.0.0.1:8443')).toBe('https://10.0.0.1/*');
    expect(sitePattern('http://nas')).toBe('http://nas/*');
  });

  it.each([
    ['http://192.168.1.1', true],
    ['http://172.16.0.9:81', true],
    ['http://172.32.0.9', false],
    ['http://nas', true],
    ['http://printer.local', true],
    ['http://[fd12::1]', true],
    ['http://portal.example', false],
    ['http://8.8.8.8', false],
    ['http://[2001:db8::1]', false],
  ])('%s is private: %s', (origin, expected) => {
    expect(isPrivateOrigin(origin)).toBe(expected);
  });
});
