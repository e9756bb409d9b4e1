import type { FakeItGlue } from './fake-it-glue.ts';

/** Whether one of IT Glue's passwords for this host signs this user in; a user name of null: the site asks for none. */
export type LoginCheck = (host: string, username: string | null, password: string) => boolean;

const hostOf = (url: string | null): string | null => (url !== null && URL.canParse(url) ? new URL(url).host : null);

/** The sites know what IT Glue knows, so that a password that is changed there works at once. */
export const loginCheck =
  (fake: FakeItGlue): LoginCheck =>
  (host, username, password) => {
    for (const record of fake.tenant().passwords.values()) {
      if (hostOf(record.url) === host && record.username === username && record.value === password) return true;
    }
    return false;
  };
