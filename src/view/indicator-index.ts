import { indicatorsInOrder } from '../derive/model.ts';
import { page } from '../i18n/paths.ts';
import type { StringKey } from '../i18n/strings.ts';
import type { Indicator } from '../schema/indicator.ts';
import type { Edition } from './edition.ts';
import { viewLatest } from './indicator.ts';
import type { LatestView } from './indicator.ts';
import { placeOf } from './outline.ts';
import { viewSpark } from './spark.ts';
import type { FilterField } from './target-index.ts';

export interface IndicatorIndex {
  readonly groups: readonly IndicatorGroup[];
  readonly fields: readonly FilterField[];
}

export interface IndicatorGroup {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly IndicatorEntry[];
}

export interface IndicatorEntry {
  readonly name: string;
  readonly href: string;
  readonly section: string;
  readonly kind: string;
  readonly unit: string;
  readonly latest?: LatestView;
  readonly spark: string;
}

const KINDS: Readonly<Record<Indicator['kind'], StringKey>> = {
  stock: 'kindStock', cumulative: 'kindCumulative', flow: 'kindFlow', rate: 'kindRate', duration: 'kindDuration',
};

export function viewIndicatorIndex(edition: Edition): IndicatorIndex {
  const { report } = edition.model;
  const bySection = [...Map.groupBy(indicatorsInOrder(report), ({ data }) => data.section)];
  const groups = bySection.map(([id, indicators]): IndicatorGroup => {
    const { code, title } = placeOf(edition, id);
    return {
      id, title: `${code} ${title}`.trim(),
      entries: indicators.map((indicator): IndicatorEntry => {
        const latest = viewLatest(edition, indicator);
        const { data } = indicator;
        return {
          name: edition.pick(data.name), href: edition.path(page.indicator(data.id)), section: id, kind: data.kind, unit: data.unit,
          ...(latest ? { latest } : {}), spark: viewSpark(edition, indicator),
        };
      }),
    };
  });
  const entries = groups.flatMap((group) => group.entries);
  const kinds = (Object.keys(KINDS) as Indicator['kind'][]).filter((kind) => entries.some((entry) => entry.kind === kind));
  const units = [...report.units.keys()].filter((unit) => entries.some((entry) => entry.unit === unit));
  return {
    groups,
    fields: [
      { name: 'section', label: edition.t('filterSection'), options: groups.map(({ id, title }) => ({ value: id, text: title })) },
      { name: 'kind', label: edition.t('filterKind'), options: kinds.map((value) => ({ value, text: edition.t(KINDS[value]) })) },
      { name: 'unit', label: edition.t('filterUnit'), options: units.map((value) => ({ value, text: edition.unit(value).trim() })) },
    ],
  };
}
