/** How a field is kept from people. `unusable`: it is there to be seen, and takes nothing. */
export const hiddenWays = ['hidden-field', 'tiny-field', 'transparent-field', 'covered-field', 'unusable'] as const;
export type HiddenWay = (typeof hiddenWays)[number];
