import type { ReportEdition } from '../derive/model.ts';
import { page } from '../i18n/paths.ts';
import type { Locale, Localized } from '../locale.ts';
import type { PageNumbers } from '../pdf/destinations.ts';
import { financeOfReport } from '../view/print/finance-chapter.ts';
import { DATA_BOOK } from '../view/pdfs.ts';
import type { Edition } from '../view/edition.ts';
import { placeOf } from '../view/outline.ts';
import type { PageChange } from './pages.ts';
import type { Side } from './side.ts';

/** A PDF that is printed otherwise than before, in one language. */
export interface PrintChange {
  /** `mid-year-2025`, the last part of its address. */
  readonly id: string;
  readonly language: Locale;
  /** Of the site: `pdf/mid-year-2025.ja.pdf` */
  readonly file: string;
  readonly title: Localized;
  readonly change: 'changed' | 'added' | 'removed';
  readonly chapters: readonly ChapterChange[];
}

export interface ChapterChange {
  /** Where it begins in the document: `section-np-collection`. */
  readonly anchor: string;
  readonly title: Localized;
  /** First and last page, counted from 1, as it was last printed; absent where it has not been printed here. */
  readonly pages?: readonly [from: number, to: number];
}

/** The last print of a document, by its id and language: `mid-year-2025.ja`. */
export type LastPrint = (name: string) => { readonly pageCount: number; readonly pages: PageNumbers } | undefined;

/** The documents that the changed pages are printed in, with the chapters that hold them. */
export function comparePrints(before: Side, after: Side, pages: readonly PageChange[], lastPrint: LastPrint): PrintChange[] {
  return after.editions.flatMap(({ locale }) => {
    const touched = new Set(pages.filter(({ languages }) => languages.includes(locale)).map(({ address }) => address));
    const [old, now] = [before, after].map((side) => documentsOf(side));
    const ids = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])]);
    return [...ids].flatMap((id): PrintChange[] => {
      const [a, b] = [old?.get(id), now?.get(id)];
      const document = b ?? a;
      const chapters = (b ?? a)?.chapters.filter(({ address }) => touched.has(address)) ?? [];
      if (!document || (a && b && chapters.length === 0)) return [];
      const last = lastPrint(`${id}.${locale}`);
      return [{
        id, language: locale, file: `pdf/${id}.${locale}.pdf`, title: document.title, change: a && b ? 'changed' : b ? 'added' : 'removed',
        chapters: distinct(chapters).map(({ anchor, title, within }) => {
          const range = last && rangeOf(within ?? anchor, within !== undefined, last.pages, last.pageCount);
          return { anchor: within ?? anchor, title, ...(range ? { pages: range } : {}) };
        }),
      }];
    });
  });
}

interface Document {
  readonly title: Localized;
  readonly chapters: readonly Chapter[];
}

interface Chapter {
  readonly anchor: string;
  readonly title: Localized;
  /** The page of the site that says the same. */
  readonly address: string;
  /** A smaller part of the chapter, where it has an anchor. */
  readonly within?: string;
}

function codeAndTitle(edition: Edition, id: string): string {
  const { code, title } = placeOf(edition, id);
  return `${code} ${title}`;
}

function distinct(chapters: readonly Chapter[]): Chapter[] {
  return [...new Map(chapters.map((chapter) => [chapter.within ?? chapter.anchor, chapter])).values()];
}

const made = new WeakMap<Side, Map<string, Document>>();

function documentsOf(side: Side): Map<string, Document> {
  const documents = made.get(side) ?? listDocuments(side);
  made.set(side, documents);
  return documents;
}

function listDocuments(side: Side): Map<string, Document> {
  const { model } = side;
  const reports = model.editions.map((report): [string, Document] => [report.data.id, {
    title: side.say((edition) => edition.pick(report.data.title)), chapters: chaptersOf(side, report),
  }]);
  const plans = model.midTerms.map(({ plan }): [string, Document] => {
    const address = page.midTerm(plan.data.id);
    const view = side.say((edition) => edition.t('concept'));
    const chapters = plan.data.chapters.map(({ sections }) => {
      const anchor = `chapter-${sections.join('-')}`;
      return { anchor, title: side.say((edition) => sections.map((id) => codeAndTitle(edition, id)).join(edition.t('clauseGap'))), address: `${address}#${anchor}` };
    });
    return [plan.data.id, {
      title: side.say((edition) => edition.pick(plan.data.title)), chapters: [{ anchor: 'concept', title: view, address: `${address}#concept` }, ...chapters],
    }];
  });
  const book: [string, Document] = [DATA_BOOK, {
    title: side.say((edition) => edition.t('dataBook')),
    chapters: [...model.report.indicators].map(([id, { data }]) => ({
      anchor: `section-${data.section}`, within: `indicator-${id}`, title: side.say((edition) => edition.pick(data.name)), address: page.indicator(id),
    })),
  }];
  return new Map([...reports, ...plans, ...(model.report.indicators.size > 0 ? [book] : [])]);
}

function chaptersOf(side: Side, report: ReportEdition): Chapter[] {
  const sections = report.sections.flatMap(({ code, entry }): Chapter[] => {
    const chapter = { anchor: `section-${entry.id}`, title: side.say((edition) => `${code} ${edition.pick(entry.title)}`) };
    // The charts of the section's headline figures stand in its chapter.
    const drawn = report.data.kind === 'plan' ? [] : side.model.report.organisation.headline.filter((id) => side.model.report.indicators.get(id)?.data.section === entry.id);
    return [page.section(report.year, entry.id), ...drawn.map(page.indicator)].map((address) => ({ ...chapter, address }));
  });
  const [edition] = side.editions;
  const money = edition && financeOfReport(edition, report);
  if (!money) return sections;
  return [...sections, { anchor: 'finance', title: side.say((each) => each.t('finance')), address: page.financeYear(money.year) }];
}

/** A chapter goes on to the page before the next one; a part of one is on its page, and may go on to the next. */
function rangeOf(anchor: string, isPart: boolean, pages: PageNumbers, pageCount: number): [number, number] | undefined {
  const from = pages.get(anchor);
  if (from === undefined) return undefined;
  if (isPart) return [from, from];
  const starts = [...pages].filter(([id, number]) => STARTS.test(id) && number > from).map(([, number]) => number);
  return [from, Math.min(...starts, pageCount + 1) - 1];
}

/** What begins on a page of its own. */
const STARTS = /^(?:section-|part-|chapter-|finance$|glossary$|target-index$)/;
