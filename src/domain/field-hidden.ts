/** How a field is kept from people. `switched-off-field`: it is there to be seen, and takes nothing. */
export const hiddenWays = [
  'hidden-field',
  'tiny-field',
  'transparent-field',
  'covered-field',
  'switched-off-field',
] as const;
export type HiddenWay = (typeof hiddenWays)[number];
