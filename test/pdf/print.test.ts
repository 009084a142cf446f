import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { Press, PrintError, printPdf } from '../../src/pdf/print.ts';
import type { PrintOptions, PrintResult } from '../../src/pdf/print.ts';
import { readLayout } from './read-layout.ts';
import { nodesBelow, nodesOf, readStructure } from './read-structure.ts';
import { asMap, openPdf, readFonts, readLinks, readOutline, readPageTexts, readTags } from './read-pdf.ts';
import { SAMPLE_PAGE, writeSampleSite } from './sample.ts';

let work: string;
let browser: Browser;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'nenpo-pdf-'));
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await rm(work, { recursive: true });
});

type Change = (html: string) => string;

async function printSample(name: string, options: Partial<PrintOptions> = {}, change?: Change) {
  const distDir = join(work, name);
  await writeSampleSite(distDir, change);
  const outFile = join(work, `${name}.pdf`);
  const result = await printPdf({ distDir, pagePath: SAMPLE_PAGE, outFile, browser, ...options });
  return { result, bytes: await readFile(outFile) };
}

describe('the sample', () => {
  let result: PrintResult;
  let bytes: Buffer;
  let pdf: PDFDocumentProxy;
  let texts: string[];

  beforeAll(async () => {
    ({ result, bytes } = await printSample('sample'));
    pdf = await openPdf(bytes);
    texts = await readPageTexts(pdf);
  }, 60_000);

  test('settles in two passes', () => {
    expect(result).toMatchObject({ pageCount: 7, passes: 2, blocked: [] });
    expect(pdf.numPages).toBe(7);
  });

  test('every line of the contents ends with the page that its link leads to', async () => {
    const links = (await readLinks(pdf)).filter(({ from }) => from === 2);
    const page = new Map(links.map(({ name, to }) => [name, to]));
    expect(page.size).toBe(6);
    expect(texts[1]!.replace(/\s/g, '')).toContain([
      '目次',
      `第1章適用の促進${page.get('coverage')}`,
      `計画と進捗${page.get('coverage-plan')}`,
      `納付率の推移${page.get('収納の推移')}`,
      '第2章保険料の収納対策に関する取組の結果と、次の年度に向けて残された課題の整理に',
      `ついて${page.get('collection')}`,
      `月別の状況${page.get('months')}`,
      `SummaryinEnglish${page.get('english')}`,
    ].join(''));
  });

  test('a reference in the text names the page of its target', async () => {
    const { to } = (await readLinks(pdf)).find(({ name }) => name === 't-months')!;
    expect(texts[4]).toContain(`表2（${to}ページ）`);
    expect(texts[to - 1]).toContain('表2 月別の納付月数と納付率');
  });

  test('a table that runs on repeats its head', () => {
    expect(texts[4]).toContain('納付対象月数');
    expect(texts[5]).toContain('納付対象月数');
    expect(texts[5]).not.toContain('表2');
  });

  test('pages are numbered n / N and carry the title and the section, the cover does neither', () => {
    for (const [index, text] of texts.slice(1).entries()) expect(text).toContain(`${index + 2} / 7`);
    for (const text of texts.slice(1)) expect(text).toContain('令和7年度 年次報告書（見本）');
    expect(texts[5]).toContain('第2章 保険料の収納');
    expect(texts[0]).not.toContain('/ 7');
    expect(texts[0]).not.toContain('第1章');
  });

  test('bookmarks follow the headings', async () => {
    expect(await readOutline(pdf)).toEqual([
      '令和7年度年次報告書（見本） 1',
      '目次 2',
      '第1章　適用の促進 3',
      '  計画と進捗 3',
      '  納付率の推移 3',
      '第2章　保険料の収納 5',
      '  月別の状況 5',
      '  Summary in English 7',
    ]);
  });

  test('a bookmark leads to the heading that it stands for', async () => {
    const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
    const bookmarks = context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict && object.has(PDFName.of('SE')) ? [object] : []));
    expect(bookmarks.map((bookmark) => String(bookmark.lookup(PDFName.of('SE'), PDFDict).get(PDFName.of('S'))))).toEqual(['/H1', '/H1', '/H1', '/H2', '/H2', '/H1', '/H2', '/H2']);
  });

  test('is tagged: headings, tables with header cells, lists, a figure with its description', async () => {
    expect(asMap(await pdf.getMarkInfo()).get('Marked')).toBe(true);
    const roles = (await readTags(pdf, 3)).map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(
      ['H1', 'H2', 'P', 'Link', 'Table', 'Caption', 'TR', 'TH', 'TD', 'L', 'LI', 'Lbl'],
    ));
    const figures = (await readTags(pdf, 4)).filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(['現年度納付率は令和2年度の69.3%から令和7年度の72.0%まで上がった。']);
  });

  test('a reading is tagged beside its word, and searched for apart from it', async () => {
    const structure = readStructure(await PDFDocument.load(bytes, { updateMetadata: false }));
    const [ruby] = [...nodesOf(structure.top)].filter(({ role }) => role === 'Ruby');
    expect(nodesBelow(ruby!).map(({ role }) => role)).toEqual(['RB', 'RT']);
    expect(texts[2]).toContain('特例');
    expect(texts[2]).toContain('とくれい');
  });

  test('says its language, and that of a part in another', async () => {
    expect((await readTags(pdf, 3)).find(({ lang }) => lang)).toMatchObject({ role: 'Document', lang: 'ja' });
    const english = (await readTags(pdf, 7)).filter(({ lang }) => lang === 'en').map(({ role }) => role);
    expect(english).toEqual(['H2', 'Div']);
    expect((await readTags(pdf, 2)).filter(({ lang }) => lang === 'en').map(({ role }) => role)).toEqual(['Span']);
  });

  test('says what it is, dated by the data', async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: '令和7年度 年次報告書（見本）',
      Author: '見本機構',
      Subject: '印刷版の見本。計画と実績、表、図、注。',
      Keywords: '年次報告, 納付率, 見本',
      Language: 'ja',
      CreationDate: 'D:20251201000000Z',
      ModDate: 'D:20251201000000Z',
    });
    expect(metadata.get('dc:title')).toContain('令和7年度 年次報告書（見本）');
    expect(metadata.get('xmp:createdate')).toBe('2025-12-01T00:00:00Z');
    expect(asMap(await pdf.getViewerPreferences()).get('DisplayDocTitle')).toBe(true);
  });

  test('embeds subsets of the two faces, each once more with wider letters, as TrueType with a Unicode map; and no other font', async () => {
    const fonts = await readFonts(bytes);
    const [tags, names] = [0, 1].map((part) => fonts.map(({ name }) => name.split('+')[part]!)) as [string[], string[]];
    expect(names.sort()).toEqual(['NotoSansJP-Bold', 'NotoSansJP-Bold', 'NotoSansJP-Regular', 'NotoSansJP-Regular']);
    expect(new Set(tags.filter((tag) => /^[A-Z]{6}$/.test(tag))).size).toBe(4);
    const made = { subtype: 'Type0', descendant: 'CIDFontType2', unicode: true, embedded: true };
    for (const font of fonts) expect(font).toMatchObject(made);
  });

  test('gives the characters that were written when it is searched or copied', () => {
    const all = texts.join('');
    expect(all).toContain('目次');
    expect(all).toContain('令和7年9月末現在');
    expect(all).toContain('1,992事業所');
    expect(all).toMatch(/72\.0%となり、前年同期を0\.4ポイント上回りました。/);
    expect(all).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/);
  });

  test('keeps an eighth of an em between Japanese and Latin letters', async () => {
    const runs = (await readLayout(pdf)).flatMap(({ runs: each }) => each);
    const at = runs.findIndex(({ text, size }) => text === '第1' && size > 17);
    const [number, chapter] = [runs[at]!, runs[at + 1]!];
    expect(number.width / number.size).toBeCloseTo(1 + 0.125 + 0.59 + 0.125, 2);
    expect(chapter.text).toMatch(/^章/);
    expect(chapter.x).toBeCloseTo(number.x + number.width, 1);
  });

  test('is the same, byte for byte, when printed again', async () => {
    const again = await printSample('again');
    expect(again.bytes.equals(bytes)).toBe(true);
  });

  test('is printed in one pass when the page numbers of the last print still hold', async () => {
    const seeded = await printSample('seeded', { seed: result.pages });
    expect(seeded.result.passes).toBe(1);
    expect(seeded.bytes.equals(bytes)).toBe(true);
  });

  test('is not taken in by page numbers that no longer hold', async () => {
    const seed = new Map([...result.pages].map(([id, page]) => [id, page + 90]));
    const misled = await printSample('misled', { seed });
    expect(misled.result.passes).toBe(2);
    expect(misled.bytes.equals(bytes)).toBe(true);
  });
}, 60_000);

