import { allCauses, COLUMNS, financeTables } from '../../derive/finance.ts';
import type { Amount, FinanceRow } from '../../derive/finance.ts';
import type { ReportModel } from '../../derive/model.ts';
import { figureCells, placeCells } from '../cells.ts';
import { FIGURE, field, OF_DOCUMENT, perLanguage, PLACE, textCells } from '../resource.ts';
import type { Resource } from '../resource.ts';

/** Budgets, settlements and plans of every year: a line for each amount of each row. */
export function finance({ report }: ReportModel, languages: readonly string[]): Resource {
  const line = (year: string, row: FinanceRow, parent: string, cause: string, column: string, amount: Amount) => [
    year, row.table, row.id, parent, cause, column, String(row.level), row.mark ?? '', ...textCells(languages, row.label), row.fund ?? '',
    ...figureCells(amount.figure), amount.printed, ...placeCells(amount.source),
  ];
  const lines = (year: string, row: FinanceRow, parent: string): string[][] => [
    ...COLUMNS.flatMap((column) => {
      const amount = row.amounts[column];
      return amount ? [line(year, row, parent, '', column, amount)] : [];
    }),
    ...allCauses(row.causes).flatMap(({ definition, amount }) =>
      (amount ? [line(year, row, parent, definition.id, 'difference', amount)] : [])),
    ...row.parts.flatMap((part) => lines(year, part, row.id)),
  ];
  return {
    name: 'finance',
    title: { ja: '予算と決算', en: 'Budget and settlement' },
    fields: [
      field('year', '年度', 'Fiscal year'),
      field('table', '表の id', 'Id of the table'),
      field('row', '行の id', 'Id of the row'),
      field('parent', '上の行の id', 'Id of the row that it is a part of'),
      field('cause', '差の要因の id', 'Id of the cause of the difference, where it is one'),
      field('column', '何の額か', 'What the amount is', COLUMNS),
      field('level', '木の深さ（合計は0）', 'Depth in the tree; 0 for the total'),
      field('mark', '文書での番号', 'Number in the document'),
      ...perLanguage(languages, 'label', '名称', 'Label'),
      field('fund', '財源の id', 'Id of the fund'),
      ...FIGURE,
      field('printed', '印刷された値', 'The figure as printed'),
      ...PLACE,
    ],
    primaryKey: ['year', 'table', 'row', 'cause', 'column'],
    foreignKeys: [OF_DOCUMENT],
    rows: report.finances.flatMap((year) => financeTables(year).flatMap(({ roots }) => roots.flatMap((root) => lines(year.year, root, '')))),
  };
}
