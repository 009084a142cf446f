import { indicatorsInOrder } from '../../derive/model.ts';
import type { ReportModel } from '../../derive/model.ts';
import { figureCells, placeCells } from '../cells.ts';
import { FIGURE, field, OF_DOCUMENT, perLanguage, PLACE, textCells } from '../resource.ts';
import type { Resource } from '../resource.ts';

export function indicators({ report }: ReportModel, languages: readonly string[]): Resource {
  return {
    name: 'indicators',
    title: { ja: '指標', en: 'Indicators' },
    fields: [
      field('id', '指標の id', 'Id of the indicator'),
      field('section', '節の id', 'Id of the section'),
      field('unit', '単位の id', 'Id of the unit'),
      field('kind', '数え方', 'How it counts', ['stock', 'cumulative', 'flow', 'rate', 'duration']),
      field('better', '望ましい向き', 'Which way is better', ['higher', 'lower', 'neutral']),
      ...perLanguage(languages, 'name', '名称', 'Name'),
      ...perLanguage(languages, 'definition', '定義', 'Definition'),
      ...PLACE,
    ],
    primaryKey: ['id'],
    foreignKeys: [OF_DOCUMENT, { field: 'section', resource: 'sections', key: 'id' }, { field: 'unit', resource: 'units', key: 'id' }],
    rows: indicatorsInOrder(report).map(({ data }) => [
      data.id, data.section, data.unit, data.kind, data.better,
      ...textCells(languages, data.name), ...textCells(languages, data.definition), ...placeCells(data.source),
    ]),
  };
}

export function observations({ report }: ReportModel, languages: readonly string[]): Resource {
  return {
    name: 'observations',
    title: { ja: '値', en: 'Observations' },
    fields: [
      field('indicator', '指標の id', 'Id of the indicator'),
      field('period', '時点・期間', 'Period: FY2025, 2025-09 or 2025-09-30'),
      ...FIGURE,
      field('printed', '印刷された値', 'The figure as printed'),
      field('printed_change', '印刷された増減', 'The change as printed'),
      field('status', 'データの状態', 'Status of the figure', ['', 'provisional', 'final', 'revised', 'estimate']),
      ...perLanguage(languages, 'note', '注', 'Note'),
      ...PLACE,
    ],
    primaryKey: ['indicator', 'period'],
    foreignKeys: [OF_DOCUMENT, { field: 'indicator', resource: 'indicators', key: 'id' }],
    rows: indicatorsInOrder(report).flatMap((indicator) =>
      [...indicator.observations.values()].map(({ data, figure }) => [
        indicator.data.id, data.at, ...figureCells(figure), data.value, data.change ?? '', data.status ?? '',
        ...textCells(languages, data.note), ...placeCells(data.source ?? indicator.data.source),
      ]),
    ),
  };
}