test('the head of a table goes with the rows below it, also where those stay together', async () => {
  const rows = Array.from({ length: 6 }, (_, index) => `<tr>${index === 0 ? '<th scope="rowgroup" rowspan="6">群</th>' : ''}<th scope="row">項目<br>${index}</th><td class="num">1</td></tr>`).join('');
  const table = `<div class="table"><table><caption>群の表</caption><thead><tr><th scope="col" colspan="2">&nbsp;</th><th scope="col">値の頭</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  const { bytes } = await printSample('group', {}, (html) => html.replace('</body>', `<div style="break-before: page; height: 500pt">空き</div>${table}</body>`));
  const texts = await readPageTexts(await openPdf(bytes));
  expect(texts.findIndex((text) => text.includes('値の頭'))).toBe(texts.findIndex((text) => text.includes('群の表')));
  expect(texts.filter((text) => text.includes('値の頭'))).toHaveLength(1);
  expect(texts.at(-1)).toContain('値の頭');
});

test('what is said below a plan takes a row of it along to the next page', async () => {
  const heights = Array.from({ length: 16 }, (_, index) => 500 + 10 * index);
  const rows = (height: number) => [1, 2, 3].map((row) => `<tr><th scope="row">施策${row}</th><td>計画${height}</td><td>進捗</td></tr>`).join('');
  const plans = heights.map((height) => `<div style="break-before: page; height: ${height}pt">空き</div>
    <table class="clauses"><thead><tr class="continued"><td colspan="3">施策（続き）</td></tr><tr><th scope="col">施策</th><th scope="col">計画の頭</th><th scope="col">進捗</th></tr></thead><tbody>${rows(height)}</tbody><tfoot aria-hidden="true"><tr class="continues"><td colspan="3">次のページへ続く</td></tr></tfoot></table>
    <p>表の下の言葉${height}</p>`);
  const { bytes } = await printSample('below-plan', {}, (html) => html.replace('</body>', `${plans.join('')}</body>`));
  const texts = await readPageTexts(await openPdf(bytes));
  const pages = heights.map((height) => {
    const words = texts.findIndex((text) => text.includes(`表の下の言葉${height}`));
    return { words, first: texts.findIndex((text) => text.includes(`計画${height}`)), last: texts.findLastIndex((text) => text.includes(`計画${height}`)) };
  });
  expect(pages.filter(({ words, last }) => words !== last)).toEqual([]);
  // In some the words alone would have come on the next page, and in some all of it has room.
  expect(pages.filter(({ words, first }) => words > first).length).toBeGreaterThan(2);
  expect(pages.filter(({ words, first }) => words === first).length).toBeGreaterThan(2);
});

test('prints below a base path', async () => {
  const { result } = await printSample('based', { base: '/nenpo' });
  expect(result.pageCount).toBe(7);
});

test('asks nothing of the network and names what the page wanted', async () => {
  const image = '<img src="https://example.org/a.png" alt="">';
  const { result } = await printSample('outside', {}, (html) => html.replace('</body>', `${image}</body>`));
  expect(result.blocked).toEqual(['https://example.org/a.png']);
});

test('refuses a reference to a page number that leads nowhere', async () => {
  const dangling = printSample('dangling', {}, (html) => html.replace('id="t-months"', 'id="t-other"'));
  await expect(dangling).rejects.toThrow(new PrintError(
    'References with a page number point to ids that the print page lacks: t-months.',
  ));
});

test('refuses a page without its date', async () => {
  const undated = printSample('undated', {}, (html) => html.replace('"2025-12-01"', '"today"'));
  await expect(undated).rejects.toThrow('needs <meta name="dcterms.date" content="YYYY-MM-DD">, not "today"');
});

test('refuses a page without text, which the browser would leave without tags', async () => {
  const drawing = '<figure aria-label="図"><svg viewBox="0 0 9 9" role="presentation"><path d="M1 1h7v7z"/></svg></figure>';
  const wordless = printSample('wordless', {}, (html) => html.replace(/<body[^]*<\/body>/, `<body class="print-edition">${drawing}</body>`));
  await expect(wordless).rejects.toThrow('without the structure that a screen reader needs: is there no text on it?');
  const { result } = await printSample('small', {}, (html) => html.replace(/<body[^]*<\/body>/, `<body class="print-edition">${drawing}<p>一語</p></body>`));
  expect(result).toMatchObject({ pageCount: 1, passes: 2 });
});

test('refuses a page that is not there', async () => {
  await expect(printSample('absent', { pagePath: '/ja/print/none/' })).rejects.toThrow('answered 404');
});

/** A bracket that begins a line has no room before it: its glyph does. */
const startsFully = ({ text }: { text: string }) => !/^[「『（〔［【〈《]/.test(text);

test.each(['a4', 'letter'] as const)('leaves room for the binding on %s: on the left of odd pages, on the right of even ones', async (size) => {
  const { bytes } = await printSample(`gutter-${size}`, { paper: { size, gutter: true } });
  const layout = (await readLayout(await openPdf(bytes))).slice(1).filter(({ width, height }) => width < height);
  expect(new Set(layout.map(({ width, height }) => `${Math.round(width)} ${Math.round(height)}`))).toEqual(new Set([size === 'a4' ? '595 842' : '612 792']));
  const left = (odd: boolean) => new Set(layout.filter(({ number }) => (number % 2 === 1) === odd).map(({ runs }) => Math.round(Math.min(...runs.filter(startsFully).map(({ x }) => x)))));
  const [[onOdd = 0, ...others], [onEven = 0]] = [[...left(true)], [...left(false)]];
  expect(others).toEqual([]);
  expect(onOdd - onEven).toBeCloseTo((12 * 72) / 25.4, -1);
});

test('the sheet holds although the page refuses styles within it', async () => {
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'self\'; font-src \'self\'">';
  const { bytes } = await printSample('policy', { paper: { size: 'letter', gutter: false } }, (html) => html.replace('<head>', `<head>${policy}`));
  const [first] = await readLayout(await openPdf(bytes));
  expect([first?.width, first?.height]).toEqual([612, 792]);
});

test('a press prints each document as if it were its first', async () => {
  const distDir = join(work, 'press');
  await writeSampleSite(distDir);
  const press = await Press.open({ distDir, browser });
  const print = async (name: string) => {
    const outFile = join(work, name);
    await press.print({ pagePath: SAMPLE_PAGE, outFile });
    return readFile(outFile);
  };
  try {
    const first = await print('press-1.pdf');
    expect((await print('press-2.pdf')).equals(first)).toBe(true);
  } finally {
    await press.close();
  }
});
