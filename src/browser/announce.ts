import type { Locale } from '../locale.ts';
import type { Place, Walk } from './walk.ts';

/** e.g. '令和6年度 78.6%', 'FY2024: 78.6%'; with the series' name where there are several. */
export function announce(walk: Walk, { series: at, period: on }: Place, locale: Locale): string {
  const { label = '', texts = [] } = walk.series[at] ?? {};
  const names = [label, walk.periods[on] ?? ''];
  const where = (walk.along === 'y' ? names.toReversed() : names).filter((name) => name !== '');
  const text = texts[on] ?? '';
  return locale === 'ja' ? [...where, text].join(' ') : `${where.join(', ')}: ${text}`;
}
