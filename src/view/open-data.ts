import { ADDRESSES, dataFile } from '../i18n/data-files.ts';
import { page } from '../i18n/paths.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { firstDay, lastDay } from '../time/period.ts';
import type { Edition } from './edition.ts';

export interface OpenDataView {
  readonly whole: readonly Download[];
  readonly addresses: readonly { readonly pattern: string; readonly what: string }[];
}

export interface Download {
  readonly label: string;
  readonly href: string;
}

export function viewOpenData(edition: Edition): OpenDataView {
  return {
    whole: [
      { label: edition.t('workbook'), href: edition.file(dataFile.workbook()) },
      { label: 'JSON', href: edition.file(dataFile.whole()) },
      { label: 'datapackage.json', href: edition.file(dataFile.package()) },
    ],
    addresses: ADDRESSES.map(({ pattern, what }) => ({ pattern: edition.file(pattern), what: edition.pick(what) })),
  };
}

/** What search engines read of the whole. */
export function siteDataset(edition: Edition, absolute: (path: string) => string): object {
  const { organisation } = edition.model.report;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: edition.pick(organisation.site.title),
    description: edition.plain(organisation.site.description),
    url: absolute(edition.path(page.data())),
    inLanguage: edition.locale,
    dateModified: edition.model.known,
    license: edition.pick(organisation.licence.data),
    isAccessibleForFree: true,
    distribution: [
      distribution(absolute(edition.file(dataFile.package())), 'application/json'),
      distribution(absolute(edition.file(dataFile.whole())), 'application/json'),
      distribution(absolute(edition.file(dataFile.workbook())), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    ],
  };
}

/** What search engines read of an indicator. */
export function indicatorDataset(edition: Edition, { data, observations }: LoadedIndicator, absolute: (path: string) => string): object {
  const { organisation, units } = edition.model.report;
  const { startMonth } = organisation.fiscalYear;
  const periods = [...observations.keys()];
  const first = periods.map((at) => firstDay(at, startMonth)).sort()[0];
  const last = periods.map((at) => lastDay(at, startMonth)).sort().at(-1);
  const unit = units.get(data.unit);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: edition.pick(data.name),
    description: edition.plain(data.definition),
    url: absolute(edition.path(page.indicator(data.id))),
    inLanguage: edition.locale,
    ...(first && last ? { temporalCoverage: `${first}/${last}` } : {}),
    variableMeasured: { '@type': 'PropertyValue', name: edition.pick(data.name), ...(unit ? { unitText: edition.unit(data.unit) } : {}) },
    license: edition.pick(organisation.licence.data),
    isAccessibleForFree: true,
    isPartOf: { '@type': 'Dataset', name: edition.pick(organisation.site.title), url: absolute(edition.path(page.data())) },
    distribution: [
      distribution(absolute(edition.file(dataFile.indicator(data.id, 'csv'))), 'text/csv'),
      distribution(absolute(edition.file(dataFile.indicator(data.id, 'json'))), 'application/json'),
    ],
  };
}

function distribution(contentUrl: string, encodingFormat: string): object {
  return { '@type': 'DataDownload', contentUrl, encodingFormat };
}
