import type { Path } from '../diagnostics/problem.ts';
import { readChange, readPrinted } from '../load/read-figures.ts';
import type { LoadedIndicator, Report } from '../load/report.ts';
import type { Localized } from '../locale.ts';
import { parseAbsence } from '../quantity/absence.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure } from '../quantity/quantity.ts';
import { labelIn } from '../quantity/unit.ts';
import type { Source } from '../schema/text.ts';
import { comparePeriods, isRealDay, lastDay } from '../time/period.ts';
import { periodOfReading, withUnit } from './sheet/readings.ts';
import type { Field } from './sheet/field.ts';
import type { Reading } from './sheet/readings.ts';
import type { SheetProblem } from './sheet/sheet-problem.ts';
import { unclearCell, withoutBrackets } from './sheet/unclear.ts';
import { YamlText } from './yaml/yaml-edit.ts';
import type { YamlValue } from './yaml/yaml-edit.ts';

/** A place where the data already say something else than the sheet. */
export interface Conflict {
  readonly file: string;
  /** np-current-rate FY2024 value */
  readonly name: string;
  readonly cell: string;
  readonly stored: string;
  readonly sheet: string;
}

/** What to do with a conflict. */
export type Decide = (conflict: Conflict) => 'keep' | 'replace';

export interface Imported {
  readonly text: string;
  readonly added: number;
  readonly replaced: number;
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly SheetProblem[];
}

export interface ImportOptions {
  /** Of figures that are new, where the sheet does not say it. */
  readonly source?: Source;
  /** Of figures that have none in the sheet: %, 万人. */
  readonly unit?: string;
  readonly decide: Decide;
}

interface Said {
  readonly text: string;
  readonly cell: string;
}
type Record_ = Partial<Record<Field, Said>>;

const ORDER = ['at', 'value', 'change', 'status', 'note', 'source', 'also', 'waiver'];
const STATUS: readonly (readonly [string, readonly string[]])[] = [
  ['provisional', ['速報', '速報値', '暫定']], ['final', ['確定', '確定値', '確報']], ['revised', ['訂正', '修正', '改定']], ['estimate', ['推計', '見込み', '見込']],
];

/** Merges the figures of a sheet into the YAML of an indicator. What the sheet leaves blank stays. Pure. */
export function importIndicator(report: Report, indicator: LoadedIndicator, text: string, readings: readonly Reading[], options: ImportOptions): Imported {
  const problems: SheetProblem[] = [];
  const records = recordsOf(report, indicator, readings, options, problems);
  const yaml = new YamlText(text);
  const conflicts: Conflict[] = [];
  const periods = indicator.data.observations.map(({ at }) => at);
  let [added, replaced] = [0, 0];

  for (const [at, record] of [...records].sort(([a], [b]) => comparePeriods(a, b))) {
    const index = periods.indexOf(at);
    if (index < 0) {
      const observation = newObservation(indicator, at, record, options, problems);
      if (!observation) continue;
      const after = periods.findIndex((each) => comparePeriods(each, at) > 0);
      const place = after < 0 ? periods.length : after;
      yaml.insert(['observations'], place, observation);
      periods.splice(place, 0, at);
      added += 1;
      continue;
    }
    for (const { field, path, value, stored, isNew } of differences(report, indicator, at, record, problems)) {
      const conflict = { file: indicator.file, name: `${indicator.data.id} ${at} ${field}`, cell: value.cell, stored: stored ?? '', sheet: value.text };
      if (!isNew) conflicts.push(conflict);
      if (!isNew && options.decide(conflict) === 'keep') continue;
      setPart(yaml, ['observations', index], path, value.text);
      if (isNew) added += 1;
      else replaced += 1;
      if (field === 'value' && !isNew && options.source && !record.document) setSource(yaml, index, options.source, indicator);
    }
    mergeSource(yaml, index, indicator, at, record, options, conflicts, problems);
  }
  return { text: yaml.text, added, replaced, conflicts, problems };
}

