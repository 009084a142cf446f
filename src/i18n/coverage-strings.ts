import type { Localized } from '../locale.ts';

/** The words of the coverage report. */
export const COVERAGE_WORDS = {
  document: { ja: '文書', en: 'Document' },
  total: { ja: '全体', en: 'whole' },
  sections: { ja: '節', en: 'Sections' },
  measures: { ja: '施策', en: 'Measures' },
  clauses: { ja: '計画項目', en: 'Clauses' },
  targets: { ja: '目標', en: 'Targets' },
  tables: { ja: '表', en: 'Tables' },
  catalogued: { ja: '原資料の表（番号のあるもの）', en: 'Tables of the document, by number' },
  indicators: { ja: '系列（指標）', en: 'Series (indicators)' },
  observations: { ja: '系列の値', en: 'Observations' },
  printings: { ja: '別の印刷', en: 'Other printings of them' },
  figures: { ja: '本文だけの値', en: 'Figures of the text alone' },
  amounts: { ja: '予算・決算・計画の金額', en: 'Amounts of budget, settlement and plans' },
  equal: { ja: '検算: 一致', en: 'Rechecked: equal' },
  rounding: { ja: '検算: 丸めの範囲', en: 'Rechecked: within rounding' },
  differs: { ja: '検算: 不一致', en: 'Rechecked: differs' },
  unexplained: { ja: '　うち理由のないもの', en: '  of which without a reason' },
  unchecked: { ja: '検算できない派生値（入力がない）', en: 'Not rechecked: inputs not in the data' },
  unsourced: { ja: '出典の場所がない値', en: 'Figures without a place in the source' },
  untranslated: { ja: '訳のない文', en: 'Texts not translated' },
  lost: { ja: '原資料で欠落した値', en: 'Figures lost in the source' },
  lostCells: { ja: '欠落した値のセル', en: 'Cells that show a lost figure' },
} as const satisfies Record<string, Localized>;
