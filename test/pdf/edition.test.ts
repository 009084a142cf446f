import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readSiteAddress } from '../../src/load/site-address.ts';
import { SHIPPED } from '../../src/fonts/faces.ts';
import { makePrintFonts, textsOf } from '../../src/fonts/print-fonts.ts';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { A4 } from '../../src/pdf/paper.ts';
import { findPrintPages, pdfName } from '../../src/pdf/print-pages.ts';
import { printPdf } from '../../src/pdf/print.ts';
import { loneSigns, readLayout, readLinkTexts } from './read-layout.ts';
import type { PageLayout } from './read-layout.ts';
import { asMap, openPdf, readAnnotations, readContents, readFaults, readFonts, readMarked, readOutline, readPageTexts, readSpacedTexts, readTables, readTags } from './read-pdf.ts';

const dist = inject('dist');
const WORDS = {
  ja: { reference: /（(\d+)ページ）/g, continued: /（続き）/, continues: '次のページへ続く', shared: /[IVX\d]+～[IVX\d]+主な方向性$/ },
  en: { reference: /\(p\.(\d+)\)/g, continued: /\(continued\)/, continues: 'continued on the next page', shared: /[IVX\d]+–[IVX\d]+Maindirection$/ },
} as const;
const MILLIMETRE = 72 / 25.4;

/** Every book, and one section of each report by itself. */
const editions = (await findPrintPages(dist)).filter(({ report, section }, _, all) =>
  section === undefined || section === all.find((each) => each.report === report && each.section)?.section);

