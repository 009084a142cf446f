import type { Locale } from '../locale.ts';
import { ALWAYS, isDrawn, isRadical } from './code-points.ts';
import { MAIN } from './faces.ts';
import type { Typeface, Typefaces } from './faces.ts';
import { openFace } from './font-store.ts';

/** The characters of a site or of a document, by the language of the page that shows them. */
export type Texts = ReadonlyMap<Locale, ReadonlySet<number>>;

/** What another typeface than the main one draws. */
export interface Share {
  readonly typeface: Typeface;
  /** The languages that are set in it. */
  readonly languages: readonly Locale[];
  /** All that it is kept for, in code point order. */
  readonly wanted: readonly number[];
  /** What the main one lacks and it has: it fills it up. */
  readonly rest: readonly number[];
}

export interface Shares {
  /** None where the main typeface draws all: whoever needs no other pays for none. */
  readonly others: readonly Share[];
  /** What none of them draws, in code point order. */
  readonly missing: readonly number[];
}

/** Which typeface draws what: a text's letters have the shapes of its language, and single ones are taken from wherever they are. */
export async function shareOut(texts: Texts, typefaces: Typefaces): Promise<Shares> {
  const { has } = await openFace(MAIN.faces[0]!.source);
  const shown = sorted([...texts.values()].flatMap((codes) => [...codes]));
  let lacking = shown.filter((code) => isDrawn(code) && (isRadical(code) || !has(code)));
  const others: Share[] = [];
  for (const typeface of typefaces.all) {
    if (typeface === MAIN) continue;
    const languages = [...texts.keys()].filter((tag) => typefaces.of(tag) === typeface).sort();
    if (languages.length + lacking.length === 0) continue;
    const own = await openFace(typeface.faces[0]!.source);
    const rest = lacking.filter((code) => !isRadical(code) && own.has(code));
    lacking = lacking.filter((code) => !rest.includes(code));
    const wanted = keepable([...languages.flatMap((tag) => [...texts.get(tag)!, ...ALWAYS]), ...rest].flatMap(typeface.isShaped ? withParts : (code) => code));
    if (wanted.length > 0) others.push({ typeface, languages, wanted, rest });
  }
  return { others, missing: lacking };
}

/** ำ is drawn as what it is put together from. */
function withParts(code: number): number[] {
  return [code, ...[...String.fromCodePoint(code).normalize('NFKD')].map((part) => part.codePointAt(0)!)];
}

/** What the languages of a site are set in where nothing is cut down. */
export function wholeShares(tags: readonly Locale[], typefaces: Typefaces): Share[] {
  return typefaces.all.filter((typeface) => typeface !== MAIN)
    .map((typeface) => ({ typeface, languages: tags.filter((tag) => typefaces.of(tag) === typeface), wanted: [], rest: [] }))
    .filter(({ languages }) => languages.length > 0);
}

/** What a typeface may be asked to keep, in code point order. */
export function keepable(codes: Iterable<number>): number[] {
  return sorted(codes).filter((code) => code >= 0x20 && !isRadical(code));
}

function sorted(codes: Iterable<number>): number[] {
  return [...new Set(codes)].sort((a, b) => a - b);
}
