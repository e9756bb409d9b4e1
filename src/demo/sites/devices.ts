import type { LoginCheck } from '../login-check.ts';
import { httpsOnly, type Site } from '../site.ts';
import { type DeviceLook, deviceSignIn, deviceStatus } from './device-page.ts';
import { formOf, htmlReply } from './html.ts';
import { pagesOf } from './pages-of.ts';
import { personOf } from './person-of.ts';

interface Device extends DeviceLook {
  readonly host: string;
  readonly scheme: 'http' | 'https';
}

const firewall: Device = {
  host: 'firewall.northwind.example:8443',
  scheme: 'https',
  title: 'FW-NWD-01',
  model: 'Branch firewall, firmware 7.4',
  accent: '#b3261e',
  background: '#efefef',
  userLabel: 'Username',
  userField: 'username',
  passwordLabel: 'Password',
  passwordField: 'secretkey',
  facts: [
    ['WAN', 'up, 198.51.100.17'],
    ['VPN tunnels', '3 of 3'],
    ['Uptime', '41 days'],
  ],
};

const nas: Device = {
  host: 'nas.northwind.example',
  scheme: 'http',
  title: 'NAS-NWD-01',
  model: 'X-ray archive',
  accent: '#1d4f91',
  background: '#dfe8f2',
  userLabel: 'User name',
  userField: 'user',
  passwordLabel: 'Password',
  passwordField: 'passwd',
  facts: [
    ['Volume 1', '71 % of 24 TB'],
    ['Disks', '4 healthy'],
  ],
};

const printer: Device = {
  host: '192.168.20.5',
  scheme: 'http',
  title: 'Reception printer',
  model: 'Embedded web server',
  accent: '#3b7a3f',
  background: '#f4f4ec',
  userLabel: 'User',
  userField: 'UserID',
  passwordLabel: 'Password',
  passwordField: 'Password',
  facts: [
    ['Toner', '38 %'],
    ['Tray 2', 'empty'],
  ],
};

const door: Device = {
  host: 'vault-only.northwind.example',
  scheme: 'https',
  title: 'Door controller',
  model: 'Back entrance and server room',
  accent: '#4a3f6b',
  background: '#ebe8f2',
  userLabel: null,
  userField: '',
  passwordLabel: 'Password',
  passwordField: 'password',
  facts: [
    ['Back entrance', 'locked'],
    ['Server room', 'locked'],
  ],
};

function site(device: Device, accepts: LoginCheck): Site {
  const pages = pagesOf({
    'GET /': () => htmlReply(deviceSignIn(device, false)),
    'POST /login': async (request) => {
      const form = await formOf(request);
      const username = device.userLabel === null ? null : (form.get(device.userField) ?? '');
      const password = form.get(device.passwordField) ?? '';
      if (!accepts(device.host, username, password)) return htmlReply(deviceSignIn(device, true), 401);
      return htmlReply(
        deviceStatus(device, username, username === null ? 'keyholder' : personOf(device.host, username)),
      );
    },
  });
  return { hosts: [device.host], handle: device.scheme === 'https' ? httpsOnly(pages) : pages };
}

/** Web interfaces of devices: on a port of its own, over plain http by name and by address, and with a password alone. */
export const devices = (accepts: LoginCheck): readonly Site[] =>
  [firewall, nas, printer, door].map((device) => site(device, accepts));
