import { readFile, readdir, stat } from 'node:fs/promises';
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

/** A name that a print page had, whose PDF may still be asked for. */
export interface MovedPage {
  readonly from: PrintPage;
  readonly to: PrintPage;
}

/**
 * The print pages of a built site, `<site>/<lang>/print/<report>/index.html` and below it
 * `<section>/index.html`, in order of language, report and section. A chosen section leaves out the whole
 * reports.
 */
export async function findPrintPages(site: string, only: PrintChoice = {}): Promise<PrintPage[]> {
  return (await findPlaces(site)).flatMap(({ page, movedTo }) => (movedTo === undefined && isChosen(page, only) ? [page] : []));
}

/** The places at which there was a print page, with the one that they now lead to. */
export async function findMovedPages(site: string, only: PrintChoice = {}): Promise<MovedPage[]> {
  return (await findPlaces(site)).flatMap(({ page, movedTo }) => {
    const to = movedTo === undefined ? undefined : pageAt(movedTo);
    return to && isChosen(to, only) ? [{ from: page, to }] : [];
  });
}

function isChosen({ lang, report, section }: PrintPage, only: PrintChoice): boolean {
  return (!only.lang || lang === only.lang) && (!only.report || report === only.report) && (!only.section || section === only.section);
}

/** `/base/ja/print/2025-mid-year/np-collection/` */
function pageAt(address: string): PrintPage | undefined {
  const [pagePath, lang, report, section] = /\/([^/]+)\/print\/([^/]+)\/(?:([^/]+)\/)?$/.exec(address) ?? [];
  return pagePath === undefined || lang === undefined || report === undefined ? undefined : { lang, report, ...(section === undefined ? {} : { section }), pagePath };
}

interface Place {
  readonly page: PrintPage;
  /** The address that a page here leads on to. */
  readonly movedTo: string | undefined;
}

async function findPlaces(site: string): Promise<Place[]> {
  const places: Place[] = [];
  for (const lang of (await readdir(site).catch(() => [])).sort()) {
    const folder = join(site, lang, 'print');
    for (const report of (await readdir(folder).catch(() => [])).sort()) {
      const sections = (await readdir(join(folder, report)).catch(() => [])).sort();
      for (const section of [undefined, ...sections]) {
        const pagePath = `/${lang}/print/${report}/${section === undefined ? '' : `${section}/`}`;
        const file = await stat(join(site, pagePath, 'index.html')).catch(() => undefined);
        if (file) places.push({ page: { lang, report, ...(section === undefined ? {} : { section }), pagePath }, movedTo: file.size > LARGEST_REDIRECT ? undefined : await readMoved(join(site, pagePath, 'index.html')) });
      }
    }
  }
  return places;
}

/** A page that only leads on is short: what is printed is not read for this. */
const LARGEST_REDIRECT = 8192;

async function readMoved(file: string): Promise<string | undefined> {
  return /<meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(await readFile(file, 'utf8'))?.[1];
}

/** `pdf/2025-mid-year.ja.pdf`, `pdf/2025-mid-year/np-collection.en.letter.pdf` */
export function pdfName({ lang, report, section }: Pick<PrintPage, 'lang' | 'report' | 'section'>, paper: Paper): string {
  const variant = paperName(paper);
  return `pdf/${report}${section ? `/${section}` : ''}.${lang}${variant ? `.${variant}` : ''}.pdf`;
}
