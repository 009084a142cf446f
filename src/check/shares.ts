import type { LoadedIndicator, LoadedObservation, Report } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import { extentOf } from '../quantity/interval.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Finding } from './finding.ts';
import { problem } from './problem.ts';

/** 8,794人（79.5%） and 3,256人（29.5%） of a whole that is not printed: there must be one whole that gives both. */
export function checkShares(report: Report): Finding[] {
  const shares = [...report.indicators.values()].filter(({ data, incomplete }) => data.shareOf && !incomplete);
  return [...Map.groupBy(shares, ({ data }) => data.shareOf?.whole ?? '').values()].flatMap((group) => {
    const periods = new Set(group.flatMap(({ observations }) => [...observations.keys()]));
    return [...periods].sort().flatMap((at) => clash(report, group, at));
  });
}

interface Bounds {
  readonly indicator: LoadedIndicator;
  readonly observation: LoadedObservation;
  /** Of the whole that the share and its part stand for. */
  readonly low: Decimal;
  readonly high: Decimal;
}

function clash(report: Report, group: readonly LoadedIndicator[], at: string): Finding[] {
  const bounds = group.flatMap((indicator) => boundsOf(report, indicator, at));
  const [last] = bounds.slice(-1);
  if (!last) return [];
  const low = Decimal.max(...bounds.map((each) => each.low));
  const high = Decimal.min(...bounds.map((each) => each.high));
  if (low.ceil().lte(high)) return [];
  const { indicator, observation } = last;
  const others = bounds.slice(0, -1).map(({ indicator: { data } }) => `${data.id}@${at} (${data.shareOf?.part}@${at})`);
  return [{
    problem: problem('shares-clash', indicator.file, ['observations', observation.index, 'value'], CLASH(last, others), REPAIR, 'warning'),
    waiver: observation.data.waiver?.share,
  }];
}

/** 8,794人 at 79.5%: from 8,793.5 / 79.55% to 8,794.5 / 79.45%, where the count itself is not exact. */
function boundsOf(report: Report, indicator: LoadedIndicator, at: string): Bounds[] {
  const observation = indicator.observations.get(at);
  const part = report.indicators.get(indicator.data.shareOf?.part ?? '')?.observations.get(at)?.figure;
  if (!observation || !part || !isQuantity(observation.figure) || !isQuantity(part)) return [];
  const [share, count] = [extentOf(observation.figure), extentOf(part)];
  if (!share.low || !share.high || !count.low || !count.high || share.low.lte(0)) return [];
  return [{ indicator, observation, low: count.low.div(share.high).times(100), high: count.high.div(share.low).times(100) }];
}

const CLASH = ({ indicator, observation: { data: { at } }, low, high }: Bounds, others: readonly string[]) => {
  const [from, to] = [low.ceil().toFixed(), high.floor().toFixed()];
  const { part = '', whole = '' } = indicator.data.shareOf ?? {};
  return {
    ja: `${part}@${at} とこの割合から求めた全体「${whole}」は ${from}～${to} で、${others.length > 0 ? `${others.join('、')} と両立しません` : '当てはまる整数がありません'}。`,
    en: `By ${part}@${at} and this share the whole, “${whole}”, is from ${from} to ${to}, ${others.length > 0 ? `which does not fit ${others.join(' and ')}` : 'and no whole number is'}.`,
  };
};
const REPAIR = {
  ja: '割合と数を文書で確かめてください。文書のとおりであれば waiver.share に理由を各言語で書きます。',
  en: 'Compare the shares and counts with the document. If they are printed so, give the reason in every language under waiver.share.',
};
