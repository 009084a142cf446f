import { readFileSync } from 'node:fs';
import { allCauses, allReasons, COLUMNS, financeTables, rowsOf } from '../../src/derive/finance.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { loadReport } from '../../src/load/load.ts';
import type { Report } from '../../src/load/report.ts';
import type { Source } from '../../src/schema/text.ts';

/** A figure that somebody found in the text of a document, with the place of the data where it must stand. */
export interface SpotCase {
  readonly line: number;
  /** As they stand in the document, so that nobody needs it here. */
  readonly words: string;
  readonly place: string;
  readonly figure: string;
}

/** A figure that the data holds, with the place in a document that it is taken from. */
export interface Stored {
  readonly figure: string;
  readonly source: Source;
}

export function readSpotCases(document: string): SpotCase[] {
  return readFileSync(new URL(`../cases/spot/${document}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [number = '', words = '', place = '', figure = ''] = line.split(' | ');
      return { line: Number(number), words, place, figure };
    });
}

/** Everything that the data holds, by its place. One place may hold several printings of a figure. */
export function storedFigures(root = process.cwd()): ReadonlyMap<string, readonly Stored[]> {
  const { report } = loadReport(readDataFiles(root));
  if (!report) throw new Error('the data cannot be read');
  return Map.groupBy(
    [...observations(report), ...sections(report), ...midTerms(report), ...amounts(report)],
    ({ place }) => place,
  );
}

/** Whether a printing is the figure that the case names, at its line of its document. */
export function isAt({ figure, source }: Stored, document: string, spot: SpotCase): boolean {
  const [all, one] = [plain(figure), plain(spot.figure)];
  return (spot.place.includes(' ') ? holds(all, one) : all === one) && source.document === document && covers(source.line, spot.line);
}

/** Not 20 in 120 or 201. */
function holds(text: string, figure: string): boolean {
  const escaped = figure.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${/^\d/.test(figure) ? '(?<![\\d.])' : ''}${escaped}(?![\\d]|\\.\\d)`).test(text);
}

/** ６４．３％ → 64.3%, ▲1,234 → -1234 */
export function plain(figure: string): string {
  return figure.normalize('NFKC').replace(/[,、\s]/g, '').replace(/[▲△−]/g, '-').replace(/^\+/, '');
}

function covers(lines: Source['line'], line: number): boolean {
  const [first = 0, last = first] = String(lines ?? '').split('-').map(Number);
  return first <= line && line <= last;
}

type Placed = Stored & { readonly place: string };

function observations(report: Report): Placed[] {
  return [...report.indicators.values()].flatMap(({ data }) =>
    data.observations.flatMap(({ at, value, change, source = data.source, also = [] }) => [
      { place: `${data.id}@${at}`, figure: value, source },
      ...(change === undefined ? [] : [{ place: `${data.id}@${at}:change`, figure: change, source }]),
      ...also.map((other) => ({ place: `${data.id}@${at}`, figure: other.value, source: other.source })),
    ]),
  );
}

function sections(report: Report): Placed[] {
  return report.sections.flatMap((section) => {
    const { data, figures } = section;
    const name = `${section.year.replace('FY', '')}/${data.section}`;
    const figure = (ref: string) => figures.get(ref)?.data.value ?? valueAt(report, ref) ?? '';
    return [
      ...[...figures.values()].map(({ data: each }) => ({ place: `${name}/${each.id}`, figure: each.value, source: each.source ?? data.source })),
      ...targets(data.targets ?? []),
      ...data.measures.flatMap(({ clauses }) => clauses).flatMap((clause) => {
        const { source = data.source, also = [] } = clause;
        const own = [clause.plan?.ja ?? '', ...both(clause).flatMap(({ text, source: other }) => (other ? [] : text?.ja ?? []))];
        return [
          ...[source, ...also].map((place) => ({ place: `text ${name}/${clause.id}`, figure: own.join(' '), source: place })),
          ...both(clause).flatMap(({ text, source: place }) => (text && place ? [{ place: `text ${name}/${clause.id}`, figure: text.ja ?? '', source: place }] : [])),
        ];
      }),
      ...(data.tables ?? []).flatMap(({ id, rows, source }) =>
        rows.flatMap(({ cells = [] }, row) =>
          cells.map((cell, column) => ({
            place: `cell ${name}/${id} ${row + 1} ${column + 1}`,
            figure: [cell].flat().map((each) => (typeof each === 'string' ? figure(each) : each?.ja ?? '')).join(' '),
            source,
          })),
        ),
      ),
    ];
  });
}

function both({ progress = [], evaluation = [] }: Report['sections'][number]['data']['measures'][number]['clauses'][number]) {
  return [...progress, ...evaluation];
}

function midTerms(report: Report): Placed[] {
  return report.midTerms.flatMap(({ data, figures }) => [
    ...[...figures.values()].map(({ data: each }) => ({ place: `${data.id}/${each.id}`, figure: each.value, source: each.source ?? data.source })),
    ...targets(data.targets ?? []),
    ...data.concept.map(({ text, source = data.source }) => ({ place: `text ${data.id}/concept`, figure: text.ja ?? '', source })),
    ...data.chapters.flatMap(({ direction, issues = [], measures = [], source }) => [
      ...(direction ? [{ place: `text ${data.id}/direction`, figure: direction.ja ?? '', source }] : []),
      ...issues.map((issue) => ({ place: `text ${data.id}/${issue.id}`, figure: issue.text.ja ?? '', source: issue.source ?? source })),
      ...measures.flatMap(({ id, items }) =>
        items.map((item) => ({
          place: `text ${data.id}/${id}`,
          figure: `${item.text.ja ?? ''} ${pages('中期', item.pages?.midTerm)} ${pages('年度', item.pages?.annual)}`,
          source: item.source ?? source,
        })),
      ),
    ]),
  ]);
}

function pages(plan: string, numbers: readonly number[] = []): string {
  return numbers.length === 0 ? '' : `${plan}P${numbers.join(',')}`;
}

function targets(list: NonNullable<Report['sections'][number]['data']['targets']>): Placed[] {
  return list.flatMap(({ id, rule, wording, official, source, deadline = '', wordings = [] }) => {
    const figure = [JSON.stringify(rule), wording.ja, official.words?.ja, deadline].join(' ');
    return [
      { place: `target ${id}`, figure, source },
      ...wordings.map((other) => ({ place: `target ${id}`, figure: `${figure} ${other.text.ja ?? ''}`, source: other.source })),
    ];
  });
}

function amounts(report: Report): Placed[] {
  return report.finances.flatMap((finance) =>
    financeTables(finance).flatMap(rowsOf).flatMap((row) => {
      const name = `${row.table}/${row.id}`;
      const printings = [row.amounts, ...row.also.map((other) => other.amounts)];
      return [
        ...printings.flatMap((columns) => COLUMNS.flatMap((column) => {
          const amount = columns[column];
          return amount ? [{ place: `${column}/${name}@${finance.year}`, figure: amount.printed, source: amount.source }] : [];
        })),
        ...allCauses(row.causes).flatMap(({ definition, amount }) =>
          amount ? [{ place: `difference/${name}/${definition.id}@${finance.year}`, figure: amount.printed, source: amount.source }] : [],
        ),
        ...allReasons(row).flatMap(({ amount }) =>
          amount ? [{ place: `reason ${name}@${finance.year}`, figure: amount.printed, source: amount.source }] : [],
        ),
      ];
    }),
  );
}

function valueAt(report: Report, ref: string): string | undefined {
  const [id = '', at = ''] = ref.split('@');
  return report.indicators.get(id)?.observations.get(at)?.data.value;
}
