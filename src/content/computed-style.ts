/** Whether a computed image, mask or filter is none at all. */
export const unset = (value: string | undefined): boolean => value === undefined || value === '' || value === 'none';

/** Whether a computed colour paints nothing. */
export const isTransparent = (color: string): boolean => /^(transparent|rgba\(.*[,/]\s*0(\.0+)?%?\s*\))$/.test(color);
