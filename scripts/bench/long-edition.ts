import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageName, pageRules } from '../../src/pdf/page-rules.ts';

/** The print page of a made-up report. */
export const LONG_EDITION = '/ja/print/long/';

/** A chapter has about so many pages. */
const CHAPTER = 17.6;
const MEASURES = 5;
const CLAUSES = 5;
const TABLES = 12;
const FIGURES = 4;
const TITLE = '令和7年度 業務実績報告書（計測用）';

/** Writes it as a built site, with about so many pages: the same markup and style as a true one, the same text every time. */
export async function writeLongEdition(directory: string, pages: number): Promise<string> {
  const html = longEdition(pages);
  await mkdir(join(directory, LONG_EDITION), { recursive: true });
  await mkdir(join(directory, 'styles'), { recursive: true });
  await writeFile(join(directory, LONG_EDITION, 'index.html'), html);
  for (const style of ['print.css', 'chart.css']) await copyFile(join('src/styles', style), join(directory, 'styles', style));
  return html;
}

function longEdition(pages: number): string {
  const chapters = numbers(Math.max(1, Math.round(pages / CHAPTER)));
  const rules = pageRules([
    { name: 'sec-contents', heading: '目次' },
    ...chapters.flatMap((chapter) => [
      { name: pageName(`c${chapter}`), heading: chapterTitle(chapter) },
      { name: pageName(`c${chapter}-wide`), heading: chapterTitle(chapter), orientation: 'landscape' as const },
    ]),
  ], TITLE);
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>${TITLE}</title>
<meta name="author" content="計測"><meta name="description" content="計測用の長い報告書"><meta name="keywords" content="計測">
<meta name="dcterms.date" content="2025-12-01">
<link rel="stylesheet" href="../../../fonts/fonts.css"><link rel="stylesheet" href="../../../styles/chart.css"><link rel="stylesheet" href="../../../styles/print.css">
<style>${rules}</style></head>
<body class="print-edition">
<header class="cover"><p class="cover-subtitle">計画と実績</p><p class="cover-publisher">計測機構</p><h1>${TITLE}</h1><p class="cover-date">令和7年9月末</p></header>
<nav class="contents" style="page: sec-contents"><h1 id="contents" class="chapter-title">目次</h1>
<ol class="level-1">${chapters.map(contentsOf).join('')}</ol>
<h2 id="table-list">表の一覧</h2><ol class="list">${chapters.flatMap((chapter) => numbers(TABLES).map((table) => line(`t${chapter}-${table}`, tableTitle(chapter, table)))).join('')}</ol></nav>
${chapters.map(chapterOf).join('\n')}
</body></html>`;
}

function contentsOf(chapter: number): string {
  const inner = numbers(MEASURES).map((measure) => line(`m${chapter}-${measure}`, measureTitle(chapter, measure))).join('');
  return line(`c${chapter}`, chapterTitle(chapter)).replace('</li>', `<ol class="level-2">${inner}</ol></li>`);
}

function line(anchor: string, title: string): string {
  return `<li><a href="#${anchor}" data-page-ref><span>${title}</span><span class="page-number"></span></a></li>`;
}

function chapterOf(chapter: number): string {
  const measures = numbers(MEASURES).map((measure) => `
<h2 id="m${chapter}-${measure}" class="major">${measureTitle(chapter, measure)}</h2>
<table class="clauses"><colgroup><col class="plan"><col class="progress"></colgroup><thead>${label(2, '続き')}<tr><th scope="col">計画</th><th scope="col">取組状況</th></tr></thead>
<tbody>${numbers(CLAUSES).map((clause) => clauseOf(chapter, measure, clause)).join('')}</tbody></table>`);
  const upright = numbers(TABLES - 1).map((table) => tableOf(chapter, table, 6, 'table keep', 10 + (table % 3)));
  return `<section class="part" style="page: ${pageName(`c${chapter}`)}"><h1 id="c${chapter}" class="chapter-title">${chapterTitle(chapter)}</h1>
<div class="lead"><p>${prose(chapter, 3)}</p></div>${measures.join('')}
<h2 class="major">参考資料</h2>${numbers(FIGURES).map((figure) => figureOf(chapter, figure)).join('')}${upright.join('')}</section>
${chapter % 2 === 0 ? `<section class="wide-tables" style="page: ${pageName(`c${chapter}-wide`)}">${tableOf(chapter, TABLES, 16, 'table wide', 24)}</section>` : `<section class="part" style="page: ${pageName(`c${chapter}`)}">${tableOf(chapter, TABLES, 6, 'table', 40)}</section>`}`;
}

function clauseOf(chapter: number, measure: number, clause: number): string {
  const seed = chapter * 100 + measure * 10 + clause;
  const reference = clause % 2 === 0 ? `<p class="see">→ <a href="#t${chapter}-${(seed % TABLES) + 1}" data-page-ref>表${seed % TABLES}<span class="nowrap">（<span class="page-number"></span>ページ）</span></a></p>` : '';
  return `<tr class="long"><td><p>${prose(seed, 2)}</p></td><td><p>${prose(seed + 1, 3)}</p><p>${prose(seed + 2, 2)}</p>${reference}</td></tr>`;
}

function tableOf(chapter: number, table: number, columns: number, kind: string, rows: number): string {
  const cells = (row: number) => numbers(columns).map((column) => `<td class="num"><span class="figure">${figure(chapter * 977 + table * 131 + row * 17 + column)}</span></td>`).join('');
  return `<div class="${kind}"><table id="t${chapter}-${table}"><caption><span class="label">${tableTitle(chapter, table)}</span></caption>
<thead>${kind.includes('keep') ? '' : label(columns + 1, `表${chapter}-${table}（続き）`)}<tr><th scope="col">&nbsp;</th>${numbers(columns).map((column) => `<th scope="col">令和${column}年度</th>`).join('')}</tr></thead>
<tbody>${numbers(rows).map((row) => `<tr><th scope="row">項目${row}</th>${cells(row)}</tr>`).join('')}</tbody></table>
<p class="source">出典: 計測機構「業務統計」${table}ページ</p></div>`;
}

function label(columns: number, text: string): string {
  return `<tr class="continued" aria-hidden="true"><td colspan="${columns}">${text}</td></tr>`;
}

function figureOf(chapter: number, index: number): string {
  const points = numbers(12).map((x) => `${x * 45},${160 - ((chapter * 37 + index * 53 + x * 29) % 120)}`).join(' L');
  const ticks = numbers(12).map((x) => `<text x="${x * 45}" y="190" text-anchor="middle" font-size="11">令和${x}年度</text>`).join('');
  return `<figure aria-label="図${chapter}-${index}。推移を示す。"><div class="chart"><svg viewBox="0 0 600 200" role="presentation"><path d="M${points}" fill="none" stroke="currentColor" stroke-width="2"/>${ticks}</svg></div>
<figcaption>図${chapter}-${index}　推移</figcaption></figure>`;
}

const SENTENCES = [
  '上半期は、届出のない事業所を確認し、未加入の人を新たに適用しました。', '納付の勧めは、電話、文書、訪問を組み合わせ、未納の月数に応じて行いました。',
  '事務所の窓口では、予約した人を先に案内し、待ち時間を短くしました。', '電子申請は前年の同じ時期より増え、紙による届出は減りました。',
  '市区町村と協力して、20歳になった人の手続を速やかに進めました。', '外国籍の人には、15の言語の案内を用意し、制度の目的を説明しました。',
  '研修は年度の初めに計画を立て、職員の習熟に合わせて内容を改めました。', '点検の結果、処理の誤りは前年度を下回り、再発を防ぐ手順を定めました。',
];

function prose(seed: number, sentences: number): string {
  return numbers(sentences).map((index) => SENTENCES[(seed * 7 + index * 3) % SENTENCES.length]).join('');
}

function figure(seed: number): string {
  return ((seed * 7919) % 1_000_000).toLocaleString('en');
}

function chapterTitle(chapter: number): string {
  return `第${chapter}章　業務の質の向上に関する取組その${chapter}`;
}

function measureTitle(chapter: number, measure: number): string {
  return `施策${chapter}-${measure}の計画と取組状況`;
}

function tableTitle(chapter: number, table: number): string {
  return `表${chapter}-${table}　件数と金額の推移`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
