import { nearest } from '../load/nearest.ts';
import type { Report } from '../load/report.ts';
import type { Source } from '../schema/text.ts';
import { importIndicator, wholeOrText } from './import-indicator.ts';
import type { Conflict, Decide } from './import-indicator.ts';
import { importTable } from './import-table.ts';
import { chooseReadings } from './sheet/choose.ts';
import { readingsOf } from './sheet/readings.ts';
import { cellAt } from './sheet/sheet.ts';
import type { Sheet } from './sheet/sheet.ts';
import type { SheetProblem } from './sheet/sheet-problem.ts';
import { tableSheets } from './table-sheet.ts';

/** What an editor asks for. */
export interface ImportRequest {
  readonly indicators: readonly string[];
  /** 2025/np-collection/T04 */
  readonly table?: string;
  /** Head of the sheet → indicator. */
  readonly columns: ReadonlyMap<string, string>;
  readonly source?: Source;
  readonly unit?: string;
  readonly decide: Decide;
}

export interface SheetImported {
  /** Files that change, anew. */
  readonly files: ReadonlyMap<string, string>;
  readonly added: number;
  readonly replaced: number;
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly SheetProblem[];
  /** Heads of the sheet that were not asked for. */
  readonly left: readonly string[];
}

/** Merges a sheet into the data. Where anything cannot be read, nothing should be written. Pure. */
export function importSheet(report: Report, sheet: Sheet, request: ImportRequest, read: (file: string) => string): SheetImported {
  const named = <T extends SheetProblem>(problem: T) => ({ ...problem, ...(sheet.name === undefined ? {} : { sheet: sheet.name }) });
  const result = request.table === undefined ? importSeries(report, sheet, request, read) : importOneTable(report, sheet, request.table, request.decide, read);
  return { ...result, problems: result.problems.map(named) };
}

function importSeries(report: Report, sheet: Sheet, request: ImportRequest, read: (file: string) => string): SheetImported {
  const unknown = [...request.indicators, ...request.columns.values()].filter((id) => !report.indicators.has(id));
  if (unknown.length > 0) return nothing(unknown.map((id) => unknownId(report, id)));
  const found = readingsOf(sheet, report.units);
  if (!found) return nothing([NO_FIGURES]);
  const wanted = [...new Set(request.indicators)].flatMap((id) => report.indicators.get(id) ?? []);
  const { byId, left, problems } = chooseReadings(found.readings, wanted, request.columns);
  const results = wanted.map((indicator) => ({
    indicator,
    ...importIndicator(report, indicator, read(indicator.file), byId.get(indicator.data.id) ?? [], request),
  }));
  const sum = (count: (result: (typeof results)[number]) => number) => results.reduce((total, result) => total + count(result), 0);
  return {
    files: new Map(results.filter(({ indicator, text }) => text !== read(indicator.file)).map(({ indicator, text }) => [indicator.file, text])),
    added: sum(({ added }) => added),
    replaced: sum(({ replaced }) => replaced),
    conflicts: results.flatMap(({ conflicts }) => conflicts),
    problems: [...problems, ...results.flatMap((result) => result.problems)],
    left: [...left, ...found.ignored],
  };
}

function importOneTable(report: Report, sheet: Sheet, key: string, decide: Decide, read: (file: string) => string): SheetImported {
  const tables = tableSheets(report, 'ja');
  const matching = tables.filter((table) => table.key === key || table.key.replace(/^\d{4}\//, '') === key);
  const [only] = matching;
  if (!only || matching.length > 1) return nothing([unknownTable(key, tables.map((table) => table.key), matching.map((table) => table.key))]);
  const english = tableSheets(report, 'en').find((table) => table.key === only.key);
  const table = english && cellAt(sheet, 0, 1) !== only.rows[0]?.[1] && cellAt(sheet, 0, 1) === english.rows[0]?.[1] ? english : only;
  return { ...importTable(report, table, sheet, read, decide), added: 0, left: [] };
}

/** DOCUMENT:PAGE or DOCUMENT:PAGE:LINE; null where the document is not known. */
export function parseSourceOption(text: string, report: Report): Source | null {
  const [document = '', page, line] = text.split(':');
  if (!report.documents.has(document)) return null;
  return { document, ...(page ? { page: wholeOrText(page) } : {}), ...(line ? { line: wholeOrText(line) } : {}) };
}

function nothing(problems: readonly SheetProblem[]): SheetImported {
  return { files: new Map(), added: 0, replaced: 0, conflicts: [], problems, left: [] };
}

function unknownId(report: Report, id: string): SheetProblem {
  const near = nearest(id, [...report.indicators.keys()]);
  return {
    message: { ja: `指標「${id}」はありません。`, en: `There is no indicator “${id}”.` },
    repair: near === undefined
      ? { ja: 'data/indicators のファイル名を --indicator に書いてください。', en: 'Give --indicator the name of a file in data/indicators.' }
      : { ja: `「${near}」ではありませんか。`, en: `Did you mean “${near}”?` },
  };
}

export function unknownTable(key: string, all: readonly string[], matching: readonly string[]): SheetProblem {
  const near = nearest(key, all) ?? all.find((each) => each.endsWith(key.split('/').at(-1) ?? key)) ?? all[0] ?? '';
  return matching.length > 1
    ? { message: { ja: `表「${key}」はいくつもあります（${matching.join('、')}）。`, en: `There are several tables “${key}”: ${matching.join(', ')}.` }, repair: { ja: `年度も書いてください: --table ${matching[0] ?? ''}`, en: `Write the year too: --table ${matching[0] ?? ''}` } }
    : { message: { ja: `表「${key}」はありません。`, en: `There is no table “${key}”.` }, repair: { ja: `「${near}」のように書いてください（一覧は npm run export -- --list）。`, en: `Write it as in ${near} (npm run export -- --list shows all).` } };
}

const NO_FIGURES: SheetProblem = {
  message: { ja: 'このシートに値が見つかりません。', en: 'There are no figures in this sheet.' },
  repair: { ja: '見出しの行と列があり、その内側に値がある表にしてください。別のシートなら --sheet で選びます。', en: 'Let it be a table with heads above and on the left; choose another sheet with --sheet.' },
};
