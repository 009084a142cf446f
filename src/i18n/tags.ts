/** A tag of a page: signs within the quotes of an attribute, which need not be spelled there, neither begin nor end one. */
export const TAG = /<(?:[^"'<>]|"[^"]*"|'[^']*')*>/;
