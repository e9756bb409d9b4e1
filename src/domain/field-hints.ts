/**
 * What tells one field from another, as data. Words are matched against the field's name, id, label, placeholder and
 * aria text, lower case, with diacritics folded away.
 */
export const usernameTokens: readonly string[] = ['username', 'email', 'webauthn'];

/** Types a user name can be typed into. */
export const usernameTypes: readonly string[] = ['text', 'email', 'tel', ''];

export const usernameWords =
  /user|login|logon|sign ?in|account|e-?mail|upn|benutzer|anmelde|kennung|konto|utilisateur|identifiant|compte|usuario|cuenta|correo|utente|gebruiker|brukernavn|anvandar|kayttaja|kasutaja|uzytkownik|uzivatel|felhasznalo|utilizador|kullanici|логин|пользовател|用户|帳號|账号|ユーザ|아이디/;

/** A text field that says one of these is for something else, however much it looks like a user name. */
export const otherWords =
  /search|suche|recherche|buscar|zoek|find|query|newsletter|subscribe|coupon|promo|captcha|one.?time|\botp\b|\btotp\b|\bcode\b|\bpin\b|token|first.?name|last.?name|full.?name|company|phone|address|city|zip|postal|comment|message/;

/** A password field that says one of these is not the current password. */
export const newPasswordWords =
  /\bnew|confirm|repeat|retype|verif|again|neues|wiederhol|nouveau|confirmer|nueva|repetir/;

/** A password-type field that takes a one-time code. */
export const codeWords =
  /one.?time|\botp\b|\btotp\b|\b2fa\b|\bmfa\b|verification.?code|passcode|security.?code|\bcvv\b|\bcvc\b|card/;