describe.each(editions.map((edition) => ({ name: `${edition.lang} ${edition.report} ${edition.section ?? ''}`.trim(), edition })))('$name', ({ edition }) => {
  const lang = edition.lang as keyof typeof WORDS;
  const isBook = edition.section === undefined;
  let bytes: Buffer;
  let pdf: PDFDocumentProxy;
  let html: string;
  let layout: PageLayout[];
  let text: string;

  beforeAll(async () => {
    bytes = await readFile(join(dist, pdfName(edition, A4)));
    html = await readFile(join(dist, edition.pagePath, 'index.html'), 'utf8');
    pdf = await openPdf(bytes);
    layout = await readLayout(pdf);
    text = (await readPageTexts(pdf)).join('\n');
  });

  test('is of A4, upright but for the pages of wide tables', () => {
    const across = layout.filter(({ width, height }) => width > height);
    expect(across.length > 0).toBe(/class="wide-tables[ "]/.test(html));
    for (const { width, height } of layout) {
      expect([width, height].sort((a, b) => a - b).map(Math.round)).toEqual([595, 842]);
    }
  });

  test('is printed at its true size: what is too wide would shrink all type', () => {
    const largest = Math.max(...layout[0]!.runs.map(({ size }) => size));
    expect(largest).toBeCloseTo(isBook ? 34 : 18, 1);
  });

  test('no text lies within 5 mm of the edge of its page', () => {
    const edge = 5 * MILLIMETRE;
    for (const { number, width, height, runs } of layout) {
      const outside = runs.filter(({ x, y, width: length }) =>
        x < edge || x + length > width - edge || y < edge || y > height - edge);
      expect(outside, `page ${number}`).toEqual([]);
    }
  });

  test('is black, white and grey: nothing is lost on a printer without colours', async () => {
    const colours = [...(await readContents(bytes)).matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:RG|rg)\b/g)];
    expect(colours.length).toBeGreaterThan(0);
    expect(colours.filter(([, red, green, blue]) => red !== green || green !== blue).map(([colour]) => colour)).toEqual([]);
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
      const inSentence = [...squeeze(texts.join('')).matchAll(WORDS[lang].reference)].map(([, page]) => page);
      const numbers = inSentence.length > 0 ? inSentence : [texts.at(-1)];
      expect(new Set(numbers), `page ${from}: ${texts.join('')} → ${name}`).toEqual(new Set([String(to)]));
    }
  });

  test('bookmarks name every heading, in order', async () => {
    const headings = [...html.matchAll(/<(h[1-4]|div(?=[^>]* role="heading"))[^>]*>(.*?)<\/\1>/gs)].map(([, , words]) => plain(words!));
    const bookmarks = (await readOutline(pdf)).map((line) => line.trim().replace(/ \d+$/, ''));
    expect(bookmarks.map(squeeze)).toEqual(headings.map(squeeze));
  });

  test('the running head names the document and the chapter on each page, on one line', async () => {
    const sections = titledSections(html);
    const titles = new Set(sections.map(({ title }) => title));
    const starts = (await readOutline(pdf)).map((line) => /^ *(.*) (\d+)$/.exec(line)!)
      .map(([, title, page]) => ({ title: squeeze(title!), number: Number(page) })).filter(({ title }) => titles.has(title));
    expect(starts.map(({ title }) => title)).toEqual(sections.map(({ title }) => title));
    const shared = new Set(sections.flatMap(({ page, joined }) => (joined ? [page] : [])));
    for (const { number, head, headLines } of isBook ? layout.slice(1) : layout) {
      const here = starts.findLast((start) => start.number <= number)!;
      const { page } = sections.find(({ title }) => title === here.title)!;
      expect(headLines, `page ${number}`).toBe(1);
      if (shared.has(page)) expect(squeeze(head), `page ${number}`).toMatch(WORDS[lang].shared);
      else expect(endsIn(squeeze(head), here.title), `page ${number}: ${head}`).toBe(true);
    }
  });

  test('pages are numbered n / N, but for the cover', () => {
    if (isBook) expect(layout[0]!.foot).toBe('');
    for (const { number, foot } of isBook ? layout.slice(1) : layout) expect(foot).toBe(`${number} / ${layout.length}`);
  });

  test('no page is nearly empty, unless it ends its section', () => {
    const short = layout.slice(1, -1).filter(({ number, head, width, lines }) => {
      const next = layout[number]!;
      return lines.length < 6 && next.head === head && next.width === width;
    });
    expect(short.map(({ number }) => number)).toEqual([]);
  });

  test('what goes on of the contents, the lists and the index of targets is nine lines or more, or a list with its head', () => {
    const [, index = ''] = /<h1 id="target-index"[^>]*>(.*?)<\/h1>/.exec(html) ?? [];
    const pages = isBook ? layout.filter(({ head }) => head === layout[2]!.head || (index !== '' && squeeze(head).endsWith(squeeze(index)))) : [];
    expect(pages.length > 0).toBe(isBook);
    // The contents of the data book stand in two columns: their lines are half as many.
    const least = html.includes('data-book') ? 5 : 9;
    const short = pages.filter(({ lines }) => lines.length < least && !(lines[0]!.size > lines[1]!.size));
    expect(short.map(({ number, lines }) => `${number}: ${lines.length}`)).toEqual([]);
  });

  test('no line begins a page alone, cut off from its paragraph', () => {
    const lone = layout.slice(1).filter(({ lines: [first, second] }) =>
      first && second && /^[a-z]/.test(first.text) && first.y - second.y > 26);
    expect(lone.map(({ number, lines }) => `${number}: ${lines[0]!.text}`)).toEqual([]);
  });

  test('no paragraph or cell ends with a single sign on a line of its own', () => {
    for (const page of layout) expect(loneSigns(page), `page ${page.number}`).toEqual([]);
  });

  test('no heading is left alone at the foot of a page', async () => {
    const headings = new Set((await readOutline(pdf)).map((line) => squeeze(line.trim().replace(/ \d+$/, ''))));
    for (const { number, lines } of layout.slice(1)) {
      const last = lines.at(-1);
      expect(last && last.size > 10 && headings.has(squeeze(last.text)), `page ${number}: ${last?.text}`).not.toBe(true);
    }
  });

  test('no head of a table stands without a row', async () => {
    for (const { number } of layout) {
      for (const table of await readTables(pdf, number)) expect(table.at(-1), `page ${number}`).not.toBe('head');
    }
  });

  test('a table that goes on says so: at the foot of its page, and at the head of the next', () => {
    for (const { number, lines } of layout) {
      const goesOn = lines.some((line) => line.text.includes(WORDS[lang].continues));
      const next = layout[number]?.lines.slice(0, 4).some((line) => WORDS[lang].continued.test(line.text)) ?? false;
      expect(next, `page ${number + 1}`).toBe(goesOn);
    }
  });

  test('is tagged: headings, lists with bodies, tables with header cells, each chart with what it shows', async () => {
    expect(asMap(await pdf.getMarkInfo()).get('Marked')).toBe(true);
    const tags = (await Promise.all(layout.map(({ number }) => readTags(pdf, number)))).flat();
    const roles = new Set(tags.map(({ role }) => role));
    for (const role of ['H1', 'P', ...(html.includes('<table') ? ['Table', 'TR', 'TH', 'TD'] : []), ...(isBook ? ['H2', 'L', 'LI', 'LBody', 'Link'] : [])]) expect(roles, role).toContain(role);
    expect([...roles].filter((role) => !STANDARD.has(role))).toEqual([]);
    const described = [...html.matchAll(/<figure[^>]* aria-label="([^"]*)"/g)].map(([, words]) => plain(words!));
    expect(tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual(described);
    expect(tags.find(({ lang: language }) => language)).toMatchObject({ role: 'Document', lang });
  });

  test('what is drawn is either read or an artifact; running heads and page numbers are not read', async () => {
    for (const { number, foot } of layout) {
      const { read, unmarked } = await readMarked(pdf, number);
      expect(unmarked, `page ${number}`).toEqual([]);
      if (foot !== '') expect(squeeze(read), `page ${number}`).not.toContain(squeeze(foot));
    }
  });

  test('a screen reader goes through each page in the order of its tags, and hears what each link says', async () => {
    for (const { tabs, links } of await readAnnotations(bytes)) {
      if (links.length > 0) expect(tabs).toBe('S');
      for (const link of links) expect(link).toMatch(/^[^\u00ad]+$/);
    }
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
    expect(new Set(fonts.map(({ name }) => name.slice(0, 6))).size).toBe(fonts.length);
    expect(await readFaults(bytes)).toEqual([]);
  });

  test('gives the characters that were written when it is searched or copied', async () => {
    const title = plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)![1]!);
    expect(squeeze(text)).toContain(squeeze(title));
    expect(text).not.toContain('\u00ad');
    expect(await readContents(bytes)).not.toContain('ActualText');
    expect(text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/);
  });

  test('the space between Japanese and Latin letters, and that of a spread line, is no character', async () => {
    const written = plain(html.replaceAll('</text>', ' ')).replace(/\s+/g, ' ');
    const around = (words: string) => [...words.matchAll(SPACED)].map(({ index }) => words.slice(index - 1, index + 2));
    const own = new Set(around(written));
    for (const [index, words] of (await readSpacedTexts(pdf)).entries()) {
      expect(around(words).filter((each) => !own.has(each)), `page ${index + 1}`).toEqual([]);
    }
  });
});

