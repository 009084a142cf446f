import { launchBrowser } from '../src/pdf/browser.ts';
import { findPrintPages } from '../src/pdf/print-pages.ts';
import { printPdf } from '../src/pdf/print.ts';

export interface PrintRequest {
  readonly dist: string;
  readonly base: string;
  readonly lang?: string | undefined;
  readonly report?: string | undefined;
  /** Told a line for each PDF, and each pass of it where `passes` is wanted. */
  readonly tell: (line: string) => void;
  readonly passes?: boolean;
}

/** Prints every print page of a built site that was asked for, with one browser. */
export async function printEditions({ dist, base, lang, report, tell, passes = false }: PrintRequest): Promise<void> {
  const pages = await findPrintPages(dist, { lang, report });
  if (pages.length === 0) throw new Error(`印刷ページがありません / No print page in ${dist}: <lang>/print/<report>/`);
  const browser = await launchBrowser();
  try {
    for (const { pagePath, outFile } of pages) {
      const start = performance.now();
      const print = await printPdf({
        distDir: dist, pagePath, outFile, base, browser,
        onProgress: ({ pass, pageCount, changed }) => {
          if (passes) tell(`  pass ${pass}: ${pageCount} p., ${changed} page numbers changed`);
        },
      });
      for (const address of print.blocked) tell(`  not loaded: ${address}`);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      tell(`${outFile.slice(dist.length + 1)}  ${print.pageCount} p.  ${Math.ceil(print.bytes / 1024)} KB  ${seconds} s`);
    }
  } finally {
    await browser.close();
  }
}
