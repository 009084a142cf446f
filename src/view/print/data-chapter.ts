import { changeOf, shownChange } from '../../derive/change.ts';
import { findObservation, firstMonthOf } from '../../derive/figures.ts';
import type { LoadedIndicator } from '../../load/report.ts';
import { pageName } from '../../pdf/page-rules.ts';
import { isQuantity } from '../../quantity/quantity.ts';
import { fiscalYearOf, monthsOf, shiftYears, yearNumber } from '../../time/period.ts';
import type { Edition } from '../edition.ts';
import { viewIndicator } from '../indicator.ts';
import { Notes } from '../notes.ts';
import { layOutTable } from '../paper-table.ts';
import type { PaperTable } from '../paper-table.ts';
import { viewSpark } from '../spark.ts';
import type { CellView, HeadCell, RowView } from '../table.ts';
import type { VerdictView } from '../verdict.ts';
import type { Book, ContentsEntry } from './book.ts';

/** All indicators of a section with all their figures. */
export interface DataChapter {
  readonly kind: 'data';
  readonly anchor: string;
  readonly title: string;
  readonly page: string;
  readonly entries: readonly DataEntry[];
  readonly verdicts: readonly VerdictView[];
  readonly contents: readonly ContentsEntry[];
}

export interface DataEntry {
  readonly anchor: string;
  readonly name: string;
  readonly spark: string;
  readonly definition: string;
  /** 単位 %、望ましい向き 高いほど良い */
  readonly facts: string;
  readonly tables: readonly PaperTable[];
  readonly breaks: readonly { readonly period: string; readonly html: string }[];
  readonly notes: readonly string[];
  readonly marks: readonly { readonly mark?: number; readonly html: string }[];
  /** Numbered where there are several: figures name theirs by number. */
  readonly sources: readonly string[];
}

export function viewDataChapter(book: Book, section: { readonly id: string; readonly title: string }, indicators: readonly LoadedIndicator[]): DataChapter {
  const entries = indicators.map((indicator) => viewEntry(book, indicator));
  return {
    kind: 'data', anchor: `section-${section.id}`, title: section.title, page: pageName(section.id), entries, verdicts: [],
    contents: entries.map(({ anchor, name }) => ({ anchor, title: name, kids: [] })),
  };
}

function viewEntry(book: Book, indicator: LoadedIndicator): DataEntry {
  const { edition } = book;
  const view = viewIndicator(edition, indicator);
  const series = new Series(edition, indicator);
  const [unit, better] = view.facts;
  const facts = [unit, ...(indicator.data.better === 'neutral' ? [] : [better])].flatMap((fact) => (fact ? [`${fact.term}: ${fact.text}`] : []));
  return {
    anchor: `indicator-${indicator.data.id}`,
    name: view.name,
    spark: viewSpark(edition, indicator),
    definition: book.html(view.definition),
    facts: [...facts, ...(view.formula ? [`${edition.t('formulaNote')}: ${view.formula}`] : [])].join(edition.t('factGap')),
    tables: series.tables(),
    breaks: view.breaks.map(({ period, html }) => ({ period, html: book.html(html) })),
    notes: view.notes.map((note) => book.html(note)),
    marks: series.notes.list().map(({ mark, html }) => ({ mark, html: book.html(html) })),
    sources: series.sources,
  };
}

/** So many figures fit side by side. */
const MOST_BESIDE = 8;
/** With so many months a year is worth a row of its own. */
const LEAST_MONTHS = 6;

/** The figures of an indicator as tables: years side by side, months below each other by year. */
class Series {
  readonly notes: Notes;
  readonly sources: string[] = [];
  readonly #edition: Edition;
  readonly #indicator: LoadedIndicator;

  constructor(edition: Edition, indicator: LoadedIndicator) {
    this.#edition = edition;
    this.#indicator = indicator;
    this.notes = new Notes(edition);
    const places = [...indicator.observations.values()].map(({ data }) => edition.source(data.source ?? indicator.data.source));
    this.sources = [...new Set(places)];
  }

