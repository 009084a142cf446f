import type { Localized } from '../locale.ts';

/** One kind of file of the open data: where it lies and what it holds. The site and its documentation both read this list. */
export interface Address {
  /** Below the site’s base; words in braces stand for ids. */
  readonly pattern: string;
  readonly what: Localized;
}

export const ADDRESSES: readonly Address[] = [
  { pattern: 'data/datapackage.json', what: { ja: '全体の目録（Frictionless Data Package）。各表の列の意味と型', en: 'Catalogue of the whole (Frictionless Data Package): what every column means, and its type' } },
  { pattern: 'data/{table}.csv', what: { ja: '全体を表にしたもの。表の名前は下の一覧', en: 'The whole as tables; their names are listed below' } },
  { pattern: 'data/{table}.excel.csv', what: { ja: '同じ表。Excel で文字化けしないよう BOM を付けたもの', en: 'The same with a byte order mark, which Excel needs' } },
  { pattern: 'data/nenpo.xlsx', what: { ja: '全体を一冊にまとめたブック', en: 'The whole as one workbook' } },
  { pattern: 'data/nenpo.json', what: { ja: '全体を一つにまとめた JSON', en: 'The whole as one JSON file' } },
  { pattern: 'data/indicators/{indicator}.csv', what: { ja: '一つの指標の値', en: 'The figures of one indicator' } },
  { pattern: 'data/indicators/{indicator}.excel.csv', what: { ja: '同じ。Excel 用', en: 'The same, for Excel' } },
  { pattern: 'data/indicators/{indicator}.json', what: { ja: '一つの指標の定義・注・値', en: 'Definition, notes and figures of one indicator' } },
  { pattern: 'data/tables/{year}/{section}/{table}.{language}.csv', what: { ja: '一つの表（ページの表示どおり）', en: 'One table, as it stands on its page' } },
  { pattern: 'data/tables/{year}/{section}/{table}.{language}.excel.csv', what: { ja: '同じ。Excel 用', en: 'The same, for Excel' } },
  { pattern: 'data/tables/{year}/{section}/{table}.json', what: { ja: '一つの表の、セルごとの正確な値', en: 'One table with the exact figure behind each cell' } },
  { pattern: 'data/charts/{chart}.{language}.csv', what: { ja: '一つの図の値', en: 'The figures of one chart' } },
];

export const dataFile = {
  resource: (name: string) => `data/${name}.csv`,
  indicator: (id: string, kind: 'csv' | 'excel.csv' | 'json') => `data/indicators/${id}.${kind}`,
  table: (year: string, section: string, table: string, kind: string) => `data/tables/${year.replace(/^FY/, '')}/${section}/${table}.${kind}`,
  package: () => 'data/datapackage.json',
  workbook: () => 'data/nenpo.xlsx',
  whole: () => 'data/nenpo.json',
} as const;
