import { achievementOf, sentenceOf } from '../charts/sentence.ts';
import type { PlannedChartSpec } from '../charts/spec.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { isNear } from '../quantity/computed.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { lastDay } from '../time/period.ts';
import { marksOf, percentText, scaleOf, valueAt } from './axis-scale.ts';
import { named, unitOf, viewChart } from './chart-view.ts';
import type { ChartView } from './chart-view.ts';
import { figureText } from './chart-reading.ts';
import type { Edition } from './edition.ts';

/**
 * Plan and actual of an indicator, for the points that have a plan. The plan of `x` is the indicator `x-plan`
 * that says `planned: true`, in the same unit.
 */
export function plannedChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const plan = edition.model.report.indicators.get(`${indicator.data.id}-plan`);
  if (!plan?.data.planned || plan.data.unit !== indicator.data.unit) return undefined;
  const { startMonth } = edition.calendar;
  const periods = [...plan.observations.keys()]
    .filter((at) => quantityAt(plan, at))
    .sort((a, b) => (lastDay(a, startMonth) < lastDay(b, startMonth) ? -1 : 1));
  if (!periods.some((at) => quantityAt(indicator, at))) return undefined;
  const both = periods.flatMap((at) => [quantityAt(plan, at) ?? [], quantityAt(indicator, at) ?? []].flat());
  const scale = scaleOf(edition, both, indicator.data.unit);
  const spec: Omit<PlannedChartSpec, 'reading'> = {
    kind: 'planned',
    id: `chart-${indicator.data.id}-plan`,
    locale: edition.locale,
    title: named(
      edition,
      edition.pick(indicator.data.name),
      edition.t('plannedAndActual'),
    ),
    names: { plan: edition.t('planned'), actual: edition.t('actual') },
    number: { decimals: scale.decimals, ...marksOf(edition) },
    rows: periods.map((at) => {
      const row = { plan: valueAt(plan, at, scale), actual: valueAt(indicator, at, scale) };
      const percent = percentOf(edition, achievementOf(row), [plan, indicator].some((each) => isNearAt(each, at)));
      return {
        label: edition.capitalise(edition.periodOf(indicator, at)),
        ...row,
        printed: { plan: figureText(edition, plan, at), actual: figureText(edition, indicator, at) },
        ...achievementWords(edition, percent, row.actual === null ? figureText(edition, indicator, at) || edition.t('noActual') : undefined),
        ...(percent === undefined || percent === achievementOf(row) ? {} : { percent }),
      };
    }),
  };
  return viewChart(
    edition,
    { ...spec, reading: sentenceOf(spec, edition.say) },
    {
      unit: unitOf(edition, indicator, scale),
      source: edition.source(plan.data.source),
      notes: [],
      table: {
        head: [
          edition.t('period'),
          spec.names.plan,
          spec.names.actual,
          edition.t('achievementRate'),
        ],
        rows: spec.rows.map((row, index) => ({
          label: row.label,
          cells: [
            figureText(edition, plan, periods[index] ?? ''),
            figureText(edition, indicator, periods[index] ?? ''),
            row.achievement ?? '',
          ],
        })),
      },
    },
  );
}

/** The share of the plan, or why there is none; of a plan of zero there is no share to tell. */
function achievementWords(edition: Edition, percent: string | undefined, missing: string | undefined): { achievement?: string } {
  const achievement = percent === undefined ? missing : edition.t('ofPlan', percent);
  return achievement === undefined ? {} : { achievement };
}

function quantityAt(indicator: LoadedIndicator, at: string): Quantity | undefined {
  const figure = indicator.observations.get(at)?.figure;
  return figure && isQuantity(figure) ? figure : undefined;
}

function isNearAt(indicator: LoadedIndicator, at: string): boolean {
  const quantity = quantityAt(indicator, at);
  return quantity !== undefined && isNear(quantity);
}

function percentOf(edition: Edition, percent: string | null, near: boolean): string | undefined {
  if (percent === null) return undefined;
  const text = percentText(edition, percent);
  return near ? edition.about(text) : text;
}
