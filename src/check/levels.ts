import { formatQuantity } from '../format/quantity.ts';
import { STYLES } from '../format/styles.ts';
import { TONGUES } from '../locale.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { LoadedIndicator, Report } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { problem } from './problem.ts';

/** What is there at a time and is counted, and how long something took, is never less than nothing. Money and rates may be. */
export function checkLevels(report: Report): Problem[] {
  return [...report.indicators.values()].flatMap((indicator) => {
    const about = indicator.incomplete ? undefined : kindOf(report, indicator);
    if (!about) return [];
    return [...indicator.observations.values()].flatMap(({ figure, index }) => {
      if (!isQuantity(figure) || !new Decimal(figure.value).lt(0)) return [];
      const [ja = '', en = ''] = TONGUES.map((tongue) => formatQuantity(figure, STYLES[tongue], report.units));
      return [problem('negative-level', indicator.file, ['observations', index, 'value'], NEGATIVE[about](ja, en), REPAIR, 'warning')];
    });
  });
}

function kindOf({ units }: Report, { data: { kind, unit } }: LoadedIndicator): keyof typeof NEGATIVE | undefined {
  if (kind === 'duration') return kind;
  return kind === 'stock' && units.get(unit)?.kind === 'count' ? kind : undefined;
}

const NEGATIVE = {
  stock: (ja: string, en: string) => ({
    ja: `「${ja}」は負の値ですが、この指標はある時点の数（stock）です。`,
    en: `“${en}” is negative, while this indicator counts what there is at a time (stock).`,
  }),
  duration: (ja: string, en: string) => ({
    ja: `「${ja}」は負の値ですが、この指標は日数や時間（duration）です。`,
    en: `“${en}” is negative, while this indicator is a length of time (duration).`,
  }),
};
const REPAIR = {
  ja: '符号を文書で確かめてください。負になりうる系列であれば、kind を直してください（増減は flow、率は rate）。',
  en: 'Compare the sign with the document. If the series can be negative, mend its kind (flow for increases, rate for rates).',
};
