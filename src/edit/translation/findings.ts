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
  only(numbersLacking(source, target).filter((number) => !named.has(number)), from);
  only(numbersLacking(target, source).filter((number) => !named.has(number)), to);
  for (const term of termsLacking(source, target, from, to, terms)) {
    found.push({ ja: `用語「${term.term[from] ?? ''}」の訳「${term.term[to] ?? ''}」がない`, en: `“${term.term[from] ?? ''}” is “${term.term[to] ?? ''}” in the glossary` });
  }
  return found;
}

/** A number in a name, as in COVID-19, need not stand in the other language’s. */
function numbersInTerms(source: string, target: string, from: string, to: string, terms: Terms): Set<string> {
  const names = terms.flatMap(({ term, also }) => [[from, source], [to, target]].flatMap(([tag = '', text = '']) =>
    [term[tag] ?? '', ...(also?.[tag] ?? [])].filter((name) => name !== '' && text.toLowerCase().includes(name.toLowerCase()))));
  return new Set(names.flatMap(numbersIn));
}

/** Terms of the original, the longest that stand there, whose translation has none of the words of the glossary. */
function termsLacking(source: string, target: string, from: string, to: string, terms: Terms): Terms {
  let rest = withoutReferences(source);
  const longest = [...terms].filter(({ term }) => (term[from] ?? '').length > 2).sort((a, b) => (b.term[from] ?? '').length - (a.term[from] ?? '').length);
  const heard = plain(target);
  return longest.filter(({ id, term, also }) => {
    const name = term[from] ?? '';
    if (!rest.includes(name)) return false;
    rest = rest.replaceAll(name, '\u0000');
    const ways = [term[to], ...(also?.[to] ?? [])].filter((way): way is string => way !== undefined);
    return ways.length > 0 && !target.includes(`{term:${id}}`) && !ways.some((way) => isHeard(stemsOf(way), heard));
  });
}

/** Half of the words of a term are a sign of it: “arrears” for 滞納事業所, once “establishment in arrears” was said. */
function isHeard(stems: readonly string[], heard: string): boolean {
  return stems.filter((stem) => heard.includes(stem)).length * 2 >= stems.length;
}

/** contributions → contribut: plurals and endings are no difference. */
function stemsOf(words: string): string[] {
  const bare = plain(words.replace(/\([^)]*\)/g, ''));
  return /[a-z]/.test(bare) ? bare.split(/[^\p{L}\d]+/u).filter((word) => word.length > 2).map((word) => word.slice(0, Math.max(3, Math.min(word.length - 2, 8)))) : [bare];
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
