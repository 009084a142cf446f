import { keptBy } from '../cache/kept-by.ts';
import type { Path, Problem } from '../diagnostics/problem.ts';
import type { LoadedIndicator, LoadedSection, Report } from '../load/report.ts';
import type { Table } from '../schema/table.ts';
import type { Target } from '../schema/target.ts';
import { rulesOf } from './targets.ts';
import { periodsOf } from './meant.ts';
import { problem } from './problem.ts';

/**
 * Names that lead to something from which nothing follows: a formula without one period at which it could be computed,
 * a row and a column without a figure, a target judged by an indicator that its section never speaks of. Nobody would see
 * that it is the wrong one.
 */
export function checkUnused(report: Report): Problem[] {
  // What could not be read may be what is missing here.
  if (report.unread.size > 0) return [];
  return [
    ...[...report.indicators.values()].flatMap((indicator) => checkIndicator(report, indicator)),
    ...report.sections.flatMap((section) => [
      ...(section.data.tables ?? []).flatMap((table, index) => checkTable(report, section, table, ['tables', index])),
      ...checkTargets(report, section),
    ]),
  ];
}

function checkIndicator(report: Report, indicator: LoadedIndicator): Problem[] {
  const { formula, shareOf } = indicator.data;
  const inputs = formula === undefined || formula.complete === false ? [] : formula.of;
  return [
    ...withoutPeriod(report, indicator, inputs, ['formula', 'of']),
    ...(shareOf ? withoutPeriod(report, indicator, [shareOf.part], ['shareOf', 'part']) : []),
  ];
}

/** The input to blame is one that has no period of the result, or of the inputs before it. */
function withoutPeriod(report: Report, indicator: LoadedIndicator, ids: readonly string[], path: Path): Problem[] {
  const { file, data, observations } = indicator;
  let left = [...observations.keys()];
  for (const [index, id] of ids.entries()) {
    const input = report.indicators.get(id);
    if (!input) return [];
    left = left.filter((at) => input.observations.has(at));
    if (left.length > 0) continue;
    return [problem('never-computed', file, path.at(-1) === 'of' ? [...path, index] : path, NEVER(id, data.id), NEVER_REPAIR, 'warning')];
  }
  return [];
}

function checkTable(report: Report, { file }: LoadedSection, { columns, rows }: Table, path: Path): Problem[] {
  const shown = rows.flatMap(({ indicator }, r) => {
    const found = indicator === undefined ? undefined : report.indicators.get(indicator);
    return found ? [{ r, found, has: columns.map(({ at, change }) => [at, change].some((period) => period !== undefined && found.observations.has(period))) }] : [];
  });
  const periods = new Set(columns.flatMap(({ at = [], change = [] }) => [at, change].flat()));
  const empty = shown.filter(({ has }) => !has.includes(true)).map(({ r, found }) => problem('row-without-figure', file, [...path, 'rows', r, 'indicator'], ROW(found.data.id, periods), rowRepair(found), 'warning'));
  if (empty.length > 0 || shown.length === 0) return empty;
  return columns.flatMap(({ at, change }, c) => {
    const period = at ?? change;
    return period === undefined || shown.some(({ has }) => has[c])
      ? []
      : [problem('column-without-figure', file, [...path, 'columns', c, at === undefined ? 'change' : 'at'], COLUMN(period, shown.map(({ found }) => found.data.id)), ROW_REPAIR, 'warning')];
  });
}

/** An indicator of another section that judges a target is spoken of elsewhere in the file too. */
function checkTargets(report: Report, { file, data }: LoadedSection): Problem[] {
  const words = wordsOf(data, [], () => JSON.stringify(data));
  return (data.targets ?? []).flatMap((target, index) => rulesOf(target).flatMap(({ rule, path }) => {
    const indicator = 'indicator' in rule && rule.indicator !== undefined ? report.indicators.get(rule.indicator) : undefined;
    if (!indicator || indicator.data.section === data.section || timesNamed(words, indicator.data.id) > 1 || isSpokenOf(target, indicator.data)) return [];
    return [problem('indicator-of-another-section', file, ['targets', index, 'rule', ...path, 'indicator'], ELSEWHERE(indicator.data, target.id), ELSEWHERE_REPAIR, 'warning')];
  }));
}

const wordsOf = keptBy<object, string>();

/** Its name stands in what the target says: 病床利用率を{80}%台に乗せる。 */
function isSpokenOf({ title, wording }: Target, { name }: LoadedIndicator['data']): boolean {
  return Object.entries(name).some(([tag, words]) => [title[tag], wording[tag]].some((text) => text?.toLowerCase().includes(words.toLowerCase())));
}

function timesNamed(words: string, id: string): number {
  return words.split(new RegExp(`(?<![\\w-])${id}(?![\\w-])`)).length - 1;
}

const NEVER = (input: string, id: string) => ({
  ja: `「${input}」には「${id}」と同じ時点の値がなく、一度も計算して確かめられません。`,
  en: `“${input}” has no figure at a period of “${id}”: nothing is ever computed from it.`,
});
const NEVER_REPAIR = { ja: '指標の id か、値の時点を確かめてください。', en: 'Check the id of the indicator, or the periods of its figures.' };
const ROW = (id: string, periods: ReadonlySet<string>) => ({
  ja: `この行の指標「${id}」には、表のどの列の時点（${[...periods].join('、')}）の値もありません。`,
  en: `The indicator of this row, “${id}”, has no figure at the period of any column (${[...periods].join(', ')}).`,
});
function rowRepair(indicator: LoadedIndicator) {
  const { ja, en } = periodsOf(indicator);
  return { ja: `${ja}。${ROW_REPAIR.ja}`, en: `${en}. ${ROW_REPAIR.en}` };
}
const COLUMN = (at: string, ids: readonly string[]) => {
  const [some, more] = [ids.slice(0, 3), ids.length > 3];
  return {
    ja: `この列の時点 ${at} の値が、どの行の指標（${some.join('、')}${more ? ' など' : ''}）にもありません。`,
    en: `No indicator of a row (${some.join(', ')}${more ? ' and others' : ''}) has a figure for ${at}, the period of this column.`,
  };
};
const ROW_REPAIR = { ja: '指標の id と列の時点を文書の表で確かめてください。', en: 'Compare the indicators and periods with the table of the document.' };
const ELSEWHERE = ({ id, section }: LoadedIndicator['data'], target: string) => ({
  ja: `目標「${target}」を判定する指標「${id}」は節「${section}」のもので、このファイルのほかの場所では使われていません。`,
  en: `The target “${target}” is judged by “${id}”, an indicator of the section “${section}” that this file names nowhere else.`,
});
const ELSEWHERE_REPAIR = {
  ja: '指標の id を確かめてください。この指標で正しければ、取組状況か表でその値を示すか、目標の note に {indicator:指標の id} と書きます。',
  en: 'Check the id of the indicator. If it is the right one, show its figures in the progress or a table too, or name it as {indicator:id} under “note” of the target.',
};
