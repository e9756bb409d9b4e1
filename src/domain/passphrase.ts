export const passphraseMinimum = 12;

/** Long enough after Unicode normalisation, blanks at the ends not counted. A generated five-word phrase always is. */
export const passphraseLongEnough = (passphrase: string): boolean =>
  Array.from(passphrase.normalize('NFKC').trim()).length >= passphraseMinimum;
