import { translationOf } from '../coverage/translation.ts';
import type { TranslatedPart } from '../coverage/translation.ts';
import type { Edition } from './edition.ts';

export interface TranslationView {
  /** The languages that texts are translated into, each by its own name. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  readonly rows: readonly TranslationRow[];
  readonly sum: TranslationRow;
  /** The places of the data: `data/2025/lending.yaml#measures.0.clauses.0.plan`. */
  readonly missing: readonly MissingTexts[];
}

interface MissingTexts {
  readonly title: string;
  /** Into which language, where there are several. */
  readonly language?: { readonly tag: string; readonly name: string };
  readonly count: string;
  readonly places: readonly string[];
}

export interface TranslationRow {
  readonly title: string;
  readonly total: string;
  /** How many are translated, in the order of the languages. */
  readonly done: readonly string[];
}

interface Counted {
  readonly title: string;
  readonly total: number;
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/** @param articles the pages of content/, each with the languages that it is there in */
export function viewTranslation(edition: Edition, articles: readonly { readonly name: string; readonly languages: readonly string[] }[]): TranslationView {
  const { languages: { text } } = edition.model.report;
  const languages = edition.languages.filter(({ tag }) => tag !== text).map(({ tag, strings }) => ({ tag, name: strings.language }));
  const parts: Counted[] = translationOf(edition.model.report).map((part) => ({ ...part, title: titleOf(edition, part) }));
  const pages: Counted = {
    title: edition.t('translationArticles'), total: articles.length,
    missing: new Map(languages.map(({ tag }) => [tag, articles.filter((article) => !article.languages.includes(tag)).map(({ name }) => `content/${tag}/${name}.md`)])),
  };
  const all = [...parts, pages];
  const sum: Counted = {
    title: edition.t('translationSum'), total: all.reduce((count, { total }) => count + total, 0),
    missing: new Map(languages.map(({ tag }) => [tag, all.flatMap(({ missing }) => missing.get(tag) ?? [])])),
  };
  const rowOf = ({ title, total, missing }: Counted): TranslationRow =>
    ({ title, total: String(total), done: languages.map(({ tag }) => String(total - (missing.get(tag)?.length ?? 0))) });
  return {
    languages, rows: all.map(rowOf), sum: rowOf(sum),
    missing: all.flatMap(({ title, missing }) => languages.flatMap((language) => {
      const places = missing.get(language.tag) ?? [];
      return places.length === 0 ? [] : [{ title, ...(languages.length > 1 ? { language } : {}), count: String(places.length), places }];
    })),
  };
}

function titleOf(edition: Edition, { kind, of }: TranslatedPart): string {
  if (kind === 'year') return edition.period(of ?? '', 'span');
  if (kind === 'indicators') return edition.t('indicators');
  const plan = edition.model.midTerms.find(({ plan: { data } }) => data.id === of);
  return plan ? edition.pick(plan.plan.data.title) : edition.t('translationGeneral');
}
