import type { PasswordRecord } from './records.ts';
import type { SomeTime } from './some-time.ts';

/** A password of which only the name and the value are known. */
export const blankPassword = (
  id: string,
  organizationId: string,
  name: string,
  value: string,
  time: SomeTime,
): PasswordRecord => ({
  id,
  organizationId,
  name,
  username: null,
  value,
  url: null,
  notes: null,
  restricted: false,
  myGlue: false,
  autofillSelectors: null,
  category: null,
  embeddedIn: null,
  folderId: null,
  vaultId: null,
  otpEnabled: false,
  archived: false,
  personal: false,
  ...time,
});
