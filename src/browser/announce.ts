import type { Locale } from '../locale.ts';
import type { Place, Walk } from './walk.ts';

/** e.g. '令和6年度 78.6%', 'FY2024: 78.6%'; with the series' name where there are several. */
export function announce(walk: Walk, { series: at, period: on }: Place, locale: Locale): string {
  const series = walk.series[at];
  const name = walk.series.length > 1 ? (series?.label ?? '') : '';
  const period = walk.periods[on] ?? '';
  const text = series?.texts[on] ?? '';
  if (locale === 'ja') return [name, period, text].filter((part) => part !== '').join(' ');
  return `${[name, period].filter((part) => part !== '').join(', ')}: ${text}`;
}
