import type { Check } from '../derive/checks.ts';
import { lostFigures } from '../derive/lost.ts';
import type { ReportModel } from '../derive/model.ts';
import { sourceOfCheck } from '../derive/source.ts';
import { allCauses, allReasons, financeTables, rowsOf } from '../derive/finance.ts';
import type { Amount } from '../derive/finance.ts';
import type { LoadedFinance, LoadedIndicator, LoadedMidTerm, LoadedSection } from '../load/report.ts';
import type { Sheet } from '../schema/table.ts';
import type { Source } from '../schema/text.ts';
import { untranslatedTexts } from './untranslated.ts';

/** What is counted of each document, in the order of printing. */
export const COUNTS = [
  'sections', 'measures', 'clauses', 'targets', 'tables', 'catalogued', 'indicators', 'observations', 'printings',
  'figures', 'amounts', 'equal', 'rounding', 'differs', 'unexplained', 'unchecked', 'unsourced', 'untranslated', 'lost', 'lostCells',
] as const;
export type Count = (typeof COUNTS)[number];
export type Counts = Readonly<Record<Count, number>>;

/** How much of one source document the data holds. */
export interface SourceCoverage {
  /** Id in data/documents.yaml. */
  readonly document: string;
  readonly counts: Counts;
}

export interface Coverage {
  readonly documents: readonly SourceCoverage[];
  /** Of the whole data: a series of two documents counts once, a text of the glossary in no document. */
  readonly total: Counts;
}

/**
 * Counts the data by the document that each part is taken from. A part that names no source of its own has that of the
 * part around it: a clause that of its section, an observation that of its series.
 */
export function coverSources(model: ReportModel): Coverage {
  const parts = partsOf(model);
  const documents = [...model.report.documents.keys()].map((document) => ({
    document,
    counts: count(parts.filter((part) => part.document === document)),
  }));
  return { documents, total: count(parts) };
}

/** One thing to be counted. Things with the same name are one. */
interface Part {
  readonly count: Count;
  readonly document: string;
  readonly name: string;
}

function count(parts: readonly Part[]): Counts {
  const names = new Map(COUNTS.map((each) => [each, new Set<string>()]));
  for (const part of parts) names.get(part.count)?.add(part.name);
  return Object.fromEntries(COUNTS.map((each) => [each, names.get(each)?.size ?? 0])) as Counts;
}

function partsOf(model: ReportModel): Part[] {
  const { report } = model;
  return [
    ...report.years.flatMap(({ file, data }) => data.reports.flatMap(({ sheets }) => sheetParts(file, sheets))),
    ...report.sections.flatMap(sectionParts),
    ...report.midTerms.flatMap(midTermParts),
    ...report.finances.flatMap(financeParts),
    ...[...report.indicators.values()].flatMap(indicatorParts),
    ...model.checks.flatMap(checkParts),
    ...uncheckedParts(model),
    ...lostFigures(report).flatMap(({ file, found, source, cells }) => [
      part('lost', source, `${file}#${found.ref}`),
      ...cells.map((_, index) => part('lostCells', source, `${file}#${found.ref}#${index}`)),
    ]),
    ...untranslatedTexts(report).map(({ source, name }) => part('untranslated', source, name)),
  ];
}

function part(count: Count, source: Source | undefined, name: string): Part {
  return { count, document: source?.document ?? '', name };
}

function sectionParts({ file, data, figures }: LoadedSection): Part[] {
  const clauses = data.measures.flatMap(({ clauses }) => clauses);
  const tables = data.tables ?? [];
  return [
    part('sections', data.source, file),
    ...sheetParts(file, data.sheets),
    ...data.measures.map(({ id, clauses }) => part('measures', clauses[0]?.source ?? data.source, `${file}#${id}`)),
    ...clauses.flatMap(({ id, source = data.source, also = [] }) => [source, ...also].map((place) => part('clauses', place, `${file}#${id}`))),
    ...(data.targets ?? []).flatMap(({ id, source, wordings = [] }) => [source, ...wordings.map((each) => each.source)].map((place) => part('targets', place, id))),
    ...tables.map(({ id, source }) => part('tables', source, `${file}#${id}`)),
    ...tables.flatMap(({ catalogue, source }) =>
      numbersIn(catalogue).map((number) => part('catalogued', source, number)),
    ),
    ...[...figures.values()].flatMap(({ data: { id, source = data.source } }) => [
      part('figures', source, `${file}#${id}`),
      ...unplaced(source, `${file}#${id}`),
    ]),
  ];
}