/** What the sheet says of each period; cells that cannot be read are told. */
function recordsOf(report: Report, indicator: LoadedIndicator, readings: readonly Reading[], options: ImportOptions, problems: SheetProblem[]): Map<string, Record_> {
  const startMonth = report.organisation.fiscalYear.startMonth;
  const firstMonth = indicator.data.firstMonth ?? startMonth;
  const records = new Map<string, Record_>();
  for (const reading of readings) {
    const read = periodOfReading(reading, startMonth, firstMonth);
    if (!('period' in read)) {
      problems.push({ cell: reading.cell, ...PERIOD_PROBLEMS[read.problem] });
      continue;
    }
    const at = asMonth(read.period, indicator, startMonth);
    if (!isRealDay(at)) {
      problems.push({ cell: reading.cell, message: { ja: `${at} という日は暦にありません。`, en: `There is no day ${at} in the calendar.` } });
      continue;
    }
    const said = readCell(report, indicator, reading, options, problems);
    if (said === undefined) continue;
    const record = records.get(at) ?? {};
    const earlier = record[reading.field];
    if (earlier && earlier.text !== said) problems.push(twice(reading, earlier, at));
    else records.set(at, { ...record, [reading.field]: { text: said, cell: reading.cell } });
  }
  return records;
}

/** The last day of a month stands for the month where the indicator has months and no days. */
function asMonth(period: string, { data }: LoadedIndicator, startMonth: number): string {
  const month = period.slice(0, 7);
  const hasDays = data.observations.some(({ at }) => at.length === 10);
  return period.length === 10 && !hasDays && lastDay(month, startMonth) === period ? month : period;
}

/** The text of a cell as the data write it; undefined where it cannot be read, which is told. */
function readCell(report: Report, indicator: LoadedIndicator, reading: Reading, { unit }: ImportOptions, problems: SheetProblem[]): string | undefined {
  const { field, cell, text } = reading;
  if (field === 'value' || field === 'change') return readFigure(report, indicator, reading, unit, problems);
  if (field === 'status') {
    const status = STATUS.find(([id, words]) => id === text.toLowerCase() || words.includes(text))?.[0];
    if (status === undefined) problems.push({ cell, message: { ja: `状態「${text}」が読めません。`, en: `The state “${text}” is not understood.` }, repair: { ja: '速報・確定・訂正・推計のどれかを書いてください。', en: 'Write provisional, final, revised or estimate.' } });
    return status;
  }
  if (field === 'document' && !report.documents.has(text)) {
    problems.push({ cell, message: { ja: `文書「${text}」は documents.yaml にありません。`, en: `The document “${text}” is not in documents.yaml.` }, repair: { ja: 'documents.yaml の id を書いてください。', en: 'Write the id that it has in documents.yaml.' } });
    return undefined;
  }
  return text;
}

function readFigure(report: Report, indicator: LoadedIndicator, reading: Reading, given: string | undefined, problems: SheetProblem[]): string | undefined {
  const unit = report.units.get(indicator.data.unit);
  const unclear = unclearCell(reading.text);
  if (unclear) {
    problems.push({ cell: reading.cell, ...unclear });
    return undefined;
  }
  const text = withUnit({ ...reading, text: withoutBrackets(reading.text) }, report.units, unit, given);
  const absent = parseAbsence(text);
  if (absent) return absent.absent;
  const read = reading.field === 'value' ? readPrinted('', [], text, report.units, unit) : readChange('', [], text, report.units, unit);
  for (const { message, repair, code } of read.problems) {
    const example = unit ? labelIn(unit, 'ja').other : '';
    const noUnit = code === 'unreadable-figure' && /単位がありません/.test(message.ja);
    problems.push({
      cell: reading.cell,
      message,
      ...(noUnit
        ? { repair: { ja: `表の見出しに「（${example}）」のように単位を書くか、--unit "${example}" を付けてください。`, en: `Write the unit into the head of the table, as in (${example}), or give --unit "${example}".` } }
        : repair ? { repair } : {}),
    });
  }
  return read.data === undefined ? undefined : text;
}

interface Difference {
  readonly field: Field;
  readonly path: readonly string[];
  readonly value: Said;
  readonly stored: string | undefined;
  readonly isNew: boolean;
}

