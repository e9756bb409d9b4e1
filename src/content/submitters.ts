/** Every button that sends its form. An unknown type counts: the browser takes it for `submit`. */
export const submitters = 'button:not([type=button]):not([type=reset]), input[type=submit], input[type=image]';
