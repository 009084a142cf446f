import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import { nearest } from '../load/nearest.ts';
import type { LoadedFinance, Report } from '../load/report.ts';
import { isUnread } from '../load/unread.ts';
import type { CauseAmount, FinanceCause, FinanceReason } from '../schema/finance.ts';
import { financeTables, findRow, rowsOf } from '../derive/finance.ts';
import type { FinanceRow, FinanceTable } from '../derive/finance.ts';
import { duplicates } from './duplicates.ts';
import { meantOr } from './meant.ts';
import { problem } from './problem.ts';

/** Names in the files about money: each unique where it must be, and each leading to something. */
export function checkFinances(report: Report): Problem[] {
  return report.finances.flatMap((finance, index) => [
    ...checkYear(finance),
    ...checkFinanceIds(finance),
    ...checkFinanceReferences(report, finance),
    ...emptyRows(finance),
    ...rowsExchanged(report, finance, report.finances[index - 1]),
  ]);
}

/** The same row has the same id in every year: one that bears the name of another row of the year before has changed places with it. */
function rowsExchanged({ languages }: Report, finance: LoadedFinance, before: LoadedFinance | undefined): Problem[] {
  if (!before || finance.incomplete || before.incomplete) return [];
  const named = ({ label }: FinanceRow) => label[languages.text] ?? '';
  const earlier = financeTables(before).flatMap(rowsOf);
  const byPlace = new Map(earlier.map((row) => [`${row.table}/${row.id}`, row]));
  // A part may have the name of the whole: that is meant first.
  const byName = new Map(earlier.toReversed().map((row) => [`${row.table}/${named(row)}`, row]));
  return financeTables(finance).flatMap(rowsOf).flatMap((row) => {
    const [own, other] = [byPlace.get(`${row.table}/${row.id}`), byName.get(`${row.table}/${named(row)}`)];
    return !own || !other || own.id === other.id || named(own) === named(row) || row.note
      ? []
      : [problem('row-exchanged', finance.file, idOfRow(row).path, EXCHANGED(row.id, named(own), named(row), other.id, before.year), EXCHANGED_REPAIR, 'warning')];
  });
}

function checkYear({ file, data, year }: LoadedFinance): Problem[] {
  return data.year === year ? [] : [problem('year-differs', file, ['year'], YEAR(data.year), RENAME(`${data.year.slice(2)}.yaml`))];
}

function checkFinanceIds(finance: LoadedFinance): Problem[] {
  const { file, data } = finance;
  const entries = (list: string, some: readonly { readonly id: string }[] = []) =>
    some.map(({ id }, index) => ({ id, path: [list, index, 'id'] as Path }));
  const tables = financeTables(finance);
  return [
    ...duplicates(file, entries('funds', data.funds)),
    ...duplicates(file, causesIn(data.causes, ['causes']).map(({ cause, path }) => ({ id: cause.id, path: [...path, 'id'] }))),
    ...duplicates(file, [...entries('breakdowns', data.breakdowns), ...entries('plans', data.plans)]),
    ...tables.flatMap((table) => duplicates(file, rowsOf(table).map(idOfRow))),
    ...duplicates(file, reasonsIn(data, []).flatMap(({ reason, path }) => (reason.id === undefined ? [] : [{ id: reason.id, path: [...path, 'id'] }]))),
  ];
}

/** The id of a plan's side stands over its total; a total of a breakdown has none to mend. */
function idOfRow({ id, path }: FinanceRow): { id: string; path: Path } {
  const own = path.at(-1) === 'total' ? path.slice(0, -1) : path;
  return { id, path: [...own, 'id'] };
}

function causesIn(causes: readonly FinanceCause[] = [], path: Path): { cause: FinanceCause; path: Path }[] {
  return causes.flatMap((cause, index) => [
    { cause, path: [...path, index] },
    ...causesIn(cause.parts, [...path, index, 'parts']),
  ]);
}

function reasonsIn(value: unknown, path: Path): { reason: FinanceReason; path: Path }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const at: Path = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== 'reasons' || !Array.isArray(each)) return reasonsIn(each, at);
    return (each as FinanceReason[]).map((reason, index) => ({ reason, path: [...at, index] }));
  });
}

function checkFinanceReferences(report: Report, finance: LoadedFinance): Problem[] {
  const { file, data } = finance;
  const need = (kind: Kind, id: string, known: readonly string[], path: Path) =>
    known.includes(id) || isUnread(report, kind, id)
      ? []
      : [problem('dangling-reference', file, path, UNKNOWN(kind, id), meantOr(nearest(id, known), HOME[kind]))];
  const reasons = reasonsIn(data, []);
  const reasonIds = reasons.flatMap(({ reason }) => reason.id ?? []);
  const tables = financeTables(finance);
  const places = tables.flatMap((table) => rowsOf(table).map(({ id }) => `${table.id}/${id}`));
  return [
    ...need('unit', data.unit, [...report.units.keys()], ['unit']),
    ...tables.flatMap((table) => rowsOf(table).flatMap((row) => [
      ...(row.fund === undefined ? [] : need('fund', row.fund, (data.funds ?? []).map(({ id }) => id), [...row.path, 'fund'])),
      ...(row.is === undefined || findRow(finance, row.is) ? [] : need('row', row.is, places, [...row.path, 'is'])),
      ...balanceIds(row).flatMap(({ id, path }) => need('balance', id, idsOf(table), path)),
    ])),
    ...causeAmountsIn(data, []).flatMap(({ cause, path, parent }) => {
      const known = parent === undefined ? data.causes : causesIn(data.causes, []).find((each) => each.cause.id === parent)?.cause.parts;
      return need('cause', cause.cause, (known ?? []).map(({ id }) => id), [...path, 'cause']);
    }),
    ...reasons.flatMap(({ reason, path }) => (reason.is === undefined ? [] : need('reason', reason.is, reasonIds, [...path, 'is']))),
  ];
}

