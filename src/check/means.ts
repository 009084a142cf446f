import type { Problem } from '../diagnostics/problem.ts';
import type { LoadedIndicator, LoadedSection, Report } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Localized } from '../locale.ts';
import { problem } from './problem.ts';

/** The mean of a series over its months: every month between its first and last that has a figure, once, and no other. */
export function checkMeans(report: Report): Problem[] {
  return report.sections.filter(({ incomplete }) => !incomplete).flatMap((section) => checkSection(report, section));
}

function checkSection(report: Report, { file, data }: LoadedSection): Problem[] {
  return (data.figures ?? []).flatMap(({ op, of = [], note }, index) => {
    const refs = of.map((ref) => ref.split('@'));
    const indicator = report.indicators.get(refs[0]?.[0] ?? '');
    const isOneSeries = refs.every(([id, at]) => id === indicator?.data.id && /^\d{4}-\d{2}$/.test(at ?? ''));
    if (op !== 'mean' || !indicator || indicator.incomplete || !isOneSeries) return [];
    const slip = slipOf(indicator, refs.map(([, at = '']) => at), note !== undefined);
    return slip ? [problem('mean-of-months', file, ['figures', index, 'of'], slip.message, slip.repair, 'warning')] : [];
  });
}

/** `isExplained`: a note may say of which months it is the mean. */
function slipOf({ data, observations }: LoadedIndicator, months: readonly string[], isExplained: boolean): { readonly message: Localized; readonly repair: Localized } | undefined {
  const known = [...observations].filter(([, { figure }]) => isQuantity(figure)).map(([at]) => at);
  const empty = months.find((month) => observations.has(month) && !known.includes(month));
  if (empty) return { message: EMPTY(data.id, empty), repair: REPAIR };
  if (isExplained) return undefined;
  const [first = '', last = ''] = [[...months].sort()[0], [...months].sort().at(-1)];
  const left = known.find((at) => /^\d{4}-\d{2}$/.test(at) && at > first && at < last && !months.includes(at));
  return left === undefined ? undefined : { message: LEFT(data.id, left), repair: LEFT_REPAIR };
}

const EMPTY = (id: string, at: string) => ({
  ja: `平均の入力 ${id}@${at} には値がありません。平均は値のある月だけで計算します。`,
  en: `${id}@${at}, an input of this mean, has no figure. A mean is one of the observed months only.`,
});
const LEFT = (id: string, at: string) => ({
  ja: `平均の入力に、値のある月 ${id}@${at} がありません。`,
  en: `This mean leaves out ${id}@${at}, a month that has a figure.`,
});
const REPAIR = {
  ja: '最初の月から最後の月まで、値のある月をすべて一度ずつ of に書いてください。',
  en: 'List in “of” every month with a figure, from the first to the last, once each.',
};
const LEFT_REPAIR = {
  ja: '最初の月から最後の月まで、値のある月をすべて一度ずつ of に書いてください。選んだ月だけの平均であれば、この値の note にそう書きます。',
  en: 'List in “of” every month with a figure, from the first to the last, once each. If it is the mean of chosen months, say so under “note” of this figure.',
};
