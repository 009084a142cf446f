/**
 * Which characters a built page can show: every character of its source, and those that it spells as a
 * character reference (`&#x76ee;`, `&mdash;`). Markup and attributes are read too: an `aria-label`, a chart's
 * data or a form's placeholder may be shown, and the letters of the tags themselves are ASCII, which is kept
 * anyway.
 */
export function codePointsOfHtml(html: string): Set<number> {
  const found = codePointsOf(html);
  for (const [, reference] of html.matchAll(/&(#?\w+);/g)) {
    const code = decodeReference(reference!);
    if (code !== undefined) found.add(code);
  }
  return found;
}

/**
 * The same for a script or a stylesheet, where `\u76ee`, `\u{76ee}` (script) and `\76ee` (stylesheet) are
 * spelt.
 */
export function codePointsOfCode(source: string, kind: 'js' | 'css'): Set<number> {
  const found = codePointsOf(source);
  const escape = kind === 'js' ? /\\u\{?([0-9a-f]{4,6})/gi : /\\([0-9a-f]{4,6})/gi;
  for (const [, hex] of source.matchAll(escape)) found.add(Number.parseInt(hex!, 16));
  return found;
}

/** Each once, in whatever order; a site has hundreds of megabytes of them. */
function codePointsOf(text: string): Set<number> {
  const seen = new Uint8Array(0x10000);
  const found = new Set<number>();
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if ((unit & 0xfc00) === 0xd800) found.add(text.codePointAt(index)!);
    if (seen[unit] === 1) continue;
    seen[unit] = 1;
    if ((unit & 0xf800) !== 0xd800) found.add(unit);
  }
  return found;
}

/** Kept whether or not a page has them: ASCII, and the signs that figures are written with in the browser. */
export const ALWAYS: ReadonlySet<number> = new Set([
  ...Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index),
  ...[...'\u00a0±×÷–—‘’“”…‐−△▲％、。・ー'].map((char) => char.codePointAt(0)!),
]);

/** True for what a font has to draw: not a control, a format character, a variation selector or a space. */
export function isDrawn(code: number): boolean {
  return !/[\p{C}\p{Z}\p{Variation_Selector}]/u.test(String.fromCodePoint(code));
}

/**
 * True for the Kangxi and CJK radicals: ⽬ (U+2F6C) looks like 目 (U+76EE) and shares its glyph in the font.
 * Kept beside it, it would be what a PDF gives when 目 is copied or searched.
 */
export function isRadical(code: number): boolean {
  return code >= 0x2e80 && code <= 0x2fdf;
}

function decodeReference(reference: string): number | undefined {
  if (!reference.startsWith('#')) return NAMED[reference];
  const hex = reference[1] === 'x' || reference[1] === 'X';
  const code = hex ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code > 0 && code <= 0x10ffff ? code : undefined;
}

/** Named references beyond ASCII that a serialiser or an author is likely to write. */
const NAMED: Readonly<Record<string, number>> = {
  nbsp: 0xa0, copy: 0xa9, laquo: 0xab, shy: 0xad, reg: 0xae, deg: 0xb0, plusmn: 0xb1, middot: 0xb7,
  raquo: 0xbb, frac12: 0xbd, times: 0xd7, divide: 0xf7, ensp: 0x2002, emsp: 0x2003, thinsp: 0x2009,
  ndash: 0x2013, mdash: 0x2014, lsquo: 0x2018, rsquo: 0x2019, ldquo: 0x201c, rdquo: 0x201d, dagger: 0x2020,
  bull: 0x2022, hellip: 0x2026, permil: 0x2030, euro: 0x20ac, trade: 0x2122, larr: 0x2190, uarr: 0x2191,
  rarr: 0x2192, darr: 0x2193, minus: 0x2212, asymp: 0x2248, ne: 0x2260, le: 0x2264, ge: 0x2265, yen: 0xa5,
  sect: 0xa7, para: 0xb6,
};
