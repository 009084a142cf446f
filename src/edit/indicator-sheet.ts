import type { LoadedIndicator } from '../load/report.ts';
import type { Tongue } from '../locale.ts';
import type { SheetText } from './sheet/write-sheet.ts';

const HEADS = {
  ja: ['時点', '値', '増減', '状態', '注記（日本語）', '注記（英語）', '文書', 'ページ', '行'],
  en: ['period', 'value', 'change', 'status', 'note (ja)', 'note (en)', 'document', 'page', 'line'],
} as const;

const STATUS = {
  ja: { provisional: '速報', final: '確定', revised: '訂正', estimate: '推計' },
  en: { provisional: 'provisional', final: 'final', revised: 'revised', estimate: 'estimate' },
} as const;

/** The series as a sheet that `npm run import` reads back: a row for each period, figures as printed. */
export function indicatorSheet({ data }: LoadedIndicator, locale: Tongue): SheetText {
  const rows = data.observations.map(({ at, value, change = '', status, note, source = data.source }) => [
    at, value, change, status === undefined ? '' : STATUS[locale][status], note?.['ja'] ?? '', note?.['en'] ?? '',
    source.document, String(source.page ?? ''), String(source.line ?? ''),
  ]);
  return { name: data.id, rows: [HEADS[locale], ...rows], heads: 1 };
}
