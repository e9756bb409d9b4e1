/**
 * Whether every test runs at its full size and in each browser (`npm run test:whole`, and whatever is named to
 * `npm run e2e`). `npm test` is the same in a shorter form: tests of what is the same page in both browsers run in
 * Chromium alone, long series are shorter.
 */
export const whole = process.env.TEST_WHOLE === '1';
