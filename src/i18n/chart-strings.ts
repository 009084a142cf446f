import { isTongue } from '../locale.ts';
import type { Locale, Localized } from '../locale.ts';

/** What a live chart says. Apart from the other strings: these travel to the browser. */
export const CHART_STRINGS = {
  /** Between the series and the period of a figure that is read out, and before the figure. */
  whereGap: { ja: ' ', en: ', ' },
  said: { ja: '{0} {1}', en: '{0}: {1}' },
  hint: {
    ja: '図にふれるか、図を選んで矢印キーを押すと、値を1つずつ読めます。',
    en: 'Point at the chart, or select it and press the arrow keys, to read each figure.',
  },
  keys: {
    ja: '左右の矢印キーで前後の時点、Homeで最初、Endで最後に移ります。Escで元の図に戻ります。',
    en: 'Left and right move through time, Home and End to its ends. Escape brings back the picture.',
  },
  keysOfSeveral: {
    ja: '左右の矢印キーで前後の時点、上下で別の系列、Homeで最初、Endで最後に移ります。Escで元の図に戻ります。',
    en: 'Left and right move through time, up and down between series, Home and End to the ends. '
      + 'Escape brings back the picture.',
  },
  keysOfRows: {
    ja: '上下の矢印キーで前後の行、左右で行の中の値、Homeで最初、Endで最後に移ります。Escで元の図に戻ります。',
    en: 'Up and down move through the rows, left and right within a row, Home and End to the ends. '
      + 'Escape brings back the picture.',
  },
  role: { ja: '操作できる図', en: 'interactive chart' },
  series: { ja: '表示する系列', en: 'Series shown' },
} as const satisfies Record<string, Localized>;

export type ChartStringKey = keyof typeof CHART_STRINGS;

/** The words of a further language travel with the chart. */
export type ChartStrings = Readonly<Record<ChartStringKey, string>>;

export function chartString(locale: Locale, key: ChartStringKey, words?: ChartStrings): string {
  return words?.[key] ?? CHART_STRINGS[key][isTongue(locale) ? locale : 'en'];
}
