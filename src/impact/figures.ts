import { changeOf, shownChange } from '../derive/change.ts';
import type { Check } from '../derive/checks.ts';
import { COLUMNS, allCauses, allReasons, financeTables, rowsOf } from '../derive/finance.ts';
import type { Amount, CauseRow, FinanceRow } from '../derive/finance.ts';
import { isMidTerm } from '../derive/mid-term.ts';
import type { Path } from '../diagnostics/problem.ts';
import type { LoadedIndicator, LoadedText } from '../load/report.ts';
import type { Localized } from '../locale.ts';
import type { Figure } from '../quantity/quantity.ts';
import type { Edition } from '../view/edition.ts';
import { viewCheck } from '../view/indicator.ts';
import { amountName } from '../view/verdict.ts';
import type { Place, Side } from './side.ts';

/** A figure of the data, with how readers are told of it. */
export interface PlacedFigure {
  /** Stable: `np-current-rate@2025-09`, `np-current-rate@2025-09:change`, `2025/np-collection/demands-ratio`. */
  readonly key: string;
  readonly figure: Figure;
  readonly file: string;
  readonly path: Path;
  readonly name: (edition: Edition) => string;
  readonly period: (edition: Edition) => string;
}

export interface FigureChange {
  readonly key: string;
  readonly change: 'changed' | 'added' | 'removed';
  readonly name: Localized;
  readonly period: Localized;
  readonly place: Place;
  /** As it is printed, in both languages. */
  readonly before?: Localized;
  readonly after?: Localized;
}

/** Figures that nobody has edited, and that are other than before. */
export interface DerivedChange extends FigureChange {
  /** change: from a year earlier, where none is printed · recomputed: what a printed figure is held against. */
  readonly what: 'change' | 'recomputed';
  /** Of a recheck: whether the printed figure still follows. */
  readonly verdict?: { readonly before: Check['verdict']; readonly after: Check['verdict'] };
  readonly printed?: Localized;
}

export interface Discrepancy {
  readonly key: string;
  readonly name: Localized;
  readonly place: Place;
  readonly printed: Localized;
  readonly recomputed: Localized;
  readonly isWaived: boolean;
}

/** Every figure that an editor has written. */
export function figuresOf({ model: { report } }: Side): Map<string, PlacedFigure> {
  const all = [
    ...[...report.indicators.values()].flatMap(figuresOfIndicator),
    ...[...report.sections, ...report.midTerms].flatMap(figuresOfText),
    ...report.finances.flatMap((finance) => financeTables(finance).flatMap((table) => rowsOf(table).flatMap((row) => figuresOfRow(finance, row)))),
  ];
  return new Map(all.map((each) => [each.key, each]));
}

function figuresOfIndicator(indicator: LoadedIndicator): PlacedFigure[] {
  const { id, name } = indicator.data;
  return [...indicator.observations].flatMap(([at, { index, figure, change, also }]) => {
    const path: Path = ['observations', index];
    const period = (edition: Edition) => edition.capitalise(edition.periodOf(indicator, at));
    const place = (key: string, value: Figure, rest: Path, called = (edition: Edition) => edition.pick(name)): PlacedFigure =>
      ({ key, figure: value, file: indicator.file, path: [...path, ...rest], name: called, period });
    return [
      place(`${id}@${at}`, figure, ['value']),
      ...(change ? [place(`${id}@${at}:change`, change, ['change'], (edition) => edition.t('named', edition.pick(name), edition.t('change')))] : []),
      ...also.map((value, n) => place(`${id}@${at}:also-${n + 1}`, value, ['also', n, 'value'])),
    ];
  });
}

function figuresOfText(text: LoadedText): PlacedFigure[] {
  return [...text.figures.values()].map(({ index, data, figure }) => ({
    key: `${prefixOf(text)}/${data.id}`, figure, file: text.file, path: ['figures', index, 'value'],
    name: (edition: Edition) => (data.label ? edition.pick(data.label) : data.id),
    period: (edition: Edition) => (data.at ? edition.capitalise(edition.period(data.at, 'total')) : ''),
  }));
}

/** As checks call it. */
function prefixOf(text: LoadedText): string {
  return isMidTerm(text) ? text.data.id : `${text.year.slice(2)}/${text.data.section}`;
}

type Finance = Side['model']['report']['finances'][number];

