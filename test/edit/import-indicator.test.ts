import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importIndicator } from '../../src/edit/import-indicator.ts';
import type { ImportOptions } from '../../src/edit/import-indicator.ts';
import { indicatorSheet } from '../../src/edit/indicator-sheet.ts';
import { chooseReadings } from '../../src/edit/sheet/choose.ts';
import { readSheets } from '../../src/edit/sheet/read-sheet.ts';
import { readingsOf } from '../../src/edit/sheet/readings.ts';
import { sheetCsv, sheetXlsx } from '../../src/edit/sheet/write-sheet.ts';
import { loadReport } from '../../src/load/load.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { TONGUES } from '../../src/locale.ts';

const root = process.cwd();
const { report } = loadReport(readDataFiles(root));
if (!report) throw new Error('the data cannot be read');
const rate = report.indicators.get('np-current-rate')!;
const file = (indicator = rate) => readFileSync(join(root, indicator.file), 'utf8');
const source = { document: 'progress-2025', page: 9 };

async function bring(name: string, bytes: Uint8Array | string, options: Partial<ImportOptions> & { id?: string; columns?: Map<string, string>; text?: string } = {}) {
  const indicator = report!.indicators.get(options.id ?? 'np-current-rate')!;
  const read = await readSheets(name, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  if (!read.ok) throw new Error(read.message.en);
  const { readings, ignored } = readingsOf(read.sheets[0]!, report!.units)!;
  const chosen = chooseReadings(readings, [indicator], options.columns ?? new Map());
  const result = importIndicator(report!, indicator, options.text ?? file(indicator), chosen.byId.get(indicator.data.id) ?? [], { decide: () => 'replace', ...options });
  return { ...result, problems: [...chosen.problems, ...result.problems], left: [...chosen.left, ...ignored] };
}

const at = (text: string, period: string) => (parse(text) as { observations: { at: string }[] }).observations.find((each) => each.at === period);

describe('what was exported comes back', () => {
  test.each([...report.indicators.values()].map((indicator) => ({ id: indicator.data.id, indicator })))('$id', async ({ id, indicator }) => {
    for (const locale of TONGUES) {
      const sheet = indicatorSheet(indicator, locale);
      for (const [name, bytes] of [['t.csv', Buffer.from(sheetCsv(sheet))], ['t.xlsx', await sheetXlsx([sheet])]] as const) {
        const { text, problems, conflicts } = await bring(name, bytes, { id, decide: () => { throw new Error('a conflict'); } });
        expect(problems).toEqual([]);
        expect(conflicts).toEqual([]);
        expect(text).toBe(file(indicator));
      }
    }
  });

  test('with every figure, where the data had only the first', async () => {
    const lost: string[] = [];
    for (const indicator of report!.indicators.values()) {
      const whole = parse(file(indicator)) as { observations: Record<string, unknown>[] };
      const [first] = whole.observations;
      const text = file(indicator).slice(0, file(indicator).indexOf('observations:'));
      const head = `${text}observations:\n  - at: ${String(first?.['at'])}\n    value: ${String(first?.['value'])}\n`;
      const { observations: _, ...bare } = indicator;
      const few = { ...bare, data: { ...indicator.data, observations: indicator.data.observations.slice(0, 1) }, observations: new Map([...indicator.observations].slice(0, 1)) };
      const read = await readSheets('t.csv', Buffer.from(sheetCsv(indicatorSheet(indicator, 'ja'))));
      const { readings } = readingsOf(read.ok ? read.sheets[0]! : { rows: [], merges: [] }, report!.units)!;
      const result = importIndicator(report!, few, head, readings, { decide: () => 'replace' });
      const got = (parse(result.text) as typeof whole).observations.slice(1);
      const wanted = whole.observations.slice(1).map(({ also: _a, waiver: _w, ...rest }) => rest);
      if (JSON.stringify(got.map(sorted)).normalize('NFKC') !== JSON.stringify(wanted.map(sorted)).normalize('NFKC')) lost.push(indicator.data.id);
    }
    expect(lost).toEqual([]);
  });
});

/** A source that says what the indicator's says need not be said. */
function sorted(value: Record<string, unknown>): unknown {
  const { source: _, ...rest } = value;
  return Object.fromEntries(Object.entries(rest).sort());
}

describe('sheets as officials write them', () => {
  const RATE = { source, decide: () => 'replace' as const };
  const added = async (rows: string, options: Parameters<typeof bring>[2] = {}) => {
    const result = await bring('t.csv', rows, { ...RATE, ...options });
    expect(result.problems).toEqual([]);
    return result.text;
  };

  test('years down, a unit in the head, full-width digits, ▲ and an era', async () => {
    const text = await added('（単位：％）,,\r\n年度,現年度納付率,前年度比\r\n令和８年度,７９．１,▲0.4\r\n');
    expect(at(text, 'FY2026')).toEqual({ at: 'FY2026', value: '79.1%', change: '▲0.4%', source });
    expect(text.replace(/ {2}- at: FY2026\n(?: {4}.*\n){2,6}?(?= {2}- at)/, '')).toBe(file());
  });

  test('years across, with heads over heads, as CSV has merged cells', async () => {
    const text = await added('区分,令和8年度,,令和9年度,\n,実績,増減,実績,増減\n現年度納付率,79.1%,+0.4ポイント,79.5%,+0.4ポイント\n最終納付率,84.0%,,84.1%,\n');
    expect(at(text, 'FY2026')).toMatchObject({ value: '79.1%', change: '+0.4ポイント' });
    expect(at(text, 'FY2027')).toMatchObject({ value: '79.5%' });
  });

  test('years across under 年度, a signed change in brackets', async () => {
    const text = await added('年度,R8,2027\n現年度納付率（％）,79.1,79.5\n増減（ポイント）,(＋0.4),（▲0.2）\n');
    expect(at(text, 'FY2026')).toMatchObject({ value: '79.1%', change: '+0.4ポイント' });
    expect(at(text, 'FY2027')).toMatchObject({ value: '79.5%', change: '▲0.2ポイント' });
  });

  test('blank rows and notes below are passed over, and the notes are named', async () => {
    const { text, problems, left } = await bring('t.csv', '\n年度,現年度納付率（％）\n\n令和8年度,79.1\n\n（注）速報値。\n※1 暫定,\n', RATE);
    expect(problems).toEqual([]);
    expect(at(text, 'FY2026')).toMatchObject({ value: '79.1%' });
    expect(left).toEqual(['（注）速報値。', '※1 暫定']);
  });

  test('merged cells of a workbook; months across under years; percentages that the sheet formats', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const bytes = await writeXlsx({
      sheets: [{
        name: '月次', rows: [['令和8年度 現年度納付率', null, null], ['区分', '5月', '6月'], ['納付率', 0.701, 0.71]],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
        cells: new Map([['2,1', { style: { numFmt: '0.0%' } }], ['2,2', { style: { numFmt: '0.0%' } }]]),
      }],
    });
    const { text, problems } = await bring('t.xlsx', bytes, RATE);
    expect(problems).toEqual([]);
    expect(at(text, '2026-05')).toMatchObject({ value: '70.1%' });
    expect(at(text, '2026-06')).toMatchObject({ value: '71.0%' });
  });

  test('years down and months across: April is the last where the months begin in May', async () => {
    const text = await added('年度,5月,4月\n令和8年度,70.1%,79.9%\n');
    expect(at(text, '2026-05')).toMatchObject({ value: '70.1%' });
    expect(at(text, '2027-04')).toMatchObject({ value: '79.9%' });
  });

  test('Shift_JIS, and 万 in the head', async () => {
    // 年度,件数（万件）\r\n令和8年度,301\r\n
    const bytes = Buffer.from('944e93782c8c8f9094816996' + '9c8c8f816a0d0a97df9861' + '38944e93782c3330310d0a', 'hex');
    const { text, problems } = await bring('t.csv', bytes, { ...RATE, id: 'np-payments-card' });
    expect(problems).toEqual([]);
    expect(at(text, 'FY2026')).toMatchObject({ value: '301万件' });
  });

  test('one column is chosen among others by its name, or by the editor', async () => {
    expect(at(await added('年度,最終納付率,現年度納付率\n令和8年度,84.0%,79.1%\n'), 'FY2026')).toMatchObject({ value: '79.1%' });
    const { problems } = await bring('t.csv', '年度,全国,東京\n令和8年度,79.1%,70.0%\n', RATE);
    expect(problems[0]?.message.ja).toContain('「全国」「東京」');
    expect(problems[0]?.repair?.ja).toBe('どれかを --column で示してください: --column "全国=np-current-rate"。');
    expect(at(await added('年度,全国,東京\n令和8年度,79.1%,70.0%\n', { columns: new Map([['全国', 'np-current-rate']]) }), 'FY2026')).toMatchObject({ value: '79.1%' });
  });
});

