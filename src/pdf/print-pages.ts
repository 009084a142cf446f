import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { paperName } from './paper.ts';
import type { Paper } from './paper.ts';

/** A document that can be printed: a report, or one section of it. */
export interface PrintPage {
  readonly lang: string;
  readonly report: string;
  readonly section?: string;
  /** `/ja/print/2025-mid-year/` */
  readonly pagePath: string;
}

export interface PrintChoice {
  readonly lang?: string | undefined;
  readonly report?: string | undefined;
  readonly section?: string | undefined;
}

/**
 * The print pages of a built site, `<site>/<lang>/print/<report>/index.html` and below it
 * `<section>/index.html`, in order of language, report and section. A chosen section leaves out the whole
 * reports.
 */
export async function findPrintPages(site: string, only: PrintChoice = {}): Promise<PrintPage[]> {
  const pages: PrintPage[] = [];
  for (const lang of (await readdir(site).catch(() => [])).sort()) {
    const folder = join(site, lang, 'print');
    for (const report of await readPages(folder)) {
      pages.push({ lang, report, pagePath: `/${lang}/print/${report}/` });
      for (const section of await readPages(join(folder, report))) {
        pages.push({ lang, report, section, pagePath: `/${lang}/print/${report}/${section}/` });
      }
    }
  }
  return pages.filter(({ lang, report, section }) =>
    (!only.lang || lang === only.lang) && (!only.report || report === only.report) && (!only.section || section === only.section));
}

/** `pdf/2025-mid-year.ja.pdf`, `pdf/2025-mid-year/np-collection.en.letter.pdf` */
export function pdfName({ lang, report, section }: Pick<PrintPage, 'lang' | 'report' | 'section'>, paper: Paper): string {
  const variant = paperName(paper);
  return `pdf/${report}${section ? `/${section}` : ''}.${lang}${variant ? `.${variant}` : ''}.pdf`;
}

async function readPages(directory: string): Promise<string[]> {
  const entries = await readdir(directory).catch(() => []);
  const hasPage = await Promise.all(entries.map((name) => exists(join(directory, name, 'index.html'))));
  return entries.filter((_, index) => hasPage[index]).sort();
}

function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}
