/** The one name under which the explaining script connects. */
export const explanationPortName = 'explain';
