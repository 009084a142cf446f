import type { Localized } from '../../locale.ts';
import type { Languages } from '../../schema/languages.ts';
import type { Glossary } from '../../schema/organisation.ts';
import { numbersIn, numbersLacking, referencesIn, withoutReferences } from './numbers.ts';
import type { BodyText } from './texts.ts';

export interface Finding {
  readonly text: BodyText;
  /** The language of the translation. */
  readonly to: string;
  readonly kind: 'missing' | 'stale' | 'suspect';
  readonly why: Localized;
}

/** When a line was last changed, and by which commit; undefined where the history does not tell. */
export type LineHistory = (file: string, line: number) => { readonly commit: string; readonly time: number } | undefined;

type Terms = Glossary['terms'];

/** What is missing, stale or suspect in each language that texts are translated into. */
export function findTranslations(texts: readonly BodyText[], languages: Languages, terms: Terms, history: LineHistory): Finding[] {
  const targets = languages.tags.filter((tag) => tag !== languages.text);
  return texts.flatMap((text) => targets.flatMap((to) => findingsOf(text, languages.text, to, terms, history)));
}

function findingsOf(text: BodyText, from: string, to: string, terms: Terms, history: LineHistory): Finding[] {
  const [source, target] = [text.by[from], text.by[to]];
  if (!source) return [];
  if (!target) return [{ text, to, kind: 'missing', why: { ja: '訳がありません', en: 'there is no translation' } }];
  const stale = isStale(text, from, to, history) ? [{ text, to, kind: 'stale' as const, why: { ja: '訳のあとで原文が変わりました', en: 'the original was changed after the translation' } }] : [];
  return [...stale, ...doubts(source.text, target.text, from, to, terms).map((why) => ({ text, to, kind: 'suspect' as const, why }))];
}

/** The original’s last change is later than the translation’s, and of another commit. */
function isStale({ file, by }: BodyText, from: string, to: string, history: LineHistory): boolean {
  const last = (tag: string) => {
    const { from: first = 1, to: end = 0 } = by[tag] ?? {};
    const lines = Array.from({ length: end - first + 1 }, (_, index) => history(file, first + index)).filter((line) => line !== undefined);
    return lines.reduce<(typeof lines)[number] | undefined>((latest, line) => (latest && latest.time >= line.time ? latest : line), undefined);
  };
  const [source, target] = [last(from), last(to)];
  return source !== undefined && target !== undefined && source.commit !== target.commit && source.time > target.time;
}

/** Numbers, references and terms that the two do not share. */
export function doubts(source: string, target: string, from: string, to: string, terms: Terms): Localized[] {
  const found: Localized[] = [];
  const only = (list: readonly string[], tag: string) =>
    list.length > 0 && found.push({ ja: `${tag} にだけある: ${list.join('、')}`, en: `only in ${tag}: ${list.join(', ')}` });
  const [a, b] = [referencesIn(source), referencesIn(target)];
  only([...new Set(a)].filter((each) => !b.includes(each)), from);
  only([...new Set(b)].filter((each) => !a.includes(each)), to);
  const named = numbersInTerms(source, target, from, to, terms);
  only(numbersLacking(source, target, from, to).filter((number) => !named.has(number)), from);
  only(numbersLacking(target, source, to, from).filter((number) => !named.has(number)), to);
  for (const term of termsLacking(source, target, from, to, terms)) {
    found.push({ ja: `用語「${term.term[from] ?? ''}」の訳「${term.term[to] ?? ''}」がない`, en: `“${term.term[from] ?? ''}” is “${term.term[to] ?? ''}” in the glossary` });
  }
  return found;
}

/** A number in a name, as in COVID-19, need not stand in the other language’s. */
function numbersInTerms(source: string, target: string, from: string, to: string, terms: Terms): Set<string> {
  const names = terms.flatMap(({ term, also }) => [[from, source], [to, target]].flatMap(([tag = '', text = '']) =>
    [term[tag] ?? '', ...(also?.[tag] ?? [])].filter((name) => name !== '' && text.toLowerCase().includes(name.toLowerCase()))));
  return new Set(names.flatMap((name) => numbersIn(name)));
}

