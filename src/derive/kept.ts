import type { Path } from '../diagnostics/problem.ts';
import type { LoadedIndicator, LoadedSection, Report } from '../load/report.ts';
import type { Documents } from '../schema/organisation.ts';
import type { Table } from '../schema/table.ts';
import type { Text } from '../schema/text.ts';

/** What other checks than the recheck have found, and an editor keeps as it is printed, with the reason. */
export type Kept = {
  readonly file: string;
  /** Of the reason. */
  readonly path: Path;
  readonly waiver: Text;
} & (
  | { readonly kind: 'repeat' | 'sign' | 'share'; readonly indicator: LoadedIndicator; readonly at: string }
  | { readonly kind: 'count'; readonly section: LoadedSection; readonly figure: string }
  | { readonly kind: 'label'; readonly section: LoadedSection; readonly table: Table }
  | { readonly kind: 'percent'; readonly document: Documents['documents'][number] }
);
export type KeptKind = Kept['kind'];

export function keptFindings(report: Report): Kept[] {
  return [
    ...[...report.indicators.values()].flatMap(ofIndicator),
    ...report.sections.flatMap((section) => [...ofFigures(section), ...ofTables(section)]),
    ...[...report.documents.values()].flatMap((document, index): Kept[] => {
      const waiver = document.percentForPoints?.reason;
      return waiver ? [{ kind: 'percent', file: 'data/documents.yaml', path: ['documents', index, 'percentForPoints'], waiver, document }] : [];
    }),
  ];
}

function ofIndicator(indicator: LoadedIndicator): Kept[] {
  const { file, data } = indicator;
  return data.observations.flatMap(({ at, waiver }, index) =>
    (['repeat', 'sign', 'share'] as const).flatMap((kind): Kept[] => {
      const reason = waiver?.[kind];
      return reason ? [{ kind, file, path: ['observations', index, 'waiver', kind], waiver: reason, indicator, at }] : [];
    }),
  );
}

function ofFigures(section: LoadedSection): Kept[] {
  return (section.data.figures ?? []).flatMap(({ id, counts, waiver }, index): Kept[] =>
    counts && waiver ? [{ kind: 'count', file: section.file, path: ['figures', index, 'waiver'], waiver, section, figure: id }] : [],
  );
}

function ofTables(section: LoadedSection): Kept[] {
  return (section.data.tables ?? []).flatMap((table, t) => {
    const kept = (waiver: Text | undefined, ...place: (string | number)[]): Kept[] =>
      waiver ? [{ kind: 'label', file: section.file, path: ['tables', t, ...place, 'waiver'], waiver, section, table }] : [];
    return [
      ...kept(table.waiver),
      ...table.columns.flatMap(({ waiver }, index) => kept(waiver, 'columns', index)),
      ...table.rows.flatMap(({ waiver }, index) => kept(waiver, 'rows', index)),
    ];
  });
}
