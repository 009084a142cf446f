import type { Localized } from '../locale.ts';
import { nearest } from '../load/nearest.ts';
import type { LoadedIndicator, Report } from '../load/report.ts';
import { COLUMNS, financeOf, financeTables, rowsOf } from '../derive/finance.ts';

/** The repair of a name that leads nowhere: the one that was probably meant, or what to do when there is none. */
export function meantOr(guess: string | undefined, otherwise: Localized): Localized {
  return guess === undefined
    ? otherwise
    : { ja: `「${guess}」ではありませんか。`, en: `Did you mean “${guess}”?` };
}

export function meant(id: string, known: Iterable<string>, otherwise: Localized): Localized {
  return meantOr(nearest(id, [...known]), otherwise);
}

export function noPeriod(id: string, at: string): Localized {
  return {
    ja: `指標「${id}」に時点 ${at} の値はありません。`,
    en: `The indicator “${id}” has no figure for ${at}.`,
  };
}

/** `budget/items/staff` of a year that leads nowhere. */
export function noAmount(report: Report, id: string, year: string): { message: Localized; repair: Localized } {
  const finance = financeOf(report, year);
  const file = `data/finance/${year.slice(2)}.yaml`;
  if (!finance)
    return {
      message: { ja: `${year} の予算と決算（${file}）はありません。`, en: `There is no budget and settlement of ${year} (${file}).` },
      repair: { ja: '年度を直すか、ファイルを加えてください。', en: 'Mend the year, or add the file.' },
    };
  const known = financeTables(finance).flatMap(rowsOf).flatMap((row) =>
    COLUMNS.flatMap((column) => (row.amounts[column] ? [`${column}/${row.table}/${row.id}`] : [])));
  return {
    message: { ja: `${file} に金額「${id}」はありません。`, en: `There is no amount “${id}” in ${file}.` },
    repair: meant(id, known, {
      ja: '「budget/表の id/行の id」（settlement・difference・amount も同じ）と書いてください。',
      en: 'Write budget/table/row (or settlement, difference, amount).',
    }),
  };
}

/** The periods that there are to choose from, the latest last. */
export function periodsOf({ observations }: LoadedIndicator): Localized {
  const periods = [...observations.keys()].slice(-6);
  const rest = observations.size > periods.length ? { ja: '… ', en: '… ' } : { ja: '', en: '' };
  return {
    ja: `値のある時点: ${rest.ja}${periods.join('、')}`,
    en: `Periods with a figure: ${rest.en}${periods.join(', ')}`,
  };
}
