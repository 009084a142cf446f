import { sentenceOf } from '../charts/sentence.ts';
import type { CohortChartSpec } from '../charts/spec.ts';
import { formatFiscalYear } from '../format/time.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { shiftYears, yearNumber } from '../time/period.ts';
import { printedFigures, scaleOf, valueAt, valueAxis } from './axis-scale.ts';
import { named, unitOf, viewChart, yearAxis } from './chart-view.ts';
import type { ChartView } from './chart-view.ts';
import { figureText } from './chart-reading.ts';
import type { Edition } from './edition.ts';

/** The figures of one year's group, seen so many years later. */
interface Stage {
  readonly lag: number;
  readonly indicator: LoadedIndicator;
}

/** What became of each year's group, for an indicator that follows groups: their base and all its later stages. */
export function cohortChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const base = indicator.data.cohort && edition.model.report.indicators.get(indicator.data.cohort.base);
  if (!base) return undefined;
  const stages = stagesOf(edition, base);
  const groups = groupsOf(stages);
  const at = (stage: Stage, group: string): string => shiftYears(group, stage.lag);
  const quantities = stages.flatMap((stage) =>
    groups.flatMap((group) => {
      const figure = stage.indicator.observations.get(at(stage, group))?.figure;
      return figure && isQuantity(figure) ? [figure] : [];
    }),
  );
  if (groups.length < 3 || stages.length < 2 || quantities.length < 4) return undefined;
  const scale = scaleOf(edition, quantities, base.data.unit);
  const names = groups.map((group) => formatFiscalYear(group, edition.style, edition.calendar));
  const y = valueAxis(edition, base, scale);
  const printed = groups.map((group) => {
    const figures = stages.map((stage) => stage.indicator.observations.get(at(stage, group))?.figure);
    return printedFigures(edition, figures, scale, y.number).printed ?? {};
  });
  const spec: Omit<CohortChartSpec, 'reading'> = {
    kind: 'cohort',
    id: `chart-${indicator.data.id}-cohorts`,
    locale: edition.locale,
    title: named(
      edition,
      edition.pick(base.data.name),
      edition.t('followedByYear'),
    ),
    x: yearAxis(edition, groups),
    stages: stages.map(({ lag }) => stageName(edition, lag)),
    y,
    values: groups.map((group) => stages.map((stage) => valueAt(stage.indicator, at(stage, group), scale))),
    ...(printed.some((row) => Object.keys(row).length > 0) ? { printed } : {}),
  };
  const reading = sentenceOf({ ...spec, x: { labels: names } }, edition.say);
  return viewChart(
    edition,
    { ...spec, reading },
    {
      unit: unitOf(edition, base, scale),
      source: edition.source(base.data.source),
      notes: [],
      table: {
        head: [
          edition.t('period'),
          ...stages.map(
            ({ lag, indicator: each }) =>
              `${edition.pick(each.data.name)}${edition.bracket(stageName(edition, lag))}`,
          ),
        ],
        rows: groups.map((group, index) => ({
          label: names[index] ?? '',
          cells: stages.map((stage) => figureText(edition, stage.indicator, at(stage, group))),
        })),
      },
    },
  );
}

function stagesOf(edition: Edition, base: LoadedIndicator): Stage[] {
  const later = [...edition.model.report.indicators.values()].flatMap((indicator) => {
    const { cohort, unit } = indicator.data;
    return cohort?.base === base.data.id && unit === base.data.unit ? [{ lag: cohort.lag, indicator }] : [];
  });
  return [{ lag: 0, indicator: base }, ...later.filter(({ lag }) => lag > 0)].sort((a, b) => a.lag - b.lag);
}

/** The years of the groups, without gaps between the first and the last. */
function groupsOf(stages: readonly Stage[]): string[] {
  const years = stages.flatMap(({ lag, indicator }) =>
    [...indicator.observations.keys()].filter((at) => at.startsWith('FY')).map((at) => yearNumber(at) - lag),
  );
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => `FY${first + index}`);
}

function stageName(edition: Edition, lag: number): string {
  return lag === 0 ? edition.t('sameYear') : edition.t(lag === 1 ? 'yearLater' : 'yearsLater', lag);
}