const PATHS: Partial<Record<Field, readonly string[]>> = {
  value: ['value'], change: ['change'], status: ['status'], noteJa: ['note', 'ja'], noteEn: ['note', 'en'],
};

/** What the sheet says otherwise than the data, or in addition. */
function differences(report: Report, indicator: LoadedIndicator, at: string, record: Record_, problems: SheetProblem[]): Difference[] {
  const observation = indicator.observations.get(at)?.data;
  if (!observation) return [];
  return (Object.entries(PATHS) as [Field, readonly string[]][]).flatMap(([field, path]) => {
    const value = record[field];
    if (!value) return [];
    const stored = path.reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], observation) as string | undefined;
    if (stored !== undefined && same(report, indicator, field, stored, value.text)) return [];
    if (field === 'noteEn' && stored === undefined && record.noteJa === undefined && observation.note === undefined) {
      problems.push({ cell: value.cell, message: { ja: '英語の注記だけがあります。', en: 'There is a note in English only.' }, repair: { ja: '日本語の注記も書いてください。', en: 'Write the Japanese note too.' } });
      return [];
    }
    return [{ field, path, value, stored, isNew: stored === undefined }];
  });
}

/** 72.7% and ７２．７％ are the same; 72.7% and 72.70% are not. */
function same(report: Report, indicator: LoadedIndicator, field: Field, stored: string, sheet: string): boolean {
  if (stored === sheet) return true;
  if (field !== 'value' && field !== 'change') return stored.trim() === sheet.trim();
  const unit = report.units.get(indicator.data.unit);
  const read = (text: string): Figure | undefined => (field === 'value' ? readPrinted('', [], text, report.units, unit).data : readChange('', [], text, report.units, unit).data);
  const [a, b] = [read(stored), read(sheet)];
  if (!a || !b || !isQuantity(a) || !isQuantity(b)) return false;
  return a.value === b.value && a.quantum === b.quantum && a.unit === b.unit && JSON.stringify(a.qualifiers ?? []) === JSON.stringify(b.qualifiers ?? []) && (a.plus ?? false) === (b.plus ?? false);
}

function newObservation(indicator: LoadedIndicator, at: string, record: Record_, options: ImportOptions, problems: SheetProblem[]): YamlValue | undefined {
  const { value, change, status, noteJa, noteEn } = record;
  if (!value) {
    const [cell] = Object.values(record).map((said) => said.cell);
    problems.push({ ...(cell === undefined ? {} : { cell }), message: { ja: `${at} の値がありません。`, en: `There is no value for ${at}.` }, repair: { ja: '値のセルに、値か、値がない理由（未集計など）を書いてください。', en: 'Write the value, or why there is none (not yet available, …).' } });
    return undefined;
  }
  const source = sourceOf(record) ?? options.source;
  if (!source) {
    problems.push({
      cell: value.cell,
      message: { ja: `${at} の値は新しい値ですが、出典がありません。`, en: `The figure for ${at} is new, and has no source.` },
      repair: { ja: '--source 文書:ページ を付けるか、表に「文書」「ページ」の列を加えてください。', en: 'Give --source DOCUMENT:PAGE, or add the columns document and page to the sheet.' },
    });
    return undefined;
  }
  return {
    at,
    value: value.text,
    ...(change ? { change: change.text } : {}),
    ...(status ? { status: status.text } : {}),
    ...(noteJa ? { note: { ja: noteJa.text, ...(noteEn ? { en: noteEn.text } : {}) } } : {}),
    ...(sameSource(source, indicator.data.source) ? {} : { source: sourceValue(source) }),
  };
}

