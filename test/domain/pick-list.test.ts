import { describe, expect, it } from 'vitest';
import type { PasswordSummary } from '../../src/domain/credential.ts';
import { asId } from '../../src/domain/ids.ts';
import { isForSite, pickList } from '../../src/domain/pick-list.ts';

const row = (id: string, name: string, more: Partial<PasswordSummary> = {}): PasswordSummary => ({
  id: asId(id),
  organizationId: asId('1'),
  organizationName: 'Northwind',
  name,
  username: null,
  url: null,
  categoryName: null,
  assetName: null,
  restricted: false,
  archived: false,
  vaulted: false,
  otpEnabled: false,
  passwordUpdatedAt: null,
  updatedAt: null,
  ...more,
});

const rows = [
  row('1', 'Zebra printer', { username: 'admin' }),
  row('2', 'PC12 - Bitlocker Key'),
  row('3', 'Firewall WAN', { url: 'https://fw.example:8443/login', username: 'root' }),
  row('4', 'Firewall SSH', { url: 'ssh://fw.example' }),
  row('5', 'Old firewall', { url: 'https://fw.example:8443', archived: true }),
  row('6', 'Firewall web', { url: 'fw.example ; 10.0.0.1', username: 'Müller' }),
  row('7', 'Host proof', { vaulted: true, url: 'https://fw.example:8443' }),
];
const names = (typed: string, origin = 'https://fw.example:8443') =>
  pickList(rows, typed, origin).map(({ name }) => name);

describe('the IT Glue credentials list', () => {
  it('shows this very origin first, then the host, then the rest, then what no website takes', () => {
    expect(names('')).toEqual([
      'Firewall WAN',
      'Firewall web',
      'Firewall SSH',
      'Zebra printer',
      'Host proof',
      'PC12 - Bitlocker Key',
    ]);
  });

  it('wants every word, in any order, without regard to case and accents', () => {
    expect(names('muller FIRE')).toEqual(['Firewall web']);
    expect(names('fire nothing')).toEqual([]);
  });

  it('leaves archived records out', () => {
    expect(names('old')).toEqual([]);
  });

  it('knows which rows are for this site', () => {
    expect(rows.filter((one) => isForSite(one, 'https://fw.example:8443')).map(({ id }) => id)).toEqual([
      '3',
      '5',
      '6',
      '7',
    ]);
  });

  it('orders the same rows alike, whichever way they came', () => {
    expect(pickList([...rows].reverse(), '', 'https://fw.example')).toEqual(pickList(rows, '', 'https://fw.example'));
  });
});