/** Two Japanese letters, or a Japanese and a Latin one, with a space between. */
const SPACED = /(?<=([ぁ-んァ-ヶ一-龠々])) (?=[0-9A-Za-zぁ-んァ-ヶ一-龠々])|(?<=[0-9A-Za-z]) (?=[ぁ-んァ-ヶ一-龠々])/g;

describe('printed again', () => {
  let work: string;
  beforeAll(async () => { work = await mkdtemp(join(tmpdir(), 'nenpo-edition-')); });
  afterAll(() => rm(work, { recursive: true }));

  test('it is the same, byte for byte', async () => {
    const page = (await findPrintPages(dist, { lang: 'ja' })).find(({ section }) => section)!;
    const { base } = readSiteAddress(process.env['NENPO_ROOT'] ?? process.cwd());
    const read = (path: string) => readFile(join(dist, path, 'index.html'), 'utf8');
    const files = await makePrintFonts(textsOf(await read(`/ja/print/${page.report}/`) + await read(page.pagePath)), SHIPPED);
    const browser = await launchBrowser();
    try {
      const again = join(work, 'again.pdf');
      await printPdf({ distDir: dist, pagePath: page.pagePath, outFile: again, base, browser, files });
      expect((await readFile(again)).equals(await readFile(join(dist, pdfName(page, A4))))).toBe(true);
    } finally {
      await browser.close();
    }
  });
});

/** The roles of PDF 1.7, and those that the document maps to them. */
const STANDARD = new Set([
  'Root', 'Document', 'Div', 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Caption',
  'Figure', 'Link', 'Span', 'Strong', 'Em',
]);

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

/** The titles that have pages with running heads, and the names of those pages. */
function titledSections(html: string): { page: string; joined: boolean; title: string }[] {
  let [page, joined] = ['', false];
  return [...html.matchAll(/ class="([^"]*)\bon-([^ "]+)"|<h[12][^>]* class="(?:chapter|part)-title"[^>]*>(.*?)<\/h[12]>/gs)].flatMap(([, kind, name, words]) => {
    if (name !== undefined) [page, joined] = [name, /\bjoined\b/.test(kind!)];
    return words === undefined ? [] : [{ page, joined, title: squeeze(plain(words)) }];
  });
}

/** A running head ends in the title of its section, or in the beginning of it where that is too long. */
function endsIn(head: string, title: string): boolean {
  const cut = /(.{8,})…$/u.exec(head)?.[1];
  return cut === undefined ? head.endsWith(title) : Array.from(cut, (_, at) => cut.slice(at)).some((end) => end.length >= 8 && title.startsWith(end));
}

/** Without spaces, which a PDF keeps in its own way. */
function squeeze(words: string): string {
  return words.replace(/\s/g, '');
}
