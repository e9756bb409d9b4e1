/** The part of the browser's i18n that is the same in Chrome and Firefox; it answers at once and needs no polyfill. */
declare const chrome: {
  readonly i18n: {
    /** At most nine substitutions. An unknown name is answered with an empty string. */
    getMessage(name: string, substitutions?: readonly string[]): string;
    getUILanguage(): string;
  };
};
