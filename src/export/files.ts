import { withoutMarks } from '../i18n/borrowed.ts';
import { dataFile } from '../i18n/data-files.ts';
import type { Edition } from '../view/edition.ts';
import { chartCsv } from '../view/chart-view.ts';
import { viewTable } from '../view/table.ts';
import { viewAllCharts } from '../view/target-charts.ts';
import { BYTE_ORDER_MARK, toCsv } from './csv.ts';
import { dataPackage } from './data-package.ts';
import { indicatorCsv, indicatorJson } from './indicator-files.ts';
import { oldFiles } from './old-names.ts';
import type { Resource } from './resource.ts';
import { resourcesOf } from './resources.ts';
import { tableCsv, tableJson } from './table-files.ts';
import { wholeJson } from './whole.ts';
import { workbook } from './workbook.ts';

/** A file of the open data; its content is made when it is asked for. */
export interface OpenFile {
  /** Below the root of the site: data/indicators/np-current-rate.csv. */
  readonly path: string;
  readonly content: () => string | Promise<Uint8Array>;
}

/** Every file of the open data. `editions`: one for each language, the default language first. */
export function* openFiles(editions: readonly Edition[], homepage: string): Generator<OpenFile, undefined> {
  const [first] = editions;
  if (!first) throw new RangeError('no language');
  const before = oldFiles(first.model.report);
  for (const file of filesOf(first, editions, homepage)) {
    yield file;
    // Whoever fetches a file by the name that it had still gets it.
    for (const path of before(file.path)) yield { ...file, path };
  }
}

function* filesOf(first: Edition, editions: readonly Edition[], homepage: string): Generator<OpenFile> {
  const resources = openResources(editions);
  yield* wholeFiles(first, resources, homepage);
  yield* resources.flatMap((resource) => csvFiles(`data/${resource.name}`, () => resourceCsv(resource)));
  yield* indicatorFiles(first);
  yield* tableFiles(editions);
  for (const edition of editions)
    for (const chart of viewAllCharts(edition)) yield { path: `data/charts/${chart.csv}`, content: () => chartCsv(chart) };
}

/** The open data as tables, with their texts in the languages of the editions. */
export function openResources(editions: readonly Edition[]): readonly Resource[] {
  const [first] = editions;
  if (!first) throw new RangeError('no language');
  const speaking = new Map(editions.map((edition) => [edition.locale as string, edition]));
  return resourcesOf(first.model, [...speaking.keys()], (language, text, place) =>
    text[language] === undefined ? '' : (speaking.get(language)?.plain(text as { ja: string }, place) ?? ''));
}

function wholeFiles(edition: Edition, resources: readonly Resource[], homepage: string): OpenFile[] {
  const { model, locale } = edition;
  const { organisation, documents } = model.report;
  return [
    { path: dataFile.package(), content: () => dataPackage(resources, { organisation, documents: documents.values(), language: locale, homepage, known: model.known }) },
    { path: dataFile.whole(), content: () => wholeJson(model, resources) },
    {
      path: dataFile.workbook(),
      content: () => workbook(resources, {
        title: edition.pick(organisation.site.title), language: locale, known: model.known,
        about: [organisation.site.description, organisation.statement, organisation.licence.data].map((text) => edition.pick(text)).concat(homepage),
      }),
    },
  ];
}

function indicatorFiles({ model: { report } }: Edition): OpenFile[] {
  return [...report.indicators.values()].flatMap((indicator) => [
    ...csvFiles(`data/indicators/${indicator.data.id}`, () => indicatorCsv(indicator)),
    { path: dataFile.indicator(indicator.data.id, 'json'), content: () => indicatorJson(report, indicator) },
  ]);
}

function tableFiles(editions: readonly Edition[]): OpenFile[] {
  const { report } = editions[0]!.model;
  return report.sections.flatMap((section) =>
    (section.data.tables ?? []).flatMap((table) => {
      const path = (kind: string) => dataFile.table(section.year, section.data.section, table.id, kind);
      return [
        { path: path('json'), content: () => tableJson(report, section, table) },
        ...editions.flatMap((edition) => csvFiles(path(edition.locale), () => tableCsv(viewTable(edition, section, table)))),
      ];
    }),
  );
}

function resourceCsv({ fields, rows }: Resource): string {
  return toCsv([fields.map(({ name }) => name), ...rows]);
}

/** For programs, and with the mark that Excel needs. */
function csvFiles(stem: string, make: () => string): OpenFile[] {
  return [
    { path: `${stem}.csv`, content: () => withoutMarks(make()) },
    { path: `${stem}.excel.csv`, content: () => BYTE_ORDER_MARK + withoutMarks(make()) },
  ];
}