/** Terms of the original, the longest that stand there, whose translation has none of the words of the glossary. */
function termsLacking(source: string, target: string, from: string, to: string, terms: Terms): Terms {
  let rest = withoutReferences(source);
  const others = saidOfOthers(source, plain(target), from, to, terms);
  // “Public library” is not heard in “school library”, which shares a word with it.
  const heard = others.reduce((text, other) => text.replaceAll(other, ' '), plain(target));
  const lacking = termsWith(from, terms).filter((term) => {
    const name = term.term[from] ?? '';
    if (!rest.includes(name)) return false;
    rest = rest.replaceAll(name, '\u0000');
    const ways = waysOf(term, to);
    return ways.length > 0 && !target.includes(`{term:${term.id}}`) && !ways.some((way) => isHeard(way, heard, to, terms));
  });
  return isLabel(source) && others.length === 0 ? [] : lacking;
}

const termsWith = kept((from: string, terms: Terms) =>
  terms.filter(({ term }) => (term[from] ?? '').length > 2).sort((a, b) => (b.term[from] ?? '').length - (a.term[from] ?? '').length));

/** A head of a table or a row leaves out what stands over it; where it says another term instead, it is to be looked at. */
function isLabel(text: string): boolean {
  return !/[。.!?！？:：]/.test(text);
}

/** Terms of two words and more that the original does not have, as the translation says them, the longest first. */
function saidOfOthers(source: string, heard: string, from: string, to: string, terms: Terms): string[] {
  const found = terms.flatMap(({ term, also }) => {
    const way = plain(term[to] ?? '').replace(/\s*\([^)]*\)/, '');
    const own = [term[from], ...(also?.[from] ?? [])].filter((name) => name !== undefined);
    return way.includes(' ') && heard.includes(way) && !own.some((name) => source.includes(name) || name.includes(source)) ? [way] : [];
  });
  return found.sort((a, b) => b.length - a.length);
}

/** The words of the glossary for a term; those in brackets may stand alone: Kairanban (neighbourhood circular). */
function waysOf({ term, also }: Terms[number], to: string): string[] {
  return [term[to], ...(also?.[to] ?? [])].flatMap((way) =>
    way === undefined ? [] : [way.replace(/\([^)]*\)/g, '').trim(), ...[...way.matchAll(/\(([^)]*)\)/g)].map(([, inside = '']) => inside)]);
}

/**
 * A sign of a term are half of its words, or one that no other term has, or the last, once all was said: “the associations”
 * for neighbourhood associations, “the student scheme” for the special borrowing scheme for students.
 */
function isHeard(way: string, heard: string, to: string, terms: Terms): boolean {
  const stems = stemsOf(way);
  const found = stems.filter((stem) => heard.includes(stem));
  const common = commonStems(to, terms);
  return found.length * 2 >= stems.length || found.some((stem) => !common.has(stem) || (stem === stems.at(-1) && stem.length > 4));
}

/** Stems that several terms share: public, payment, office. */
const commonStems = kept((to: string, terms: Terms): ReadonlySet<string> => {
  const all = terms.flatMap((term) => [...new Set(waysOf(term, to).flatMap(stemsOf))]);
  return new Set(all.filter((stem, index) => all.indexOf(stem) < index));
});

/** contributions → contribut: plurals and endings are no difference. */
function stemsOf(words: string): string[] {
  const bare = plain(words);
  return /[a-z]/.test(bare) ? bare.split(/[^\p{L}\d]+/u).filter((word) => word.length > 2 && word !== 'for' && word !== 'the').map((word) => word.slice(0, Math.max(3, Math.min(word.length - 2, 8)))) : [bare];
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What follows from the glossary in one language, found once. */
function kept<Made>(make: (tag: string, terms: Terms) => Made): (tag: string, terms: Terms) => Made {
  const made = new WeakMap<Terms, Map<string, Made>>();
  return (tag, terms) => {
    const byTag = made.get(terms) ?? new Map<string, Made>();
    made.set(terms, byTag);
    const found = byTag.get(tag) ?? make(tag, terms);
    byTag.set(tag, found);
    return found;
  };
}
