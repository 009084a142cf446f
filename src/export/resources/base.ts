import type { ReportModel } from '../../derive/model.ts';
import { sourceOfCheck } from '../../derive/source.ts';
import { placeCells } from '../cells.ts';
import { decimal, field, OF_DOCUMENT, perLanguage, PLACE, textCells } from '../resource.ts';
import type { Resource } from '../resource.ts';

export function documents({ report }: ReportModel, languages: readonly string[]): Resource {
  return {
    name: 'documents',
    title: { ja: '出典となる文書', en: 'Source documents' },
    fields: [
      field('id', '文書の id', 'Id of the document'),
      ...perLanguage(languages, 'title', '題名', 'Title'),
      ...perLanguage(languages, 'publisher', '発行者', 'Publisher'),
      field('published', '公表', 'Published'),
      field('url', 'アドレス', 'Address'),
    ],
    primaryKey: ['id'],
    rows: [...report.documents.values()].map(({ id, title, publisher, published, url }) => [
      id, ...textCells(languages, title), ...textCells(languages, publisher), String(published), url ?? '',
    ]),
  };
}

export function units({ report }: ReportModel, languages: readonly string[]): Resource {
  return {
    name: 'units',
    title: { ja: '単位', en: 'Units' },
    fields: [
      field('id', '単位の id', 'Id of the unit'),
      field('kind', '種類', 'Kind', ['count', 'amount', 'rate', 'point']),
      ...perLanguage(languages, 'label', '表記', 'Label'),
    ],
    primaryKey: ['id'],
    rows: [...report.units.values()].map(({ id, kind, label }) => {
      const labels: Readonly<Record<string, { readonly other: string } | undefined>> = label;
      return [id, kind, ...languages.map((language) => labels[language]?.other ?? '')];
    }),
  };
}

/** Every printed derived figure that was computed again. */
export function rechecks({ checks }: ReportModel, languages: readonly string[]): Resource {
  return {
    name: 'rechecks',
    title: { ja: '検算', en: 'Rechecks' },
    fields: [
      field('id', '検算の id', 'Id of the recheck'),
      field('verdict', '判定', 'Verdict', ['equal', 'rounding', 'differs']),
      field('operation', '計算', 'Operation'),
      field('inputs', '入力', 'Inputs, in the order of the operation'),
      decimal('printed', '印刷された値', 'The figure as printed'),
      decimal('value', '印刷された入力からの値', 'Value of the printed inputs'),
      field('low', '入力の幅による下限', 'Lowest value of inputs that round to the printed ones'),
      field('high', '入力の幅による上限', 'Highest value of inputs that round to the printed ones'),
      ...perLanguage(languages, 'reason', '一致しない理由', 'Why it differs'),
      ...PLACE,
    ],
    primaryKey: ['id'],
    foreignKeys: [OF_DOCUMENT],
    rows: checks.map((check) => [
      check.id, check.verdict, check.operation, check.inputs.map(({ ref }) => ref).join(' '), check.printed.value,
      check.value ?? '', check.low ?? '', check.high ?? '', ...textCells(languages, check.waiver), ...placeCells(sourceOfCheck(check)),
    ]),
  };
}
