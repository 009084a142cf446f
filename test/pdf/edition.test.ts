import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readSiteAddress } from '../../src/load/site-address.ts';
import { TONGUES } from '../../src/locale.ts';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { findPrintPages } from '../../src/pdf/print-pages.ts';
import type { PrintPage } from '../../src/pdf/print-pages.ts';
import { printPdf } from '../../src/pdf/print.ts';
import { readLayout, readLinkTexts } from './read-layout.ts';
import type { PageLayout } from './read-layout.ts';
import { asMap, openPdf, readFonts, readOutline, readPageTexts, readTags } from './read-pdf.ts';

const dist = inject('dist');
const WORDS = {
  ja: { figures: ['令和7年9月末', '現年度納付率'], reference: /（(\d+)ページ）/g, plan: '計画取組状況' },
  en: {
    figures: ['the end of September 2025', 'current-year payment rate'],
    reference: /\(p\.\s*(\d+)\)/g, plan: 'PlanProgress',
  },
} as const;
const MILLIMETRE = 72 / 25.4;

describe.each(TONGUES)('the print edition of the latest report (%s)', (lang) => {
  let edition: PrintPage;
  let bytes: Buffer;
  let pdf: PDFDocumentProxy;
  let html: string;
  let layout: PageLayout[];
  let text: string;

  beforeAll(async () => {
    edition = (await findPrintPages(dist, { lang })).at(-1)!;
    bytes = await readFile(edition.outFile);
    html = await readFile(join(dist, edition.pagePath, 'index.html'), 'utf8');
    pdf = await openPdf(bytes);
    layout = await readLayout(pdf);
    text = (await readPageTexts(pdf)).join('\n');
  });

  test('is a book: more than ten pages of A4, upright but for those of wide tables', () => {
    expect(layout.length).toBeGreaterThan(10);
    const across = layout.filter(({ width, height }) => width > height);
    expect(across.length).toBeGreaterThan(0);
    for (const { width, height } of layout) {
      expect([width, height].sort((a, b) => a - b).map(Math.round)).toEqual([595, 842]);
    }
  });

  test('is printed at its true size: what is too wide would shrink all type', () => {
    expect(Math.max(...layout[0]!.runs.map(({ size }) => size))).toBeCloseTo(34, 1);
    expect(layout[1]!.runs.some(({ size }) => Math.abs(size - 10) < 0.05)).toBe(true);
  });

  test('no text lies within 5 mm of the edge of its page', () => {
    const edge = 5 * MILLIMETRE;
    for (const { number, width, height, runs } of layout) {
      const outside = runs.filter(({ x, y, width: length }) =>
        x < edge || x + length > width - edge || y < edge || y > height - edge);
      expect(outside, `page ${number}`).toEqual([]);
    }
  });

  test('no text lies on another', () => {
    for (const { number, runs } of layout) {
      for (const [left, right] of neighbours(runs)) {
        const trimmed = /[　-〿（）・]$/.test(left.text) || /^[　-〿（）・]/.test(right.text) ? left.size * 0.55 : 0;
        const gap = right.x - left.x - left.width + trimmed;
        expect(gap / left.size, `page ${number}: ${left.text} | ${right.text}`).toBeGreaterThan(-0.25);
      }
    }
  });

  test('contents, lists, index and references print the page that they lead to', async () => {
    const links = await readLinkTexts(pdf, layout);
    const printed = links.filter(({ name }) => !/^term-|-note-\d+$/.test(name));
    const contents = [...html.matchAll(/data-page-ref/g)].length;
    expect(printed.length).toBeGreaterThan(contents * 0.9);
    for (const { from, to, name, texts } of printed) {
      const inSentence = [...texts.join('').matchAll(WORDS[lang].reference)].map(([, page]) => page);
      const numbers = inSentence.length > 0 ? inSentence : [texts.at(-1)];
      expect(new Set(numbers), `page ${from}: ${texts.join('')} → ${name}`).toEqual(new Set([String(to)]));
    }
  });

  test('bookmarks name every heading, in order', async () => {
    const headings = [...html.matchAll(/<h([1-4])[^>]*>(.*?)<\/h\1>/gs)].map(([, , words]) => plain(words!));
    const bookmarks = (await readOutline(pdf)).map((line) => line.trim().replace(/ \d+$/, ''));
    expect(bookmarks.map(squeeze)).toEqual(headings.map(squeeze));
  });

  test('the running head names the section on each of its pages', async () => {
    const starts = (await readOutline(pdf)).filter((line) => !line.startsWith(' ')).map((line) => {
      const [, title = '', page = ''] = /^(.*) (\d+)$/.exec(line) ?? [];
      return { title: squeeze(title), page: Number(page) };
    });
    expect(starts.length).toBeGreaterThan(5);
    for (const { number, head } of layout.slice(1)) {
      const section = starts.findLast(({ page }) => page <= number)!;
      expect(squeeze(head), `page ${number}`).toBe(starts[0]!.title + section.title);
    }
  });

  test('pages are numbered n / N, but for the cover', () => {
    expect(layout[0]!.foot).toBe('');
    for (const { number, foot } of layout.slice(1)) expect(foot).toBe(`${number} / ${layout.length}`);
  });

  test('no page is nearly empty, unless it ends its section', () => {
    const short = layout.slice(1, -1).filter(({ number, head, width, lines }) => {
      const next = layout[number]!;
      return lines.length < 8 && next.head === head && next.width === width;
    });
    expect(short.map(({ number }) => number)).toEqual([]);
  });

  test('no line begins a page alone, cut off from its paragraph', () => {
    const lone = layout.slice(1).filter(({ lines: [first, second] }) =>
      first && second && /^[a-z]/.test(first.text) && first.y - second.y > 26);
    expect(lone.map(({ number, lines }) => `${number}: ${lines[0]!.text}`)).toEqual([]);
  });

  test('no heading and no head of a table is left alone at the foot of a page', () => {
    for (const { number, lines } of layout.slice(1)) {
      const last = lines.at(-1)!;
      expect(last.size, `page ${number}: ${last.text}`).toBeLessThan(10.8);
      expect(squeeze(last.text), `page ${number}`).not.toBe(WORDS[lang].plan);
    }
  });

  test('is tagged: headings, lists, tables with header cells, each chart with what it shows', async () => {
    expect(asMap(await pdf.getMarkInfo()).get('Marked')).toBe(true);
    const tags = (await Promise.all(layout.map(({ number }) => readTags(pdf, number)))).flat();
    const roles = new Set(tags.map(({ role }) => role));
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Caption', 'Link']) {
      expect(roles, role).toContain(role);
    }
    const described = [...html.matchAll(/<figure[^>]* aria-label="([^"]*)"/g)].map(([, words]) => plain(words!));
    expect(described.length).toBeGreaterThan(0);
    expect(tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual(described);
    expect(tags.find(({ lang: language }) => language)).toMatchObject({ role: 'Document', lang });
  });

  test('says what it is, dated by the data', async () => {
    const { info } = await pdf.getMetadata();
    const day = meta(html, 'dcterms.date').replaceAll('-', '');
    expect(info).toMatchObject({
      Title: plain(/<title>(.*?)<\/title>/.exec(html)![1]!),
      Author: meta(html, 'author'), Subject: meta(html, 'description'),
      Language: lang, CreationDate: `D:${day}000000Z`, ModDate: `D:${day}000000Z`,
    });
    expect(asMap(await pdf.getViewerPreferences()).get('DisplayDocTitle')).toBe(true);
  });

  test('embeds subsets of its typeface as TrueType with a Unicode map, and no other font', async () => {
    const fonts = await readFonts(bytes);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      expect(font).toMatchObject({ subtype: 'Type0', descendant: 'CIDFontType2', unicode: true, embedded: true });
      expect(font.name).toMatch(/^[A-Z]{6}\+NotoSansJP-(?:Regular|Bold)$/);
    }
  });

  test('is found by the words that were written', () => {
    for (const words of WORDS[lang].figures) expect(text).toContain(words);
    expect(text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/);
  });
});

