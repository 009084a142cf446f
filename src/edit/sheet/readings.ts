import { parseFigure } from '../../quantity/parse.ts';
import type { Unit, Units } from '../../quantity/unit.ts';
import { narrow } from '../../quantity/width.ts';
import { fieldNamed } from './field.ts';
import type { Field } from './field.ts';
import { findHeads } from './heads.ts';
import { periodOf, timeWords } from './period-words.ts';
import type { PeriodRead, TimeWords } from './period-words.ts';
import { cellAt, cellName, widthOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** One cell with all that its heads say of it. */
export interface Reading {
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  /** As the sheet shows it, with half-width digits. */
  readonly text: string;
  readonly field: Field;
  /** What its heads call it, without times, units and words such as 増減. */
  readonly labels: readonly string[];
  readonly times: readonly TimeWords[];
  /** Units that its heads name, the nearest first: %, 万人. */
  readonly units: readonly string[];
}

/** Every cell of a sheet that may be a figure or belong to one; undefined where there are no figures. */
export function readingsOf(sheet: Sheet, known: Units): { readonly readings: readonly Reading[]; readonly ignored: readonly string[] } | undefined {
  const heads = findHeads(sheet);
  if (!heads) return undefined;
  const readings: Reading[] = [];
  const ignored = new Set<string>();
  const split = (text: string, asYear = false) => splitHead(text, known, asYear);
  const captions = heads.captions.map((text) => split(text));
  for (let column = 0; column < widthOf(sheet); column += 1) {
    if (heads.headColumns.includes(column)) continue;
    const over = heads.over(column).map((text) => split(text, heads.asYear(column) || heads.yearsAcross));
    const named = over.map(({ label }) => fieldNamed(label)).find((field) => field !== undefined);
    if (named === undefined && over.some(({ label }) => REMARKS.test(label))) {
      ignored.add(heads.over(column).join(' '));
      continue;
    }
    sheet.rows.slice(heads.firstRow).forEach((_, index) => {
      const row = heads.firstRow + index;
      const text = cellAt(sheet, row, column);
      if (text === '') return;
      const beside = heads.beside(row).map((head, position) => split(head, heads.asYear(heads.headColumns[position] ?? 0)));
      const [columnTimes, rowTimes] = [timesOf(over), timesOf(beside)];
      const isChange = [...over, ...beside].some(({ change }) => change);
      readings.push({
        cell: cellName(row, column),
        row,
        column,
        text: named === undefined || named === 'value' || named === 'status' ? tidy(text) : text,
        field: named ?? (isChange ? 'change' : 'value'),
        labels: [...over, ...beside].map(({ label }) => label).filter((label) => label !== '' && !GENERIC.test(label) && fieldNamed(label) === undefined),
        times: withCaption([...columnTimes, ...rowTimes], timesOf(captions)),
        units: [...over.toReversed(), ...beside.toReversed(), ...captions.toReversed()].flatMap(({ units }) => units),
      });
    });
  }
  for (const text of notesBelow(sheet, heads.firstRow)) ignored.add(text);
  return { readings, ignored: [...ignored] };
}

/** （注）令和2年度は休館: a row that holds one text and no time is no figure’s; it is named, so that nothing is lost unseen. */
function notesBelow({ rows }: Sheet, firstRow: number): string[] {
  return rows.slice(firstRow).flatMap((cells) => {
    const [text = '', ...others] = cells.filter((cell) => cell !== '');
    return others.length === 0 && text !== '' && timeWords(text, true) === undefined ? [text] : [];
  });
}

/** What a title says of time only completes: 令和6年度 for 4月; a date of the document is not that of its figures. */
function withCaption(times: readonly TimeWords[], captions: readonly TimeWords[]): TimeWords[] {
  const lacksYear = !times.some(({ fiscalYear, year }) => fiscalYear !== undefined || year !== undefined);
  return lacksYear ? [...captions, ...times] : [...times];
}

interface Head {
  readonly label: string;
  readonly time?: TimeWords;
  readonly units: readonly string[];
  readonly change: boolean;
}

const BRACKETS = /[（(［[〔]([^（()）［\]〔〕]*)[)）］\]〕]/g;
const UNIT_NOTE = /(?:単位|unit)\s*[:：]?\s*([^\s()（）]+)/i;
const CHANGE = /(?:対)?(?:前年|前期|前回)(?:度|同期|同月|同時期)?(?:との)?(?:比較?|差|増減)(?:\s*増減)?|増減(?:率|数|幅|ポイント)?|伸び(?:率|幅)?|\b(?:year-on-year )?(?:change|difference)(?: from (?:the )?(?:previous|last) year)?\b/i;
const GENERIC = /^(値|実績値?|結果|数値|計|合計|件数|金額|率|人数|数|value|result|actual|figure)$/i;
const REMARKS = /^(備考|摘要|注|注記|コメント|メモ|出典|資料|remarks?|notes?|comments?|source)$/i;
/** 令和6年度 納付率（％） is a time, a label and a unit. */
function splitHead(text: string, known: Units, asYear: boolean): Head {
  const isUnitLike = (inside: string) => inside !== '' && timeWords(inside) === undefined && parseFigure(`1${tidy(inside)}`, known).ok;
  const time = timeWords(text, asYear);
  if (time || fieldNamed(text) !== undefined || text === '') return { label: time ? '' : text.trim(), ...(time ? { time } : {}), units: [], change: false };
  const noted = UNIT_NOTE.exec(text)?.[1];
  const bracketed = [...text.matchAll(BRACKETS)].map((match) => (match[1] ?? '').replace(UNIT_NOTE, '$1').trim());
  const units = [...new Set([...(noted === undefined ? [] : [noted]), ...bracketed.filter(isUnitLike)])];
  const bare = text.replace(BRACKETS, (whole, inside: string) => (isUnitLike(inside.replace(UNIT_NOTE, '$1').trim()) ? '' : whole)).replace(UNIT_NOTE, '');
  const change = CHANGE.test(bare);
  const words = bare.replace(CHANGE, '').replace(/^[のを・\s]+|[のを・\s]+$/g, '').trim();
  const [first = '', ...rest] = words.split(/[\s\u3000]+/);
  const leading = rest.length > 0 ? timeWords(first) : undefined;
  if (leading) return { label: rest.join(' '), time: leading, units, change };
  return { label: words, ...(timeWords(words, asYear) ? { time: timeWords(words, asYear)!, label: '' } : {}), units, change };
}

function timesOf(heads: readonly Head[]): TimeWords[] {
  return heads.flatMap(({ time }) => (time ? [time] : []));
}

/** Half-width digits, signs and letters; ▲ stays, as it is printed. */
function tidy(text: string): string {
  return [...text].map((char) => (/[▲△]/.test(char) ? char : narrow(char))).join('').replace(/\s+/g, ' ').trim();
}

/** A figure with the unit that its heads say, where it has none itself. */
export function withUnit({ text, units }: Reading, known: Units, unit: Unit | undefined, given: string | undefined): string {
  const plain = parseFigure(text, known, unit?.id);
  if (plain.ok || plain.problem.code !== 'missing_unit') return text;
  const fitting = [...(given === undefined ? [] : [given]), ...units].map(tidy).find((each) => parseFigure(text + each, known, unit?.id).ok);
  return fitting === undefined ? text : text + fitting;
}

export function periodOfReading({ times }: Reading, startMonth: number, firstMonth: number): PeriodRead {
  return periodOf(times, startMonth, firstMonth);
}