function figuresOfRow(finance: Finance, row: FinanceRow): PlacedFigure[] {
  const at = (key: string, amount: Amount | undefined, name: PlacedFigure['name']): PlacedFigure[] => amount ? [{
    key: `${key}@${finance.year}`, figure: amount.figure, file: finance.file, path: amount.path, name,
    period: (edition: Edition) => edition.capitalise(edition.period(finance.year, 'total')),
  }] : [];
  const place = `${row.table}/${row.id}`;
  const named = (part: (typeof COLUMNS)[number] | CauseRow['definition']['label']) => (edition: Edition) => amountName(edition, { label: row.label, part });
  return [
    ...COLUMNS.flatMap((column) => at(`${column}/${place}`, row.amounts[column], named(column))),
    ...row.also.flatMap(({ amounts }, n) => COLUMNS.flatMap((column) => at(`${column}/${place}:also-${n + 1}`, amounts[column], named(column)))),
    ...allCauses(row.causes).flatMap(({ definition, amount }) => at(`difference/${place}/${definition.id}`, amount, named(definition.label))),
    ...allReasons(row).flatMap(({ amount, data }, n) => at(`reason/${place}/${n + 1}`, amount, named(data.text))),
  ];
}

export function compareFigures(before: Side, after: Side): FigureChange[] {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  const changed = [...now.values()].flatMap((figure): FigureChange[] => {
    const earlier = old.get(figure.key);
    if (earlier && isSame(earlier.figure, figure.figure)) return [];
    return [{
      ...describe(after, figure), change: earlier ? 'changed' : 'added',
      ...(earlier ? { before: say(before, earlier) } : {}), after: say(after, figure),
    }];
  });
  const removed = [...old.values()].flatMap((figure): FigureChange[] =>
    now.has(figure.key) ? [] : [{ ...describe(before, figure), change: 'removed', before: say(before, figure) }]);
  return [...changed, ...removed];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function say(side: Side, { figure }: PlacedFigure): Localized {
  return side.say((edition) => edition.figure(figure));
}

function describe(side: Side, { key, name, period, file, path }: PlacedFigure): Pick<FigureChange, 'key' | 'name' | 'period' | 'place'> {
  return { key, name: side.say(name), period: side.say(period), place: side.place(file, path) };
}

/** Changes that no document prints, and rechecks whose inputs have changed. */
export function compareDerived(before: Side, after: Side): DerivedChange[] {
  return [...compareChanges(before, after), ...compareChecks(before, after)];
}

function compareChanges(before: Side, after: Side): DerivedChange[] {
  return [...after.model.report.indicators].flatMap(([id, indicator]) =>
    [...indicator.observations].flatMap(([at, observation]): DerivedChange[] => {
      if (observation.change) return [];
      const [old, now] = [changeIn(before, id, at), changeIn(after, id, at)];
      if (isSame(old, now) || !before.model.report.indicators.get(id)?.observations.has(at)) return [];
      const name = (edition: Edition) => edition.t('named', edition.pick(indicator.data.name), edition.t('change'));
      return [{
        what: 'change', key: `${id}@${at}:change`, change: old ? (now ? 'changed' : 'removed') : 'added',
        name: after.say(name), period: after.say((edition) => edition.capitalise(edition.periodOf(indicator, at))),
        place: after.place(indicator.file, ['observations', observation.index, 'value']),
        ...(old ? { before: before.say((edition) => edition.quantity(old)) } : {}),
        ...(now ? { after: after.say((edition) => edition.quantity(now)) } : {}),
      }];
    }));
}

function changeIn({ model: { report } }: Side, id: string, at: string) {
  const indicator = report.indicators.get(id);
  const change = indicator && changeOf(report, indicator, at);
  return change && shownChange(change);
}

function compareChecks(before: Side, after: Side): DerivedChange[] {
  return after.model.checks.flatMap((check): DerivedChange[] => {
    const old = before.model.checksById.get(check.id);
    if (!old || old.rounded === check.rounded) return [];
    return [{
      what: 'recomputed', key: check.id, change: 'changed',
      name: after.say((edition) => viewCheck(edition, check).subject), period: { ja: '', en: '' },
      place: after.place(check.file, check.path),
      before: before.say((edition) => viewCheck(edition, old).recomputed),
      after: after.say((edition) => viewCheck(edition, check).recomputed),
      printed: after.say((edition) => edition.quantity(check.printed)),
      verdict: { before: old.verdict, after: check.verdict },
    }];
  });
}

/** Printed figures that do not follow from the others any more (or that are new and do not). */
export function newDiscrepancies(before: Side, after: Side): Discrepancy[] {
  return after.model.checks.filter(({ id, verdict }) => verdict === 'differs' && before.model.checksById.get(id)?.verdict !== 'differs')
    .map((check) => describeCheck(after, check));
}

export function settledDiscrepancies(before: Side, after: Side): Discrepancy[] {
  return before.model.checks.filter(({ id, verdict }) => verdict === 'differs' && after.model.checksById.get(id)?.verdict !== 'differs')
    .map((check) => describeCheck(before, check));
}

function describeCheck(side: Side, check: Check): Discrepancy {
  return {
    key: check.id, place: side.place(check.file, check.path), isWaived: check.waiver !== undefined,
    name: side.say((edition) => viewCheck(edition, check).subject),
    printed: side.say((edition) => edition.quantity(check.printed)),
    recomputed: side.say((edition) => viewCheck(edition, check).recomputed),
  };
}