/** A plan of several years: its chapters are sections, the items of its measures are its clauses. */
function midTermParts({ file, data, figures }: LoadedMidTerm): Part[] {
  const items = data.chapters.flatMap(({ measures = [], source }) =>
    measures.flatMap((measure) => measure.items.map((item, index) => ({ name: `${measure.id}#${index}`, source: item.source ?? source }))),
  );
  return [
    ...sheetParts(file, data.sheets),
    ...data.chapters.map(({ source }, index) => part('sections', source, `${file}#${index}`)),
    ...data.chapters.flatMap(({ measures = [], source }) => measures.map(({ id }) => part('measures', source, `${file}#${id}`))),
    ...items.map(({ name, source }) => part('clauses', source, `${file}#${name}`)),
    ...(data.targets ?? []).map(({ id, source }) => part('targets', source, id)),
    ...[...figures.values()].flatMap(({ data: { id, source = data.source } }) => [
      part('figures', source, `${file}#${id}`),
      ...unplaced(source, `${file}#${id}`),
    ]),
  ];
}

/** An amount is counted once: where it stands for a row of another table, or is printed again, it is another printing. */
function financeParts(finance: LoadedFinance): Part[] {
  const { file } = finance;
  return financeTables(finance).flatMap((table) => [
    part('tables', table.source, `${file}#${table.id}`),
    ...numbersIn(table.catalogue).map((number) => part('catalogued', table.source, number)),
    ...rowsOf(table).flatMap((row) => {
      const counted = row.is === undefined ? 'amounts' : 'printings';
      return [
        ...amountParts(file, counted, Object.values(row.amounts)),
        ...amountParts(file, 'amounts', allCauses(row.causes).flatMap(({ amount }) => amount ?? [])),
        ...allReasons(row).flatMap(({ data, amount }) => amountParts(file, data.is === undefined ? 'amounts' : 'printings', amount ? [amount] : [])),
        ...row.also.flatMap(({ amounts }) => amountParts(file, 'printings', Object.values(amounts))),
      ];
    }),
  ]);
}

function amountParts(file: string, counted: Count, amounts: readonly Amount[]): Part[] {
  return amounts.flatMap(({ path, source }) => {
    const name = `${file}#${path.join('.')}`;
    return [part(counted, source, name), ...unplaced(source, name)];
  });
}

/** A table of the document that the whole of a file shows. */
function sheetParts(file: string, sheets: readonly Sheet[] = []): Part[] {
  return sheets.flatMap(({ catalogue, source }) => [
    part('tables', source, `${file}#${catalogue}`),
    ...numbersIn(catalogue).map((number) => part('catalogued', source, number)),
  ]);
}

/** 「003-A05, 003-A06」: one table of ours may hold several of the document's. */
function numbersIn(catalogue: string | undefined): string[] {
  return (catalogue ?? '').split(/[,、\s]+/).filter((number) => number !== '');
}

function indicatorParts({ data, observations }: LoadedIndicator): Part[] {
  return [...observations.values()].flatMap(({ data: observation }) => {
    const { at, source = data.source, also = [] } = observation;
    return [
      part('indicators', source, data.id),
      part('observations', source, `${data.id}@${at}`),
      ...unplaced(source, `${data.id}@${at}`),
      ...also.flatMap((other, index) => [
        part('indicators', other.source, data.id),
        part('printings', other.source, `${data.id}@${at}#${index}`),
        ...unplaced(other.source, `${data.id}@${at}#${index}`),
      ]),
    ];
  });
}

/** A document alone is no place: nobody finds the figure in it. */
function unplaced(source: Source, name: string): Part[] {
  return source.page === undefined && source.line === undefined ? [part('unsourced', source, name)] : [];
}

/** Derived figures that nothing can be said of: what they follow from is not in the data. */
function uncheckedParts({ report, checks, checksById }: ReportModel): Part[] {
  const changes = [...report.indicators.values()].flatMap(({ data }) =>
    data.observations
      .filter(({ at, change }) => change !== undefined && !checksById.has(`${data.id}@${at}:change`))
      .map(({ at, source = data.source }) => part('unchecked', source, `${data.id}@${at}`)),
  );
  const figures = report.sections.flatMap(({ year, data }) =>
    (data.figures ?? [])
      .filter(({ id, op }) => op && !checksById.has(`${year.replace('FY', '')}/${data.section}/${id}`))
      .map(({ id, source = data.source }) => part('unchecked', source, `${year}/${data.section}/${id}`)),
  );
  const amounts = report.finances.flatMap((finance) => financeTables(finance).flatMap(rowsOf).flatMap((row) => {
    const { difference } = row.amounts;
    const checked = checks.some(({ finance: of, path }) => of === finance && path === difference?.path);
    return difference && !checked ? [part('unchecked', difference.source, `${finance.file}#${difference.path.join('.')}`)] : [];
  }));
  return [...changes, ...figures, ...amounts];
}

function checkParts(check: Check): Part[] {
  const source = sourceOfCheck(check);
  const unexplained = check.verdict === 'differs' && !check.waiver;
  return [
    part(check.verdict, source, check.id),
    ...(unexplained ? [part('unexplained', source, check.id)] : []),
  ];
}
