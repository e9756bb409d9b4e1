/** The one name under which the fill script connects. */
export const fillPortName = 'fill';
