const rightToLeft = (): boolean => chrome.i18n.getMessage('languageDirection') === 'rtl';

/**
 * A value as it goes into a sentence. In a language that is written from right to left, a host or a name would pull the
 * words around it out of order, so it is set apart there (Unicode's first strong isolate).
 */
export const isolated = (value: string | number): string => (rightToLeft() ? `\u2068${value}\u2069` : String(value));
