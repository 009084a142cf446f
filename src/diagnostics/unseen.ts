/*
 * Characters that no reader sees, as parts of a class of a regular expression: named once for all who look for them. What
 * each place allows of them is said there.
 */

/** Control characters but the tab and the breaks of lines. */
export const CONTROLS = String.raw`\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F`;

/**
 * Fillers, blanks without width, breaks of lines that no editor shows, marks that turn the direction of whole lines, tags,
 * characters of private use, which have no shape or another's, and code points that are no characters.
 */
export const UNSEEN = String.raw`\u115F\u1160\u180E\u200B\u2028-\u202E\u2060-\u2069\u3164\uFFA0\uFFF9-\uFFFB\p{Co}\p{Noncharacter_Code_Point}\u{E0000}-\u{E007F}`;

/** Marks of the direction of single words. Only what is written from the right needs them. */
export const DIRECTIONS = String.raw`\u061C\u200E\u200F`;

/** Allowed at the start of a file alone. */
export const BYTE_ORDER_MARK = String.raw`\uFEFF`;