  tables(): PaperTable[] {
    const known = [...this.#indicator.observations.keys()];
    const years = known.filter((at) => at.startsWith('FY')).sort();
    const points = known.filter((at) => !at.startsWith('FY')).sort();
    const start = firstMonthOf(this.#edition.model.report, this.#indicator);
    const byYear = Map.groupBy(points, (at) => fiscalYearOf(at, start));
    const monthly = [...byYear.values()].some((months) => months.length >= LEAST_MONTHS) && points.every((at) => /^\d{4}-\d{2}$/.test(at));
    return [
      ...chunks(withGaps(years)).map((some) => this.#beside(some)),
      ...(monthly ? [this.#months([...byYear.keys()], start)] : chunks(points).map((some) => this.#beside(some))),
    ];
  }

  /** Periods side by side, with their values and changes and, where there are several, their states and sources. */
  #beside(periods: readonly string[]): PaperTable {
    const row = (label: string, cells: readonly CellView[]): RowView => ({ label, role: 'part', cells });
    const rows = [
      row(this.#edition.t('value'), periods.map((at) => this.#value(at))),
      row(this.#edition.t('change'), periods.map((at) => this.#change(at))),
      row(this.#edition.t('status'), periods.map((at) => this.#status(at))),
      row(this.#edition.t('source'), this.sources.length > 1 ? periods.map((at) => this.#source(at)) : []),
    ];
    const head = periods.map((at) => this.#edition.capitalise(this.#edition.periodOf(this.#indicator, at)));
    return this.#lay(head, rows.filter(({ cells }) => cells.some(({ text }) => text !== '')));
  }

  #months(years: string[], start: number): PaperTable {
    const months = monthsOf(years[0] ?? 'FY2000', start).map((at) => Number(at.slice(5)));
    const head = months.map((month) => this.#edition.style.dates.monthTick(month, false));
    const rows = years.sort().map((year): RowView => ({
      label: this.#edition.period(year, 'span'), role: 'part',
      cells: monthsOf(year, start).map((at) => (this.#indicator.observations.has(at) ? this.#value(at) : EMPTY)),
    }));
    return this.#lay(head, rows);
  }

  #lay(head: readonly string[], rows: readonly RowView[]): PaperTable {
    const cells = head.map((text): HeadCell => ({ text, colSpan: 1, rowSpan: 1 }));
    return layOutTable(this.#edition, { id: '', title: '', head: [cells], rows, hasGroups: false, notes: [], source: '' });
  }

  #value(at: string): CellView {
    const observation = this.#indicator.observations.get(at);
    const found = findObservation(this.#edition.model.report, this.#indicator.data.id, at);
    if (!observation || !found) return EMPTY;
    const note = this.notes.of(found, true);
    return {
      text: this.#edition.figure(observation.figure),
      ...(isQuantity(observation.figure) ? {} : { absent: true as const }),
      ...(note === undefined ? {} : { note }),
    };
  }

  #change(at: string): CellView {
    const change = this.#indicator.observations.has(at) ? changeOf(this.#edition.model.report, this.#indicator, at) : undefined;
    const shown = change && shownChange(change);
    return shown ? { text: this.#edition.quantity(shown) } : EMPTY;
  }

  #status(at: string): CellView {
    const status = this.#indicator.observations.get(at)?.data.status;
    return status ? { text: this.#edition.word('data', status) } : EMPTY;
  }

  #source(at: string): CellView {
    const observation = this.#indicator.observations.get(at);
    if (!observation) return EMPTY;
    const place = this.sources.indexOf(this.#edition.source(observation.data.source ?? this.#indicator.data.source));
    return { text: `[${place + 1}]` };
  }
}

const EMPTY: CellView = { text: '' };

/** Years between the first and the last that have no figure keep their place, unless they are many. */
function withGaps(years: readonly string[]): string[] {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = Array.from({ length: yearNumber(last) - yearNumber(first) + 1 }, (_, index) => shiftYears(first, index));
  return all.length > years.length + 3 ? [...years] : all;
}

/** In rows of about the same length, none of them too long. */
function chunks(periods: readonly string[]): string[][] {
  if (periods.length === 0) return [];
  const count = Math.ceil(periods.length / MOST_BESIDE);
  const size = Math.ceil(periods.length / count);
  return Array.from({ length: count }, (_, index) => periods.slice(index * size, (index + 1) * size));
}
