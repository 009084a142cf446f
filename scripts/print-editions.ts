import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../src/files/write-whole.ts';
import type { Typefaces } from '../src/fonts/faces.ts';
import type { Paper } from '../src/pdf/paper.ts';
import { findMovedPages, findPrintPages, pdfName } from '../src/pdf/print-pages.ts';
import type { PrintChoice } from '../src/pdf/print-pages.ts';
import { printAll } from '../src/pdf/print-all.ts';
import type { Printed } from '../src/pdf/print-all.ts';
import type { Locale } from '../src/locale.ts';

export interface PrintRequest extends PrintChoice {
  readonly dist: string;
  readonly base: string;
  readonly paper: Paper;
  readonly typefaces: Typefaces;
  readonly cache?: string;
  readonly locale: Locale;
  /** Told a line for each PDF that was printed, and one for those that had not changed. */
  readonly tell: (line: string) => void;
  /** Shows how far it is, on a line that the next one replaces. */
  readonly show?: (line: string) => void;
}

/** Prints every print page of a built site that was asked for. @throws Error where there is none. */
export async function printEditions({ dist, base, paper, typefaces, cache = '.cache', locale, tell, show = () => {}, ...only }: PrintRequest): Promise<void> {
  const pages = await findPrintPages(dist, only);
  if (pages.length === 0) throw new Error(nothingFound(dist, only, await findPrintPages(dist)));
  const unchanged: Printed[] = [];
  let done = 0;
  const progress = () => show(locale === 'ja' ? `${done}／${pages.length} 件` : `${done} of ${pages.length}`);
  progress();
  await printAll(pages, {
    dist, base, paper, typefaces, cache,
    onPrinted: (printed) => {
      done += 1;
      if (printed.passes === 0) unchanged.push(printed);
      else tell(describe(printed, locale));
      progress();
    },
  });
  await copyMoved(dist, paper, only);
  show('');
  if (unchanged.length > 0) {
    tell(locale === 'ja' ? `変わっていないPDF: ${unchanged.length} 件` : `PDFs that have not changed: ${unchanged.length}`);
  }
}

/** No page can stand where a PDF was: whoever asks for it by the name that it had still gets it. */
async function copyMoved(dist: string, paper: Paper, only: PrintChoice): Promise<void> {
  for (const { from, to } of await findMovedPages(dist, only)) {
    writeWhole(join(dist, pdfName(from, paper)), await readFile(join(dist, pdfName(to, paper))));
  }
}

function describe({ name, pageCount, bytes, seconds, blocked, narrowed }: Printed, locale: Locale): string {
  const pages = locale === 'ja' ? `${pageCount} ページ` : `${pageCount} p.`;
  const missing = blocked.map((address) => `\n  ${locale === 'ja' ? '読み込まれないもの' : 'not loaded'}: ${address}`);
  const small = narrowed.map((table) => `\n  ${locale === 'ja' ? '小さな文字で組んだ表' : 'table set in smaller type'}: ${table}`);
  return `${name}  ${pages}  ${Math.ceil(bytes / 1024)} KB  ${seconds.toFixed(1)} s${[...missing, ...small].join('')}`;
}

function nothingFound(dist: string, only: PrintChoice, all: Awaited<ReturnType<typeof findPrintPages>>): string {
  if (all.length === 0) {
    return `${dist}/ に印刷ページがありません。→ 先に npm run build -- --no-pdf を実行してください。\n`
      + `There are no print pages in ${dist}/. → Run npm run build -- --no-pdf first.`;
  }
  const asked = [only.report && `--report ${only.report}`, only.section && `--section ${only.section}`, only.lang && `--lang ${only.lang}`].filter(Boolean).join(' ');
  const list = (key: 'report' | 'section' | 'lang') => [...new Set(all.flatMap((page) => page[key] ?? []))].join(', ');
  return `${asked} に当たる印刷ページがありません。/ No print page matches ${asked}.\n`
    + `  --report: ${list('report')}\n  --section: ${list('section')}\n  --lang: ${list('lang')}`;
}
