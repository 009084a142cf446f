import type { Path, Problem } from '../diagnostics/problem.ts';
import type { LoadedIndicator, LoadedSection, Report } from '../load/report.ts';
import type { Check } from '../derive/checks.ts';
import { problem } from './problem.ts';

/** Waivers of what is not rechecked at all: readers would be told a reason for nothing. */
export function checkWaivers(report: Report, checks: readonly Check[]): Problem[] {
  if (report.unread.size > 0) return [];
  const rechecked = new Set(checks.map(({ file, path, what }) => placeOf(file, path, what)));
  return [...[...report.indicators.values()].flatMap(ofIndicator), ...report.sections.flatMap(ofSection)]
    .filter(({ file, path, what }) => !rechecked.has(placeOf(file, path, what)))
    .map(({ file, path, key }) => ({
      ...problem('needless-waiver', file, [...path.slice(0, 2), ...key], NOTHING, REPAIR, 'warning'),
      at: 'key',
    }));
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
  return (data.figures ?? []).flatMap(({ waiver }, index) =>
    waiver ? [{ file, what: 'figure', path: ['figures', index, 'value'], key: ['waiver'] } as const] : [],
  );
}

function placeOf(file: string, path: Path, what: Check['what']): string {
  return `${file} ${path.join('.')} ${what}`;
}

const NOTHING = {
  ja: 'ここには再計算する値がなく、waiver は働きません。',
  en: 'Nothing is recomputed here, so the waiver does nothing.',
};
const REPAIR = {
  ja: '入力となる値（前年同期など）や計算（op・of）を加えるか、waiver を note に書き換えてください。',
  en: 'Add what it follows from, such as last year’s figure or “op” and “of”; or make it a “note”.',
};
