import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRemotePlace, remotePlaceText, remoteProtocols } from '../../src/domain/remote-place.ts';
import { remoteFileName, remoteWay } from '../../src/domain/remote-way.ts';

describe('the host of a remote session', () => {
  it.each<[string, string, number | null]>([
    ['server', 'server', null],
    [' Server.Acme.Example ', 'server.acme.example', null],
    ['server.acme.example:3390', 'server.acme.example', 3390],
    ['10.0.0.1', '10.0.0.1', null],
    ['10.0.0.1:22', '10.0.0.1', 22],
    ['fe80::1', '[fe80::1]', null],
    ['2001:DB8:0:0::1', '[2001:db8::1]', null],
    ['[fe80::1]:3389', '[fe80::1]', 3389],
    ['bücher.example', 'xn--bcher-kva.example', null],
    ['ACME_DC01', 'acme_dc01', null],
  ])('%s', (typed, host, port) => {
    const place = parseRemotePlace(typed);
    expect(place).toEqual({ ok: true, value: { host, port } });
    expect(place.ok && parseRemotePlace(remotePlaceText(place.value))).toEqual(place);
  });

  it.each([
    ['', 'empty'],
    ['ssh://server', 'scheme'],
    ['admin@server', 'userinfo'],
    ['server.', 'trailing-dot'],
    ['0x7f.1', 'ip-shorthand'],
    ['127.1', 'ip-shorthand'],
    ['server:0', 'not-an-address'],
    ['server:70000', 'not-an-address'],
    ['server:', 'not-an-address'],
    ['server/path', 'not-an-address'],
    ['server?x', 'not-an-address'],
    ['two words', 'not-an-address'],
    ['server\r\nusername:s:eve', 'not-an-address'],
    ['fe80::1%eth0', 'not-an-address'],
    ['-oProxyCommand=calc', 'not-an-address'],
    ["server'", 'not-an-address'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(parseRemotePlace(typed)).toEqual({ ok: false, failure: { code: 'host-refused', problem } });
  });
});

const at = (protocol: (typeof remoteProtocols)[number], name = 'Server') => ({
  name,
  protocol,
  host: 'server.example',
  port: 3390,
});

describe('handing over', () => {
  it('an .rdp file says where, as whom, and that the server is to be checked', () => {
    expect(remoteWay(at('rdp'), 'ACME\\alice')).toEqual({
      kind: 'file',
      name: 'Server.rdp',
      text: 'full address:s:server.example:3390\r\nusername:s:ACME\\alice\r\nprompt for credentials:i:1\r\nauthentication level:i:2\r\nenablecredsspsupport:i:1\r\n',
    });
  });

  it('links encode whom they sign in', () => {
    expect(remoteWay(at('ssh'), "o'hara@acme:x/y")).toEqual({
      kind: 'link',
      address: 'ssh://o%27hara%40acme%3Ax%2Fy@server.example:3390',
    });
    expect(remoteWay({ ...at('vnc'), host: '[fe80::1]', port: null }, null)).toEqual({
      kind: 'link',
      address: 'vnc://[fe80::1]',
    });
  });

  it('no user name adds a line to a file, or leads a link elsewhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...remoteProtocols), (username, protocol) => {
        const way = remoteWay(at(protocol), username);
        if (way.kind === 'link') {
          const { hostname, port } = new URL(way.address);
          expect([hostname, port]).toEqual(['server.example', '3390']);
          return;
        }
        const lines = way.text.split(/[\r\n\u2028\u2029\u0085\v\f]+/);
        expect(lines.filter((line) => line !== '' && !line.startsWith('username:s:'))).toEqual([
          'full address:s:server.example:3390',
          'prompt for credentials:i:1',
          'authentication level:i:2',
          'enablecredsspsupport:i:1',
        ]);
      }),
    );
  });

  it.each([
    ['ACME / DC 01', 'ACME - DC 01.rdp'],
    ['..\\..\\evil', 'evil.rdp'],
    ['con', 'session-con.rdp'],
    ['', 'session.rdp'],
    ['\u202egpj.exe', 'gpj.exe.rdp'],
    ['x'.repeat(400), `${'x'.repeat(60)}.rdp`],
    ['Büro 東京', 'Büro 東京.rdp'],
  ])('an entry named %j is saved as %j', (name, file) => {
    expect(remoteFileName(name)).toBe(file);
  });
});