describe('what cannot be read names its cell', () => {
  test.each([
    ['年度,現年度納付率\n令和8年度,79,1%x\n令和8年度,"79,1%"\n', 'B3'],
    ['年度,現年度納付率\n令和8年度,79.1\n', 'B2'],
    ['年度,現年度納付率\n令和8年度,－\n', 'B2'],
    ['項目,値\n現年度納付率,79.1%\n', 'B2'],
    ['年,現年度納付率\n令和8年,79.1%\n', 'B2'],
    ['月,現年度納付率\n4月,79.1%\n', 'B2'],
    ['年度,値,状態\n令和8年度,79.1%,たぶん\n', 'C2'],
    ['年度,値\n令和8年度,79.1%\n令和8年度,79.2%\n', 'B3'],
  ])('%j: %s', async (rows, cell) => {
    const { problems } = await bring('t.csv', rows, { source });
    expect(problems.map((problem) => problem.cell)).toContain(cell);
    expect(problems.every(({ message, repair }) => message.ja && message.en && repair?.ja && repair.en)).toBe(true);
  });

  test('a new figure needs a source', async () => {
    const { problems, added } = await bring('t.csv', '年度,値\n令和8年度,79.1%\n');
    expect(added).toBe(0);
    expect(problems[0]).toMatchObject({ cell: 'B2', message: { ja: 'FY2026 の値は新しい値ですが、出典がありません。' } });
  });
});

describe('what the data say otherwise', () => {
  const rows = '年度,値\nFY2019,69.4%\n';

  test('is asked about, and stays unless the answer is to replace it', async () => {
    const kept = await bring('t.csv', rows, { decide: () => 'keep' });
    expect(kept.conflicts).toEqual([{ file: rate.file, name: 'np-current-rate FY2019 value', cell: 'B2', stored: '69.3%', sheet: '69.4%' }]);
    expect(kept.text).toBe(file());
    const replaced = await bring('t.csv', rows, { decide: () => 'replace' });
    expect(replaced.text).toBe(file().replace('value: 69.3%', 'value: 69.4%'));
  });

  test('the same digits in full width are no difference, one more digit is', async () => {
    expect((await bring('t.csv', '年度,値\nFY2019,６９．３％\n')).conflicts).toEqual([]);
    expect((await bring('t.csv', '年度,値\nFY2019,69.30%\n')).conflicts).toHaveLength(1);
  });
});
