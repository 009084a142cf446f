import type { Path } from '../diagnostics/problem.ts';
import { keptBy } from '../cache/kept-by.ts';
import type { LoadedFinance, LoadedIndicator, LoadedObservation, LoadedText, Report } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { recheckQuantities } from '../recheck/quantities.ts';
import type { OperationOptions } from '../recheck/operation.ts';
import type { RecheckResult } from '../recheck/recheck.ts';
import type { Operation } from '../schema/figure.ts';
import type { Source, Text } from '../schema/text.ts';
import { changeOf } from './change.ts';
import { findFigure, findObservation, quantityOf } from './figures.ts';
import type { FinanceOrigin, Found } from './figures.ts';
import { checkFinance } from './finance-checks.ts';
import { isMidTerm } from './mid-term.ts';
import { comparePrintings } from './printings.ts';

/** A printed figure that other printed figures determine, recomputed. */
export interface Check extends RecheckResult, OperationOptions {
  /** Stable name: `np-current-rate@2025-09:change`, `2025/np-collection/demands-ratio`. */
  readonly id: string;
  readonly what: 'change' | 'formula' | 'also' | 'figure';
  readonly operation: Operation;
  readonly printed: Quantity;
  readonly inputs: readonly Found[];
  readonly waiver?: Text;
  readonly file: string;
  readonly path: Path;
  readonly indicator?: LoadedIndicator;
  readonly section?: LoadedText;
  readonly finance?: LoadedFinance;
  /** Of an amount of a year's money: what it is called, and where it is printed. */
  readonly amount?: Pick<FinanceOrigin, 'anchor' | 'label' | 'part' | 'source'>;
  /** Where the figure is printed, of several printings of one. */
  readonly source?: Source;
  /** How texts and other checks refer to the printed amount. */
  readonly ref?: string;
  /** Where its reason would be written, where that is not told by `what`. */
  readonly waiverKey?: string;
  readonly at?: string;
}

/** Rechecks everything in the data that can be rechecked. Pure. */
export function checkReport(report: Report): Check[] {
  const indicators = [...report.indicators.values()].flatMap((indicator) => checkIndicator(report, indicator));
  const figures = [...report.sections, ...report.midTerms].flatMap((text) => checkText(report, text));
  return [...indicators, ...figures, ...report.finances.flatMap((finance) => financeChecks(finance, [], () => checkFinance(finance)))];
}

const financeChecks = keptBy<LoadedFinance, Check[]>();

/** An indicator leans on those that its formula and its cohort name, on the units and on the calendar. */
function checkIndicator(report: Report, indicator: LoadedIndicator): Check[] {
  const { formula, cohort } = indicator.data;
  const others = [...(formula?.of ?? []), ...(cohort ? [cohort.base] : [])].map((id) => report.indicators.get(id));
  return indicatorChecks(indicator, [report.units, report.organisation, ...others], () =>
    [...indicator.observations.values()].flatMap((observation) => [
      ...checkChange(report, indicator, observation),
      ...checkFormula(report, indicator, observation),
      ...checkPrintings(report, indicator, observation),
    ]));
}

const indicatorChecks = keptBy<LoadedIndicator, Check[]>();

function checkChange(report: Report, indicator: LoadedIndicator, observation: LoadedObservation): Check[] {
  const change = observation.change && changeOf(report, indicator, observation.data.at);
  if (!change?.base || !observation.change) return [];
  const { now, base, operation } = change;
  const place: Place = {
    id: `${now.ref}:change`, what: 'change', indicator, at: observation.data.at,
    file: indicator.file, path: ['observations', observation.index, 'change'],
    ...(observation.data.waiver?.change ? { waiver: observation.data.waiver.change } : {}),
  };
  const coarse = check([now, base], operation, observation.change, place);
  const [finerNow, finerBase] = [finer(now), finer(base)];
  if (!finerNow || !finerBase || coarse.some(({ verdict }) => verdict === 'differs')) return coarse;
  const sharp = check([finerNow, finerBase], operation, observation.change, place);
  return [...coarse, ...sharp.map((each) => ({ ...each, id: `${each.id}-finer` }))];
}

/** 1,453万人 where it is also printed as 14,533,402人: a change of such figures can be told more sharply. */
function finer(found: Found): Found | undefined {
  if (found.origin.kind !== 'observation' || !isQuantity(found.figure)) return undefined;
  const { observation } = found.origin;
  const kept = found.figure;
  const index = observation.also.findIndex((other) => isFiner(other, kept));
  const [figure, source] = [observation.also[index], observation.data.also?.[index]?.source];
  return figure && source && printingOf(found, observation, figure, source);
}

