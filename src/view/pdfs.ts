import { A4 } from '../pdf/paper.ts';
import { pdfName } from '../pdf/print-pages.ts';
import type { Edition } from './edition.ts';

/** The address of the book of all indicators, beside those of the reports. */
export const DATA_BOOK = 'data-book';

export interface PdfLink {
  readonly text: string;
  readonly href: string;
}

/** The PDF of a report, of a section of it, of a medium-term plan or of the data book, by its address among the print pages. */
export function pdfHref(edition: Edition, report: string, section?: string): string {
  return edition.file(pdfName({ lang: edition.locale, report, ...(section === undefined ? {} : { section }) }, A4));
}

/** A section may stand in the year's plan and in its report: each prints it, and says which it is. */
export function viewSectionPdfs(edition: Edition, year: string, section: string): PdfLink[] {
  const reports = edition.model.editions.filter((report) => report.year === year && report.sections.some(({ entry }) => entry.id === section));
  return reports.map(({ data }) => ({
    text: reports.length === 1 ? edition.t('sectionPdf') : edition.t('named', edition.t('sectionPdf'), edition.pick(data.title)),
    href: pdfHref(edition, data.id, section),
  }));
}

export function viewPlanPdf(edition: Edition, plan: string): PdfLink {
  return { text: edition.t('planPdf'), href: pdfHref(edition, plan) };
}

/** Nothing where there are no indicators to make a book of. */
export function viewDataBookPdf(edition: Edition): PdfLink | undefined {
  if (edition.model.report.indicators.size === 0) return undefined;
  return { text: edition.t('dataBookPdf'), href: pdfHref(edition, DATA_BOOK) };
}