/** The source that the sheet gives an observation that there is already. */
function mergeSource(yaml: YamlText, index: number, indicator: LoadedIndicator, at: string, record: Record_, options: ImportOptions, conflicts: Conflict[], problems: SheetProblem[]): void {
  const [cell] = [record.document, record.page, record.line].filter((said) => said !== undefined);
  if (!cell) return;
  const stored = indicator.observations.get(at)?.data.source ?? indicator.data.source;
  const source = sourceOf(record);
  if (!source) {
    problems.push({ cell: cell.cell, message: { ja: '出典の文書がありません。', en: 'The source names no document.' }, repair: { ja: '「文書」の列に documents.yaml の id を書いてください。', en: 'Write the id of documents.yaml in the column “document”.' } });
    return;
  }
  if (sameSource(source, stored)) return;
  const conflict = { file: indicator.file, name: `${indicator.data.id} ${at} source`, cell: cell.cell, stored: sourceText(stored), sheet: sourceText(source) };
  conflicts.push(conflict);
  if (options.decide(conflict) === 'replace') setSource(yaml, index, source, indicator);
}

function setSource(yaml: YamlText, index: number, source: Source, indicator: LoadedIndicator): void {
  const path = ['observations', index, 'source'];
  if (!sameSource(source, indicator.data.source)) yaml.set(path, sourceValue(source), ORDER);
  else if (yaml.has(path)) yaml.remove(path);
}

function sourceOf({ document, page, line }: Record_): Source | undefined {
  if (!document) return undefined;
  return {
    document: document.text,
    ...(page ? { page: wholeOrText(page.text) } : {}),
    ...(line ? { line: wholeOrText(line.text) } : {}),
  };
}

/** 3 is a number, 参考資料 P1 a text. */
export function wholeOrText(text: string): number | string {
  return /^[1-9]\d*$/.test(text) ? Number(text) : text;
}

function sourceValue({ document, page, line }: Source): YamlValue {
  return { document, ...(page === undefined ? {} : { page }), ...(line === undefined ? {} : { line }) };
}

function sourceText({ document, page, line }: Source): string {
  return [document, page, line].filter((part) => part !== undefined).join(':');
}

function sameSource(a: Source, b: Source): boolean {
  return sourceText(a) === sourceText(b);
}

/** A note that is new is a map of its own. */
function setPart(yaml: YamlText, at: Path, [first = '', second]: readonly string[], value: string): void {
  if (second === undefined) return yaml.set([...at, first], value, ORDER);
  if (yaml.has([...at, first])) return yaml.set([...at, first, second], value, ['ja', 'en']);
  yaml.set([...at, first], { [second]: value }, ORDER);
}

function twice(reading: Reading, earlier: Said, at: string): SheetProblem {
  return {
    cell: reading.cell,
    message: { ja: `${at} の値が二つあります（${earlier.cell}「${earlier.text}」と「${reading.text}」）。`, en: `There are two figures for ${at}: “${earlier.text}” in ${earlier.cell}, and “${reading.text}”.` },
    repair: { ja: 'どちらかを消すか、--column で列を選んでください。', en: 'Take one out, or choose the column with --column.' },
  };
}

const PERIOD_PROBLEMS: Record<'none' | 'calendar-year' | 'no-year' | 'several', { readonly message: Localized; readonly repair: Localized }> = {
  none: {
    message: { ja: 'このセルの時点が見出しから分かりません。', en: 'The heads do not say what time this cell is of.' },
    repair: { ja: '見出しに「令和6年度」「令和7年9月末」のように書いてください。', en: 'Write it in the head, as in 令和6年度, FY2024 or 2025-09.' },
  },
  'calendar-year': {
    message: { ja: '見出しの年が年度か暦年か分かりません。', en: 'The year in the head may be a fiscal or a calendar year.' },
    repair: { ja: '「令和6年度」のように「度」を付けてください。', en: 'Write 令和6年度 or FY2024.' },
  },
  'no-year': {
    message: { ja: '見出しに月だけがあり、年がありません。', en: 'The head has a month and no year.' },
    repair: { ja: '見出しに年度か年を加えてください（例: 令和6年度）。', en: 'Add the year to the heads, as in 令和6年度 or FY2024.' },
  },
  several: {
    message: { ja: '見出しが二つの時点を示しています。', en: 'The heads name two times.' },
    repair: { ja: '一つのセルの見出しを一つの時点にしてください。', en: 'Let the heads of a cell name one time.' },
  },
};
