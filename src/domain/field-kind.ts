/** What an input is for, by itself. */
export const fieldKinds = [
  // Takes the password in use.
  'password',
  'new-password',
  // Takes a secret that is none of a person's: a pre-shared key, the password of a mail server.
  'other-secret',
  'username',
  // A user name where the form asks for one and nothing else is nearer.
  'email',
  'phone',
  // Domain, realm, tenant: stands beside the user name.
  'extra',
  'code',
  'identity',
  'card',
  'search',
  'captcha',
  // Asks in words to be left empty.
  'decoy',
  // Says nothing of itself.
  'unnamed',
] as const;
export type FieldKind = (typeof fieldKinds)[number];
