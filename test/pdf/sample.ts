import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHIPPED } from '../../src/fonts/faces.ts';
import { readSiteText } from '../../src/fonts/site-text.ts';
import { subsetSiteFonts } from '../../src/fonts/subset.ts';
import { noteRule } from '../../src/pdf/note-rule.ts';
import { pageRules } from '../../src/pdf/page-rules.ts';

const ROOT = join(import.meta.dirname, '../..');
export const SAMPLE_PAGE = '/ja/print/sample/';

/**
 * Writes a small built site with the print page of `test/cases/print/sample.html`, its styles and its fonts.
 */
export async function writeSampleSite(
  directory: string,
  change = (html: string) => html,
): Promise<void> {
  const template = await readFile(join(ROOT, 'test/cases/print/sample.html'), 'utf8');
  const html = template
    .replace('/*page-rules*/', RULES)
    .replace('<!--months-->', monthRows());
  await mkdir(join(directory, SAMPLE_PAGE), { recursive: true });
  await writeFile(join(directory, SAMPLE_PAGE, 'index.html'), change(html));
  await cp(join(ROOT, 'src/styles'), join(directory, 'styles'), { recursive: true });
  await subsetSiteFonts(directory, await readSiteText(directory), SHIPPED, join(ROOT, '.cache/fonts'));
}

const RULES = `${noteRule('注{0}', '　')}\n${pageRules([
  { name: 'sec-contents', heading: '目次' },
  { name: 'sec-coverage', heading: '第1章　適用の促進' },
  { name: 'sec-collection', heading: '第2章　保険料の収納' },
], '令和7年度 年次報告書（見本）')}`;

/** Five years of months: enough rows to run over two pages. */
function monthRows(): string {
  return Array.from({ length: 60 }, (_, index) => monthRow(index)).join('\n');
}

function monthRow(index: number): string {
  const label = `令和${2 + Math.floor((index + 3) / 12)}年${((index + 3) % 12) + 1}月`;
  const due = 8_000 + ((index * 137) % 900);
  const paid = 5_600 + ((index * 211) % 400);
  const remark = index % 9 === 0 ? '口座振替の集計日を変更' : '&nbsp;';
  const rate = (Math.round((paid / due) * 1000) / 10).toFixed(1);
  const figures = [`${due.toLocaleString('en')}千月`, `${paid.toLocaleString('en')}千月`, `${rate}%`];
  const cells = figures.map((figure) => `<td class="num">${figure}</td>`).join('');
  return `<tr><th scope="row">${label}</th>${cells}<td>${remark}</td></tr>`;
}