function checkFormula(report: Report, indicator: LoadedIndicator, observation: LoadedObservation): Check[] {
  const { formula } = indicator.data;
  const now = findObservation(report, indicator.data.id, observation.data.at);
  if (!formula || formula.complete === false || !now || !isQuantity(observation.figure)) return [];
  // What is computed from itself proves nothing.
  if (formula.of.includes(indicator.data.id)) return [];
  const inputs = formula.of.map((id) => findObservation(report, id, observation.data.at));
  if (!inputs.every((input) => input !== undefined)) return [];
  return check(inputs, formula.op, observation.figure, {
    id: `${now.ref}:formula`, what: 'formula', indicator, at: observation.data.at,
    file: indicator.file, path: ['observations', observation.index, 'value'],
    ...(formula.signs ? { signs: formula.signs } : {}),
    ...(observation.data.waiver?.value ? { waiver: observation.data.waiver.value } : {}),
  });
}

/** 1,453万人 and 14,533,402人 are one figure: the coarser printing is what the finer one should round to. */
function checkPrintings(report: Report, indicator: LoadedIndicator, observation: LoadedObservation): Check[] {
  const now = findObservation(report, indicator.data.id, observation.data.at);
  if (!now || !isQuantity(observation.figure)) return [];
  const kept = observation.figure;
  return observation.also.flatMap((other, index): Check[] => {
    const source = observation.data.also?.[index]?.source;
    if (!source) return [];
    const there = printingOf(now, observation, other, source);
    const [input, finer, printed] = isFiner(other, kept) ? [there, other, kept] : [now, kept, other];
    return [{
      ...comparePrintings(finer, printed),
      id: `${now.ref}:also-${index + 1}`, what: 'also', operation: 'rescale', printed, inputs: [input], indicator, at: observation.data.at,
      file: indicator.file, path: ['observations', observation.index, 'also', index, 'value'],
      source: printed === other ? source : observation.data.source ?? indicator.data.source,
      ...(observation.data.waiver?.also ? { waiver: observation.data.waiver.also } : {}),
    }];
  });
}

function isFiner(a: Quantity, b: Quantity): boolean {
  return new Decimal(a.quantum).lt(b.quantum);
}

/** The observation as another place prints it. */
function printingOf(found: Found, observation: LoadedObservation, figure: Quantity, source: Source): Found {
  if (found.origin.kind !== 'observation') return found;
  return { ...found, figure, origin: { ...found.origin, observation: { ...observation, figure, data: { ...observation.data, source } } } };
}

function checkText(report: Report, section: LoadedText): Check[] {
  return [...section.figures.values()].flatMap(({ data, figure, index }) => {
    if (!data.op || !data.of || data.of.includes(data.id) || !isQuantity(figure)) return [];
    const inputs = data.of.map((ref) => inputOf(report, ref, section));
    if (!inputs.every((input) => input !== undefined)) return [];
    return check(inputs, data.op, figure, {
      id: `${isMidTerm(section) ? section.data.id : `${section.year.replace('FY', '')}/${section.data.section}`}/${data.id}`,
      what: 'figure', section,
      file: section.file, path: ['figures', index, 'value'],
      ...(data.signs ? { signs: data.signs } : {}),
      ...(data.groups ? { groups: data.groups } : {}),
      ...(data.waiver ? { waiver: data.waiver } : {}),
    });
  });
}

/** An input is a value or, with `:delta` or `:change`, the change that is printed beside it. */
function inputOf(report: Report, ref: string, section: LoadedText): Found | undefined {
  const [plain = '', form] = ref.split(':');
  const found = findFigure(report, plain, section);
  if (form === undefined || found?.origin.kind !== 'observation') return found;
  const { change } = found.origin.observation;
  return change && { ...found, ref, figure: change };
}

type Place = Pick<Check, 'id' | 'what' | 'file' | 'path'> & Partial<Pick<Check, 'indicator' | 'section' | 'at' | 'waiver'>> & OperationOptions;

function check(inputs: readonly Found[], operation: Operation, printed: Quantity, place: Place): Check[] {
  const quantities = inputs.map(quantityOf);
  if (!quantities.every((quantity) => quantity !== undefined)) return [];
  const result = rechecked(printed, [operation, ...quantities, JSON.stringify(optionsOf(place))], () => recheckQuantities(operation, quantities, printed, optionsOf(place)));
  return result.ok ? [{ ...result.value, ...place, operation, printed, inputs }] : [];
}

const rechecked = keptBy<Quantity, ReturnType<typeof recheckQuantities>>();

function optionsOf({ signs, groups }: OperationOptions): OperationOptions {
  return { ...(signs ? { signs } : {}), ...(groups ? { groups } : {}) };
}
