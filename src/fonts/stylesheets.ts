import type { Locale } from '../locale.ts';
import { MAIN } from './faces.ts';
import type { Face } from './faces.ts';
import { MAIN_FAMILY, printStack } from './families.ts';
import type { Share } from './shares.ts';

type AddressOf = (face: Face) => string;

/** Relative to the stylesheet, so that it serves under any base path. */
const BESIDE: AddressOf = ({ fileName }) => `./${fileName}`;

/**
 * The stylesheet beside the font files. On paper all is set in the main typeface; on the screen only what the device's own
 * Latin typeface is not for, by the name of Site Japanese.
 */
export function facesCss(addressOf: AddressOf = BESIDE): string {
  return MAIN.faces.flatMap((face) => [
    faceRule(MAIN_FAMILY, face, addressOf(face)),
    faceRule('Site Japanese', face, addressOf(face), BEYOND_LATIN),
  ]).join('');
}

/** The main typeface for a document that is only for paper. */
export function mainCss(addressOf: AddressOf): string {
  return MAIN.faces.map((face) => faceRule(MAIN_FAMILY, face, addressOf(face))).join('');
}

/** What is added for paper where there are other typefaces: each language in its own, which fill up the main one too. */
export function paperCss(others: readonly Share[], tags: Iterable<Locale>, addressOf: AddressOf = BESIDE): string {
  const faces = facesOf(others, ({ family }) => family, MAIN_FAMILY, addressOf);
  return faces + languageRules(others, tags, 'print', (share) => printStack(share?.typeface.family ?? MAIN_FAMILY));
}

/**
 * A stylesheet for the screen of a site that has languages with other typefaces. What the device has for the language
 * comes first, and the site's own is only fetched for what that lacks.
 */
export function screenCss(others: readonly Share[], tags: Iterable<Locale>, addressOf: AddressOf = BESIDE): string {
  const nameOf = ({ family }: { readonly family: string }) => `Site ${family}`;
  const stackOf = ({ typeface }: Share) => ['-apple-system', 'BlinkMacSystemFont', ...[...typeface.devices, nameOf(typeface)].map((name) => `'${name}'`), ''].join(', ');
  const faces = facesOf(others, nameOf, 'Site Japanese', addressOf, BEYOND_LATIN);
  return faces + languageRules(others, tags, 'screen', (share) => `${share ? stackOf(share) : ''}var(--sans)`);
}

function facesOf(others: readonly Share[], nameOf: (typeface: Share['typeface']) => string, main: string, addressOf: AddressOf, range?: string): string {
  return others.flatMap(({ typeface, languages, rest }) => typeface.faces.flatMap((face) => [
    ...(languages.length > 0 ? [faceRule(nameOf(typeface), face, addressOf(face), range)] : []),
    ...(rest.length > 0 ? [faceRule(main, face, addressOf(face), rest.map((code) => `U+${code.toString(16).toUpperCase()}`).join(', '))] : []),
  ])).join('');
}

/** Words of each language have its shapes also within another one. */
function languageRules(others: readonly Share[], tags: Iterable<Locale>, medium: 'print' | 'screen', stackOf: (share: Share | undefined) => string): string {
  if (others.every(({ languages }) => languages.length === 0)) return '';
  const rules = [...tags].sort().map((tag) => `  [lang='${tag}'] { font-family: ${stackOf(others.find(({ languages }) => languages.includes(tag)))}; }\n`);
  return `@media ${medium} {\n${rules.join('')}}\n`;
}

/** All but Latin letters with their dashes and quotation marks, and the minus sign. */
export const BEYOND_LATIN = 'U+250-2012, U+2015-2017, U+201E-2211, U+2213-10FFFF';

function faceRule(family: string, { weight }: Face, address: string, range?: string): string {
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: swap;
  src: url('${address}');
${range === undefined ? '' : `  unicode-range: ${range};\n`}}
`;
}
