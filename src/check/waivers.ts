import type { Path, Problem } from '../diagnostics/problem.ts';
import type { LoadedFinance, LoadedIndicator, LoadedSection, Report } from '../load/report.ts';
import type { Check } from '../derive/checks.ts';
import type { Text } from '../schema/text.ts';
import { problem } from './problem.ts';

/** Waivers of what is not rechecked at all: readers would be told a reason for nothing. */
export function checkWaivers(report: Report, checks: readonly Check[]): Problem[] {
  if (report.unread.size > 0) return [];
  const rechecked = new Set(checks.map(({ file, path, what }) => placeOf(file, path, what)));
  const waived = new Set(checks.flatMap(({ finance, waiver }) => (finance && waiver ? [waiver] : [])));
  const amounts = report.finances.flatMap((finance) => ofFinance(finance, waived));
  return [...amounts, ...[...[...report.indicators.values()].flatMap(ofIndicator), ...report.sections.flatMap(ofSection)]
    .filter(({ file, path, what }) => !rechecked.has(placeOf(file, path, what)))
    .map(({ file, path, key }) => ({
      ...problem('needless-waiver', file, [...path.slice(0, 2), ...key], NOTHING, REPAIR, 'warning'),
      at: 'key' as const,
    }))];
}

/** Reasons in a file about money that no recheck has taken up. */
function ofFinance({ file, data, incomplete }: LoadedFinance, waived: ReadonlySet<Text>): Problem[] {
  if (incomplete) return [];
  return waiversIn(data, []).flatMap(({ waiver, path }) =>
    waived.has(waiver) ? [] : [{ ...problem('needless-waiver', file, path, NOTHING, AMOUNT_REPAIR, 'warning'), at: 'key' as const }]);
}

function waiversIn(value: unknown, path: Path): { waiver: Text; path: Path }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const at: Path = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== 'waiver') return waiversIn(each, at);
    if (Object.values(each).some((text) => typeof text === 'string')) return [{ waiver: each as Text, path: at }];
    return Object.entries(each as Record<string, Text>).map(([column, waiver]) => ({ waiver, path: [...at, column] }));
  });
}

interface Waived {
  readonly file: string;
  /** Of the figure that the waiver is for. */
  readonly path: Path;
  readonly what: Check['what'];
  /** Of the waiver, from the entry on. */
  readonly key: Path;
}

function ofIndicator({ file, data, incomplete }: LoadedIndicator): Waived[] {
  if (incomplete) return [];
  return data.observations.flatMap(({ waiver = {} }, index) => {
    const entry: Path = ['observations', index];
    const all = {
      value: { what: 'formula', path: [...entry, 'value'] },
      change: { what: 'change', path: [...entry, 'change'] },
      also: { what: 'also', path: [...entry, 'also', 0, 'value'] },
    } as const;
    return (['value', 'change', 'also'] as const).flatMap((key) =>
      waiver[key] ? [{ file, ...all[key], key: ['waiver', key] }] : [],
    );
  });
}

function ofSection({ file, data, incomplete }: LoadedSection): Waived[] {
  if (incomplete) return [];
  return (data.figures ?? []).flatMap(({ counts, waiver }, index) =>
    waiver && !counts ? [{ file, what: 'figure', path: ['figures', index, 'value'], key: ['waiver'] } as const] : [],
  );
}

function placeOf(file: string, path: Path, what: Check['what']): string {
  return `${file} ${path.join('.')} ${what}`;
}

const NOTHING = {
  ja: 'ここには再計算する値がなく、waiver は働きません。',
  en: 'Nothing is recomputed here, so the waiver does nothing.',
};
const AMOUNT_REPAIR = {
  ja: '合計の内訳、差の入力（予算額と決算額）、別の印刷（also、is）のどれかを加えるか、waiver を note に書き換えてください。',
  en: 'Add what it follows from: its parts, budget and settlement, or another printing (“also”, “is”); or make it a “note”.',
};
const REPAIR = {
  ja: '入力となる値（前年同期など）や計算（op・of）を加えるか、waiver を note に書き換えてください。',
  en: 'Add what it follows from, such as last year’s figure or “op” and “of”; or make it a “note”.',
};
