import { bullet } from '../charts/bullet.ts';
import { sentenceOf } from '../charts/sentence.ts';
import type { Mark, RangeRow, RangesChartSpec } from '../charts/spec.ts';
import type { ChartTable } from '../charts/table.ts';
import { findObservation, quantityOf } from '../derive/figures.ts';
import type { Found } from '../derive/figures.ts';
import type { ReportEdition, SectionEdition } from '../derive/model.ts';
import type { Requirement } from '../derive/requirement.ts';
import type { Part, Verdict } from '../derive/verdict.ts';
import { meets } from '../derive/verdict.ts';
import { Decimal } from '../quantity/decimal.ts';
import { previousYear } from '../time/period.ts';
import { named, viewChart } from './chart-view.ts';
import { viewCharts } from './chart.ts';
import type { ChartView } from './chart-view.ts';
import type { Edition } from './edition.ts';
import { allFinanceCharts } from './finance-charts.ts';
import { viewVerdict } from './verdict.ts';
import type { PartView } from './verdict.ts';

/** The value of a part against its target, and last year's at the same point; '' where one line cannot say it. */
export function viewBullet(edition: Edition, part: Part, view: PartView): string {
  const now = quantityOf(part.value);
  const asked = askedOf(part, view);
  if (!now || !asked) return '';
  const { requirement } = asked;
  const lastYear = quantityOf(lastYearOf(edition, part));
  if ([now.value, requirement.bound.toFixed(), lastYear?.value ?? '0'].some((value) => value.startsWith('-')))
    return '';
  const words = [
    edition.t('bulletNow', edition.quantity(now)),
    `${edition.t(asked.now ? 'neededNow' : 'target')} ${asked.text}`,
    ...(lastYear
      ? [edition.t('bulletLastYear', edition.quantity(lastYear))]
      : []),
  ];
  return bullet({
    value: now.value,
    target: requirement.bound.toFixed(),
    ...(lastYear ? { lastYear: lastYear.value } : {}),
    label: words.join(edition.t('listGap')),
  });
}

/** What a bullet's marks are, below it in words. */
export function bulletKey(edition: Edition): string {
  return edition.t('bulletKey');
}

interface Asked {
  readonly requirement: Requirement;
  readonly text: string;
  /** It is what this point asks for, not yet the deadline. */
  readonly now: boolean;
}

/**
 * What the value is asked to reach at its own point: a half-year's figure is not held against a whole year's.
 * Nothing for rules that no single value meets.
 */
function askedOf({ requirement, streak, timing }: Part, { needed, goal }: PartView): Asked | undefined {
  const text = needed ?? goal;
  if (!requirement || streak || text === undefined) return undefined;
  return { requirement, text, now: needed !== undefined && timing === 'interim' };
}

function lastYearOf(edition: Edition, { value }: Part): Found | undefined {
  if (value?.origin.kind !== 'observation') return undefined;
  const { indicator, at } = value.origin;
  return findObservation(edition.model.report, indicator.data.id, previousYear(at));
}

/**
 * For each target of a section that asks a figure to reach another: where it began, where it leads, where it is.
 * None where fewer than two do: the target's own page says as much.
 */
export function rangesCharts(edition: Edition, report: ReportEdition, section: SectionEdition): ChartView[] {
  const rows = section.verdicts.flatMap((verdict) => rowsOf(edition, verdict));
  if (rows.length < 2) return [];
  const spec: Omit<RangesChartSpec, 'reading'> = {
    kind: 'ranges',
    id: `chart-${report.data.id}-${section.entry.id}`,
    locale: edition.locale,
    title: named(edition, edition.pick(section.entry.title), wayTo(edition, report.year)),
    scaleNote: edition.t('rangesScale'),
    rows,
  };
  const documents = section.verdicts.map(({ target }) =>
    edition.source({ document: target.source.document }),
  );
  return [
    viewChart(
      edition,
      { ...spec, reading: sentenceOf(spec, edition.say) },
      {
        unit: '',
        source: [...new Set(documents)].join(edition.t('listGap')),
        notes: [],
        table: tableOfRows(edition, rows),
      },
    ),
  ];
}

function rowsOf(edition: Edition, verdict: Verdict): RangeRow[] {
  const views = viewVerdict(edition, verdict).parts;
  const title = edition.pick(verdict.target.title);
  return verdict.parts.flatMap((part, index) => {
    const view = views[index];
    const row = view && rowOf(edition, part, view);
    if (!row) return [];
    return [{ ...row, label: verdict.parts.length > 1 ? partName(edition, verdict, part, view) : title }];
  });
}

/** The indicator of a part; with its rule where another part asks something else of the same. */
function partName(edition: Edition, { parts }: Verdict, { indicator }: Part, { rule }: PartView): string {
  const name = indicator ? edition.pick(indicator.data.name) : rule;
  return parts.filter((part) => part.indicator === indicator).length > 1
    ? `${name}${edition.t('wordGap')}${edition.bracket(rule)}`
    : name;
}

function rowOf(edition: Edition, part: Part, view: PartView): Omit<RangeRow, 'label'> | undefined {
  const now = quantityOf(part.value);
  const asked = askedOf(part, view);
  if (!now || !asked) return undefined;
  const { requirement } = asked;
  const base = quantityOf(requirement.base ?? lastYearOf(edition, part));
  const mark = (value: string, name: string, text: string): Mark => ({ value, text: `${name} ${text}` });
  const name = edition.t(asked.now ? 'markNeeded' : 'markTarget');
  return {
    ...(base && base.unit === now.unit
      ? { base: mark(base.value, edition.t('markBase'), edition.quantity(base)) }
      : {}),
    target: mark(requirement.bound.toFixed(), name, asked.text),
    now: mark(now.value, edition.t('markNow'), edition.quantity(now)),
    reached: meets(new Decimal(now.value), requirement),
  };
}

/** The columns say what the marks' words say in the drawing: 'target 80.0%' → '80.0%'. */
function tableOfRows(edition: Edition, rows: readonly RangeRow[]): ChartTable {
  const bare = (mark: Mark | undefined): string => mark?.text.replace(/^\S+ /, '') ?? '';
  return {
    head: [
      edition.t('target'),
      edition.t('baseValue'),
      edition.t('targetOrNeeded'),
      edition.t('currentValue'),
    ],
    rows: rows.map(({ label, base, target, now }) => ({
      label,
      cells: [bare(base), bare(target), bare(now)],
    })),
  };
}

function wayTo(edition: Edition, year: string): string {
  return edition.t('wayToTargets', edition.period(year, 'total'));
}

/** Every chart of the site with a table of its own, by the name of its file. */
export function* viewAllCharts(edition: Edition): Generator<ChartView> {
  const { report, editions } = edition.model;
  for (const indicator of report.indicators.values()) yield* viewCharts(edition, indicator);
  for (const each of editions) for (const section of each.sections) yield* rangesCharts(edition, each, section);
  yield* allFinanceCharts(edition);
}
