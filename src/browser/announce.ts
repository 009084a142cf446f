import { chartString } from '../i18n/chart-strings.ts';
import type { ChartStrings } from '../i18n/chart-strings.ts';
import type { Locale } from '../locale.ts';
import type { Place, Walk } from './walk.ts';

/** e.g. '令和6年度 78.6%', 'FY2024: 78.6%'; with the series' name where there are several. */
export function announce(walk: Walk, { series: at, period: on }: Place, locale: Locale, words?: ChartStrings): string {
  const { label = '', texts = [] } = walk.series[at] ?? {};
  const names = [label, walk.periods[on] ?? ''];
  const where = (walk.along === 'y' ? names.toReversed() : names).filter((name) => name !== '');
  const text = texts[on] ?? '';
  const place = where.join(chartString(locale, 'whereGap', words));
  return chartString(locale, 'said', words).replace('{0}', () => place).replace('{1}', () => text);
}
