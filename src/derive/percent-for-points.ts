import type { Report } from '../load/report.ts';
import type { Check } from './checks.ts';

/** Changes that are differences of two rates but are printed in `%`, as if they were rates of change. */
export function percentForPoints(report: Report, checks: readonly Check[]): Check[] {
  return checks.filter(({ id, operation, indicator, at }) => {
    const asPrinted = id.endsWith(':change') ? indicator?.observations.get(at ?? '')?.change : undefined;
    return operation === 'point_change' && report.units.get(asPrinted?.unit ?? '')?.kind === 'rate';
  });
}
