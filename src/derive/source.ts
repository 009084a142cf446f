import type { Source } from '../schema/text.ts';
import type { Check } from './checks.ts';

/** Where the figure is printed that a check recomputes. */
export function sourceOfCheck({ source, indicator, section, amount, at, path }: Check): Source | undefined {
  if (source) return source;
  if (amount) return amount.source;
  if (section) return section.data.figures?.[Number(path[1])]?.source ?? section.data.source;
  const observation = indicator?.observations.get(at ?? '')?.data;
  return observation?.source ?? indicator?.data.source;
}
