/**
 * Everything a visitor of the demo may know: nothing here opens anything outside this program.
 * The hexadecimal part of every key begins with `de30` ("demo"), and the tail says what the key is for.
 */

/** The passphrase that the welcome page suggests. */
export const demoPassphrase = 'harbor copper lantern ninety orchard';

/** The passphrase that the guided tour gives to a technician. */
export const demoTechnicianPassphrase = 'violet canyon teapot seven meadow';

const demoKey = (number: number, purpose: string): string =>
  `ITG.de30${String(number).padStart(28, '0')}.${`demo-only_not-a-secret_${purpose}_`.padEnd(64, '0')}`;

/** Aliases of the demo keys: what the journal says instead of the key. */
export const demoKeyAliases = [
  'full',
  'no-password-access',
  'revoked',
  'paused',
  'eu',
  'au',
  'gateway',
  'spare',
] as const;

export type DemoKeyAlias = (typeof demoKeyAliases)[number];

/** `full`, `spare`, `no-password-access`, `revoked` and `paused` belong to the US tenant; `gateway` is known to the gateway alone. */
export const demoKeys: Readonly<Record<DemoKeyAlias, string>> = {
  full: demoKey(1, 'full-access'),
  'no-password-access': demoKey(2, 'no-password-access'),
  revoked: demoKey(3, 'revoked'),
  paused: demoKey(4, 'paused'),
  eu: demoKey(5, 'europe'),
  au: demoKey(6, 'australia'),
  gateway: demoKey(7, 'gateway'),
  spare: demoKey(8, 'to-rotate-to'),
};

/** A gateway in front of the US tenant, as AzGlue is one: own host, path prefix and function code. */
export const demoGateway = {
  host: 'gateway.linked-vault.example',
  prefix: '/api/it-glue',
  code: 'demo-function-code',
} as const;
