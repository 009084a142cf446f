/**
 * How wide a text is at most, px, in any sans-serif font. Drawings whose height follows from their words are
 * laid out with it: their lines break at the same places at build and in the browser.
 */
export function estimateWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size * (bold ? 1.06 : 1);
}

function emsOf(character: string): number {
  if (/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/.test(character)) return 1;
  if (/[mwMW%@—→]/.test(character)) return 0.95;
  if (/[ijlt.,:;'’ ()|-]/.test(character)) return 0.38;
  return /[A-Z]/.test(character) ? 0.72 : /[\u0020-\u02FF−–]/.test(character) ? 0.6 : 1;
}