function idsOf(table: FinanceTable): string[] {
  return rowsOf(table).map(({ id }) => id);
}

function balanceIds({ balance, path }: FinanceRow): { id: string; path: Path }[] {
  return (['plus', 'minus'] as const).flatMap((side) =>
    (balance?.[side] ?? []).map((id, index) => ({ id, path: [...path, 'balance', side, index] })),
  );
}

/** Every amount of a cause, with the cause that it is a part of. */
function causeAmountsIn(value: unknown, path: Path): { cause: CauseAmount; path: Path; parent?: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const at: Path = [...path, Array.isArray(value) ? Number(key) : key];
    const isList = key === 'causes' && path.length > 0 && Array.isArray(each);
    return isList ? amountsOf(each as CauseAmount[], at) : causeAmountsIn(each, at);
  });
}

function amountsOf(list: readonly CauseAmount[], path: Path, parent?: string): { cause: CauseAmount; path: Path; parent?: string }[] {
  return list.flatMap((cause, index) => [
    { cause, path: [...path, index], ...(parent === undefined ? {} : { parent }) },
    ...amountsOf(cause.parts ?? [], [...path, index, 'parts'], cause.cause),
  ]);
}

/** A row with nothing below it and no amount says nothing. */
function emptyRows(finance: LoadedFinance): Problem[] {
  if (finance.incomplete) return [];
  return financeTables(finance).flatMap((table) => rowsOf(table).flatMap(({ path, parts }) =>
    parts.length > 0 || hasAmount(finance, path) ? [] : [problem('row-without-amount', finance.file, path, NO_AMOUNT, NO_AMOUNT_REPAIR)]));
}

function hasAmount({ data }: LoadedFinance, path: Path): boolean {
  const row = path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], data);
  return ['budget', 'settlement', 'difference', 'amount'].some((column) => column in (row as object));
}

type Kind = 'unit' | 'fund' | 'cause' | 'row' | 'reason' | 'balance';

const NOUN: Record<Kind, Localized> = {
  unit: { ja: '単位', en: 'unit' },
  fund: { ja: '財源', en: 'fund' },
  cause: { ja: '要因', en: 'cause' },
  row: { ja: '行', en: 'row' },
  reason: { ja: '理由', en: 'reason' },
  balance: { ja: '行', en: 'row' },
};
const HOME: Record<Kind, Localized> = {
  unit: { ja: 'data/units.yaml の単位の id を書いてください。', en: 'Write the id of a unit of data/units.yaml.' },
  fund: { ja: 'このファイルの funds に財源を加えるか、id を直してください。', en: 'Add the fund to “funds” of this file, or mend the id.' },
  cause: {
    ja: 'このファイルの causes に要因（内訳は parts）を加えるか、id を直してください。',
    en: 'Add the cause to “causes” of this file (a part of one under “parts”), or mend the id.',
  },
  row: { ja: 'このファイルの表の id と行の id を「表/行」と書いてください。', en: 'Write table/row, the ids of a table and of a row of this file.' },
  reason: { ja: 'このファイルのほかの理由に id を付け、その id を書いてください。', en: 'Give the other reason of this file an id, and write that.' },
  balance: { ja: '同じ計画の行の id を書いてください。', en: 'Write the id of a row of the same plan.' },
};
const UNKNOWN = (kind: Kind, id: string) => kind === 'balance' ? NO_SUCH_ROW(id) : ({
  ja: `${NOUN[kind].ja}「${id}」はありません。`,
  en: `There is no ${NOUN[kind].en} “${id}”.`,
});
const NO_SUCH_ROW = (id: string) => ({
  ja: `この計画に行「${id}」はありません。`,
  en: `This plan has no row “${id}”.`,
});
const YEAR = (year: string) => ({
  ja: `ファイル名が年度 ${year} と違います。`,
  en: `The file name differs from the year ${year}.`,
});
const RENAME = (name: string) => ({
  ja: `ファイル名を ${name} にするか、year を直してください。`,
  en: `Name the file ${name}, or mend “year”.`,
});
const EXCHANGED = (id: string, was: string, is: string, other: string, year: string) => ({
  ja: `行「${id}」は ${year} では「${was}」で、「${is}」は「${other}」でした。`,
  en: `The row “${id}” was “${was}” in ${year}, where “${is}” was “${other}”.`,
});
const EXCHANGED_REPAIR = {
  ja: '同じ行には、年度が変わっても同じ id を書いてください。名称のほうが変わったのであれば、この行の note にそう書きます。',
  en: 'Give the same row the same id in every year. If it is the names that have changed, say so under “note” of this row.',
};
const NO_AMOUNT = { ja: 'この行には金額がありません。', en: 'This row has no amount.' };
const NO_AMOUNT_REPAIR = {
  ja: 'budget、settlement、difference（計画では amount）に印刷された金額を書くか、parts に内訳を書いてください。',
  en: 'Write the printed amount under “budget”, “settlement” or “difference” (“amount” in a plan), or its parts under “parts”.',
};
