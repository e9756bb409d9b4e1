/** The one name under which the script that fills a single field connects. */
export const aimPortName = 'fill-field';