describe('printed again', () => {
  let work: string;
  beforeAll(async () => { work = await mkdtemp(join(tmpdir(), 'nenpo-edition-')); });
  afterAll(() => rm(work, { recursive: true }));

  test('it is the same, byte for byte', async () => {
    const { pagePath, outFile, report } = (await findPrintPages(dist, { lang: 'ja' })).at(-1)!;
    const { base } = readSiteAddress(process.env['NENPO_ROOT'] ?? process.cwd());
    const browser = await launchBrowser();
    try {
      const again = join(work, `${report}.pdf`);
      await printPdf({ distDir: dist, pagePath, outFile: again, base, browser });
      expect((await readFile(again)).equals(await readFile(outFile))).toBe(true);
    } finally {
      await browser.close();
    }
  });
});

/** Runs that stand side by side on one line. */
function neighbours(runs: PageLayout['runs']): [PageLayout['runs'][number], PageLayout['runs'][number]][] {
  const lines = Map.groupBy(runs, ({ y, size }) => `${y.toFixed(1)} ${size.toFixed(1)}`);
  return [...lines.values()].flatMap((line) => {
    const sorted = [...line].sort((a, b) => a.x - b.x);
    return sorted.slice(1).map((run, index) => [sorted[index]!, run] as [typeof run, typeof run]);
  });
}

function meta(html: string, name: string): string {
  return plain(new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)![1]!);
}

/** The words of a piece of HTML. */
function plain(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&#39;|&apos;/g, "'").replace(/&quot;|&#34;/g, '"')
    .replace(/&lt;|&#60;/g, '<').replace(/&gt;|&#62;/g, '>').replace(/&amp;|&#38;/g, '&').trim();
}

/** Without spaces, which a PDF keeps in its own way. */
function squeeze(words: string): string {
  return words.replace(/\s/g, '');
}
