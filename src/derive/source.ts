import type { Source } from '../schema/text.ts';
import type { Check } from './checks.ts';

/** Where the figure is printed that a check recomputes. */
export function sourceOfCheck({ what, indicator, section, amount, at, path }: Check): Source | undefined {
  if (amount) return amount.source;
  if (section) return section.data.figures?.[Number(path[1])]?.source ?? section.data.source;
  const observation = indicator?.observations.get(at ?? '')?.data;
  const other = what === 'also' ? observation?.also?.[Number(path[3])]?.source : undefined;
  return other ?? observation?.source ?? indicator?.data.source;
}
