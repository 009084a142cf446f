import { bullet } from '../charts/bullet.ts';
import { sentenceOf } from '../charts/sentence.ts';
import type { Mark, RangeRow, RangesChartSpec } from '../charts/spec.ts';
import { tableOf } from '../charts/table.ts';
import { findObservation, quantityOf } from '../derive/figures.ts';
import type { Found } from '../derive/figures.ts';
import type { ReportEdition, SectionEdition } from '../derive/model.ts';
import type { Part, Verdict } from '../derive/verdict.ts';
import { meets } from '../derive/verdict.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isSixty } from '../quantity/scale.ts';
import { previousYear } from '../time/period.ts';
import { named, viewChart, viewCharts } from './chart.ts';
import type { ChartView } from './chart.ts';
import type { Edition } from './edition.ts';
import { viewVerdict } from './verdict.ts';
import type { PartView } from './verdict.ts';

/** The value of a part against its target, and last year's at the same point; '' where one line cannot say it. */
export function viewBullet(edition: Edition, part: Part, view: PartView): string {
  const now = quantityOf(part.value);
  const requirement = part.goal ?? part.requirement;
  const target = view.goal ?? view.needed;
  if (!now || !requirement || target === undefined || part.streak) return '';
  const lastYear = quantityOf(lastYearOf(edition, part));
  if ([now.value, requirement.bound.toFixed(), lastYear?.value ?? '0'].some((value) => value.startsWith('-'))) return '';
  const ja = edition.locale === 'ja';
  const words = [
    `${ja ? '現在' : 'now '}${edition.quantity(now)}`, `${ja ? '目標' : 'target '}${target}`,
    ...(lastYear ? [`${ja ? '前年の同じ時点' : 'same point of last year '}${edition.quantity(lastYear)}`] : []),
  ];
  return bullet({
    value: now.value, target: requirement.bound.toFixed(), ...(lastYear ? { lastYear: lastYear.value } : {}),
    label: words.join(ja ? '、' : ', '),
  });
}

/** What a bullet's marks are, below it in words. */
export function bulletKey(edition: Edition): string {
  return edition.locale === 'ja'
    ? '帯は現在の値（左端は0）、太線は目標、破線は前年の同じ時点です。'
    : 'The bar is the value now (from zero), the thick line the target, the dashed line last year at the same point.';
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
  const ja = edition.locale === 'ja';
  const spec: Omit<RangesChartSpec, 'reading'> = {
    kind: 'ranges', id: `chart-${report.data.id}-${section.entry.id}`, locale: edition.locale,
    title: named(edition, edition.pick(section.entry.title), ja ? '目標までの道のり' : 'The way to the targets'),
    scaleNote: ja
      ? '横の目盛りは行ごとに異なり、右ほど値が大きくなります。白丸は前年（基準）、ひし形は目標、黒丸は現在です。'
      : 'Each row has its own scale; further right is higher. Circle: last year or base; diamond: target; dot: now.',
    rows,
  };
  const documents = section.verdicts.map(({ target }) => edition.source({ document: target.source.document }));
  return [viewChart({ ...spec, reading: sentenceOf(spec) }, {
    unit: '', source: [...new Set(documents)].join(ja ? '、' : ', '), notes: [],
    table: tableOf({ ...spec, reading: '' }),
  })];
}

function rowsOf(edition: Edition, verdict: Verdict): RangeRow[] {
  const views = viewVerdict(edition, verdict).parts;
  return verdict.parts.flatMap((part, index) => {
    const row = rowOf(edition, part, views[index]);
    if (!row) return [];
    const title = edition.pick(verdict.target.title);
    const name = part.indicator ? edition.pick(part.indicator.data.name) : '';
    return [{ ...row, label: verdict.parts.length > 1 ? name : title }];
  });
}

function rowOf(edition: Edition, part: Part, view: PartView | undefined): Omit<RangeRow, 'label'> | undefined {
  const now = quantityOf(part.value);
  const requirement = part.goal ?? part.requirement;
  const target = view?.goal ?? view?.needed;
  if (!now || !requirement || target === undefined || part.streak || isSixty(now.scale)) return undefined;
  const found = requirement.base ?? lastYearOf(edition, part);
  const base = quantityOf(found);
  const ja = edition.locale === 'ja';
  const mark = (value: string, name: string, text: string): Mark => ({ value, text: ja ? `${name}${text}` : `${name} ${text}` });
  return {
    ...(base && base.unit === now.unit ? { base: mark(base.value, ja ? '基準' : 'base', edition.quantity(base)) } : {}),
    target: mark(requirement.bound.toFixed(), ja ? '目標' : 'target', target),
    now: mark(now.value, ja ? '現在' : 'now', edition.quantity(now)),
    reached: meets(new Decimal(now.value), requirement),
  };
}

/** Every chart of the site with a table of its own, by the name of its file. */
export function viewAllCharts(edition: Edition): ChartView[] {
  const { report, editions } = edition.model;
  return [
    ...[...report.indicators.values()].flatMap((indicator) => viewCharts(edition, indicator)),
    ...editions.flatMap((each) => each.sections.flatMap((section) => rangesCharts(edition, each, section))),
  ];
}
