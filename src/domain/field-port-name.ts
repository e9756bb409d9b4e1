/** The one name under which the script that waits for a field to be chosen connects. */
export const fieldPortName = 'choose-field';
