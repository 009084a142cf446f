import { fill } from '../i18n/fill.ts';
import type { Localized, Tongue } from '../locale.ts';

/** The words of the report on a change: for editors, in the program's own languages. */
export const IMPACT_WORDS = {
  title: { ja: 'この変更の影響', en: 'What this change does' },
  compared: { ja: '{0}と{1}を比べました。', en: 'Compared {0} with {1}.' },
  nothing: { ja: '変更はありません。', en: 'Nothing changes.' },
  formOnly: { ja: '書き方だけの変更です（{0} ファイル）。サイトに示す内容は変わりません。', en: 'Only the way of writing changes ({0} {0|file|files}); what the site shows stays the same.' },
  workTree: { ja: '作業中のファイル', en: 'the working files' },
  beforeBroken: { ja: '変更前のデータ（{0}）に誤りが {1} 件あるため、影響を比べられません。', en: 'The data before the change ({0}) has {1} {1|error|errors}, so the two cannot be compared.' },
  afterBroken: { ja: '変更後のデータに誤りが {0} 件あるため、影響を比べられません。先に直してください。', en: 'The data after the change has {0} {0|error|errors}, so its effects cannot be told. Mend these first.' },
  afterErrors: { ja: '変更後のデータに誤りが {0} 件あります。直してください。', en: 'The data after the change has {0} {0|error|errors}. Please mend them.' },
  more: { ja: 'ほか {0} 件', en: '{0} more' },
  figures: { ja: '変わる値', en: 'Figures' },
  derived: { ja: '連動して変わる計算', en: 'Computations that move with them' },
  flips: { ja: '結果が変わる目標', en: 'Targets whose result changes' },
  moves: { ja: '結果は同じで、見通しやもとの値が変わる目標', en: 'Targets with the same result, on another course or other figures' },
  discrepancies: { ja: '新しく計算と合わなくなる値', en: 'Figures that no longer follow from the others' },
  settled: { ja: '計算と合うようになる値', en: 'Figures that now follow from the others' },
  waivers: { ja: '計算と合わない理由（waiver）', en: 'Reasons for figures that do not add up (waivers)' },
  untranslated: { ja: '訳が必要な文', en: 'Texts that need a translation' },
  texts: { ja: '書き換えた文', en: 'Texts' },
  shown: { ja: '変わる値を示す文', en: 'Texts that show these figures' },
  charts: { ja: '変わる図', en: 'Charts' },
  entries: { ja: '加えた項目・なくした項目', en: 'Entries added and removed' },
  values: { ja: 'そのほかの変更', en: 'Other changes' },
  pages: { ja: '変わるページ', en: 'Pages' },
  prints: { ja: '変わるPDF', en: 'PDFs' },
  what: { ja: '項目', en: 'What' },
  period: { ja: '時点', en: 'Period' },
  before: { ja: '変更前', en: 'Before' },
  after: { ja: '変更後', en: 'After' },
  place: { ja: '場所', en: 'Where' },
  printed: { ja: '印刷された値', en: 'Printed' },
  recomputed: { ja: '計算した値', en: 'Recomputed' },
  result: { ja: '検算', en: 'Recheck' },
  target: { ja: '目標', en: 'Target' },
  waived: { ja: '理由あり', en: 'with a reason' },
  notWaived: { ja: '理由なし', en: 'without a reason' },
  none: { ja: '（なし）', en: '(none)' },
  missing: { ja: '{0} がありません', en: 'no {0}' },
  stale: { ja: '{0} が前のままです', en: '{0} is as before' },
  pageCount: { ja: '{0}ページ', en: 'p. {0}' },
  pageRange: { ja: '{0}～{1}ページ', en: 'pp. {0}–{1}' },
  notPrinted: { ja: 'ページ番号は PDF の印刷後に分かります', en: 'page numbers are known once the PDFs are printed' },
  added: { ja: '追加', en: 'added' },
  removed: { ja: '削除', en: 'removed' },
  changed: { ja: '変更', en: 'changed' },
} as const satisfies Record<string, Localized>;

export const KIND_WORDS = {
  measure: { ja: '施策', en: 'measure' },
  clause: { ja: '計画項目', en: 'plan item' },
  target: { ja: '目標', en: 'target' },
  table: { ja: '表', en: 'table' },
  issue: { ja: '課題', en: 'issue' },
  report: { ja: '報告', en: 'report' },
  document: { ja: '文書', en: 'document' },
  term: { ja: '用語', en: 'term' },
  unit: { ja: '単位', en: 'unit' },
  part: { ja: '部', en: 'part' },
  section: { ja: '節', en: 'section' },
  chapter: { ja: '章', en: 'chapter' },
  indicator: { ja: '指標', en: 'indicator' },
  file: { ja: 'ファイル', en: 'file' },
} as const satisfies Record<string, Localized>;

export const VERDICT_WORDS = {
  equal: { ja: '一致', en: 'equal' },
  rounding: { ja: '端数の範囲', en: 'within rounding' },
  differs: { ja: '不一致', en: 'differs' },
} as const satisfies Record<string, Localized>;

export type ImpactWord = keyof typeof IMPACT_WORDS;

export function sayImpact(tongue: Tongue, key: ImpactWord, ...values: readonly (string | number)[]): string {
  return fill(IMPACT_WORDS[key][tongue], values, tongue);
}
