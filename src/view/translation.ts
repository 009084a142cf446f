import { translationOf } from '../coverage/english.ts';
import type { TranslatedPart } from '../coverage/english.ts';
import type { Edition } from './edition.ts';

export interface TranslationView {
  readonly rows: readonly TranslationRow[];
  readonly sum: TranslationRow;
  /** The places of the data: `data/2025/lending.yaml#measures.0.clauses.0.plan`. */
  readonly missing: readonly { readonly title: string; readonly places: readonly string[] }[];
}

export interface TranslationRow {
  readonly title: string;
  readonly total: string;
  readonly done: string;
  readonly missing: string;
}

/** @param articles the pages of content/, each with whether it is there in English */
export function viewTranslation(edition: Edition, articles: readonly { readonly name: string; readonly isTranslated: boolean }[]): TranslationView {
  const parts = translationOf(edition.model.report).map((part) => ({ title: titleOf(edition, part), total: part.total, places: part.missing.map(({ name }) => name) }));
  const pages = {
    title: edition.t('translationArticles'), total: articles.length,
    places: articles.filter(({ isTranslated }) => !isTranslated).map(({ name }) => `content/en/${name}.md`),
  };
  const all = [...parts, pages];
  const sum = { title: edition.t('translationSum'), total: all.reduce((count, { total }) => count + total, 0), places: all.flatMap(({ places }) => places) };
  return { rows: all.map(rowOf), sum: rowOf(sum), missing: all.filter(({ places }) => places.length > 0) };
}

function rowOf({ title, total, places }: { title: string; total: number; places: readonly string[] }): TranslationRow {
  const text = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  return { title, total: text(total), done: text(total - places.length), missing: text(places.length) };
}

function titleOf(edition: Edition, { kind, of }: TranslatedPart): string {
  switch (kind) {
    case 'year': return edition.period(of ?? '', 'span');
    case 'mid_term': {
      const plan = edition.model.midTerms.find(({ plan: { data } }) => data.id === of);
      return plan ? edition.pick(plan.plan.data.title) : edition.t('midTermPlan');
    }
    case 'indicators': return edition.t('indicators');
    case 'general': return edition.t('translationGeneral');
  }
}
