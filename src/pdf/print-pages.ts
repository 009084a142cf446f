import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface PrintPage {
  readonly lang: string;
  readonly report: string;
  /** `/ja/print/2025-mid-year/` */
  readonly pagePath: string;
  /** `dist/pdf/2025-mid-year.ja.pdf` */
  readonly outFile: string;
}

/**
 * The print pages of a built site, `<site>/<lang>/print/<report>/index.html`, in order of language and
 * report.
 */
export async function findPrintPages(
  site: string,
  only: { readonly lang?: string | undefined; readonly report?: string | undefined } = {},
): Promise<PrintPage[]> {
  const pages: PrintPage[] = [];
  const folders = (await readdir(site).catch(() => [])).sort();
  for (const lang of folders.filter((folder) => !only.lang || folder === only.lang)) {
    for (const report of await readReports(join(site, lang, 'print'))) {
      if (only.report && report !== only.report) continue;
      const outFile = join(site, 'pdf', `${report}.${lang}.pdf`);
      pages.push({ lang, report, pagePath: `/${lang}/print/${report}/`, outFile });
    }
  }
  return pages;
}

async function readReports(directory: string): Promise<string[]> {
  const entries = await readdir(directory).catch(() => []);
  const hasPage = await Promise.all(entries.map((name) => exists(join(directory, name, 'index.html'))));
  return entries.filter((_, index) => hasPage[index]).sort();
}

function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}
