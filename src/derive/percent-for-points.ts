import type { Report } from '../load/report.ts';
import { isPercent } from '../quantity/unit.ts';
import type { Check } from './checks.ts';

/** Changes that are differences of two percentages but are printed in `%`, as if they were rates of change. */
export function percentForPoints(report: Report, checks: readonly Check[]): Check[] {
  return checks.filter(({ id, operation, indicator, at }) => {
    const asPrinted = id.endsWith(':change') ? indicator?.observations.get(at ?? '')?.change : undefined;
    const inPercent = (unit: string | undefined) => isPercent(report.units.get(unit ?? ''), report.units);
    return operation === 'point_change' && inPercent(indicator?.data.unit) && inPercent(asPrinted?.unit);
  });
}
