import type { Path, Problem } from '../diagnostics/problem.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import { parseFigure, parseQuantity } from '../quantity/parse.ts';
import type { QuantityProblem } from '../quantity/problem.ts';
import { differenceUnit, isPercent, labelIn } from '../quantity/unit.ts';
import type { Unit, Units } from '../quantity/unit.ts';
import type { Tongue } from '../locale.ts';
import type { Indicator, Observation } from '../schema/indicator.ts';
import type { MidTerm } from '../schema/mid-term.ts';
import type { SectionFigure, SectionYear } from '../schema/section-year.ts';
import { figureProblem } from './figure-problems.ts';
import type {
  Loaded,
  LoadedFigure,
  LoadedIndicator,
  LoadedMidTerm,
  LoadedObservation,
  LoadedSection,
} from './report.ts';

export interface Read<T> {
  readonly data: T;
  readonly problems: readonly Problem[];
  /** Names of figures that stand in the file and could not be read. */
  readonly unread: readonly string[];
}

interface ReadOne<T> {
  readonly data: T;
  readonly problems: readonly Problem[];
}

/** Reads the printed figures of an indicator; those that cannot be read are left out and told. */
export function readIndicator({ file, data, incomplete }: Loaded<Indicator>, units: Units): Read<LoadedIndicator> {
  const problems: Problem[] = [];
  const unread: string[] = [];
  const observations = new Map<string, LoadedObservation>();
  data.observations.forEach((observation, index) => {
    const at: Path = ['observations', index];
    if (data.observations.findIndex(({ at: period }) => period === observation.at) < index) {
      problems.push(duplicatePeriod(file, [...at, 'at'], observation.at));
      return;
    }
    const read = readObservation(file, at, observation, data, units);
    problems.push(...read.problems);
    if (read.data) observations.set(observation.at, { ...read.data, index });
    else unread.push(`${data.id}@${observation.at}`);
  });
  const isNoneRead = ![...observations.values()].some(({ figure }) => isQuantity(figure));
  return { data: { file, data, observations, ...(incomplete ? { incomplete } : {}) }, problems: isNoneRead ? asOneUnit(problems) : problems, unread };
}

/** Where no figure at all has the unit of its file, it is that one that is wrong. */
export function asOneUnit(problems: readonly Problem[]): readonly Problem[] {
  const differing = problems.filter(({ code }) => code === 'unit-differs');
  const [first] = differing;
  if (!first || differing.length < FEW) return problems;
  return [
    ...problems.filter(({ code }) => code !== 'unit-differs'),
    { ...first, path: ['unit'], message: {
      ja: `${first.message.ja}${differing.length} 件の値がすべて同じです。`,
      en: `${first.message.en} So it is with all ${differing.length} figures.`,
    } },
  ];
}

const FEW = 3;

function readObservation(
  file: string,
  at: Path,
  observation: Observation,
  indicator: Indicator,
  units: Units,
): ReadOne<Omit<LoadedObservation, 'index'> | undefined> {
  const problems: Problem[] = [];
  const unit = units.get(indicator.unit);
  const value = readPrinted(file, [...at, 'value'], observation.value, units, unit);
  problems.push(...value.problems);
  const change =
    observation.change === undefined
      ? undefined
      : readChange(file, [...at, 'change'], observation.change, units, unit);
  problems.push(...(change?.problems ?? []));
  const also = (observation.also ?? []).map(({ value: text }, index) =>
    readPrinted(file, [...at, 'also', index, 'value'], text, units, unit),
  );
  problems.push(...also.flatMap((read) => read.problems));
  if (!value.data) return { data: undefined, problems };
  const printings = also.flatMap(({ data }) => (data && isQuantity(data) ? [data] : []));
  return {
    data: {
      data: observation,
      figure: value.data,
      also: printings,
      ...(change?.data ? { change: change.data } : {}),
    },
    problems,
  };
}

/** Reads a figure that must have a certain unit. */
export function readPrinted(
  file: string,
  path: Path,
  text: string,
  units: Units,
  unit: Unit | undefined,
): ReadOne<Figure | undefined> {
  const result = parseFigure(text, units, unit?.id);
  if (!result.ok)
    return {
      data: undefined,
      problems: [figureProblem(file, path, text, withoutDoubt(text, result.problem, units, unit))],
    };
  const { figure } = result;
  if (isQuantity(figure) && unit && figure.unit !== unit.id) {
    return { data: undefined, problems: [otherUnit(file, path, text, units.get(figure.unit), [unit])] };
  }
  return { data: figure, problems: [] };
}

/** What follows the number cannot be read either, and is the likelier slip: 22,82I件 is no 22.82I件. */
const UNREADABLE_AFTER: ReadonlySet<QuantityProblem['code']> = new Set(['unknown_unit', 'unknown_scale', 'trailing_text']);

/** A repair must be readable itself: 85,1 → 85.1 → 85.1%. 1,20冊 is no slip for 1.20冊: whole things have no decimals. */
function withoutDoubt(text: string, found: QuantityProblem, units: Units, unit: Unit | undefined): QuantityProblem {
  const meant = found.suggestion === undefined ? undefined : parseQuantity(found.suggestion, units, unit?.id);
  if (meant?.ok === false && meant.problem.suggestion !== undefined)
    return { ...found, suggestion: meant.problem.suggestion };
  if (meant?.ok === false && UNREADABLE_AFTER.has(meant.problem.code) && found.suggestion?.length === text.length) return meant.problem;
  if (
    !meant?.ok ||
    found.code !== 'bad_decimal_comma' ||
    meant.quantity.scale !== '' ||
    units.get(meant.quantity.unit)?.kind !== 'count'
  )
    return found;
  const { suggestion: _, ...rest } = found;
  return { ...rest, code: 'bad_grouping' };
}

/** A printed change has the indicator's unit, the unit of its differences (percent → point), or is a percentage. */
export function readChange(
  file: string,
  path: Path,
  text: string,
  units: Units,
  unit: Unit | undefined,
): ReadOne<Quantity | undefined> {
  const result = parseQuantity(text, units, unit?.id);
  if (!result.ok)
    return {
      data: undefined,
      problems: [figureProblem(file, path, text, withoutDoubt(text, result.problem, units, unit))],
    };
  const found = units.get(result.quantity.unit);
  const difference = unit && differenceUnit(unit, units);
  const rates = [...units.values()].filter((each) => isPercent(each, units));
  const allowed = unit && difference ? [...new Set([unit, difference, ...rates])] : [];
  if (!difference || (found && allowed.includes(found))) return { data: result.quantity, problems: [] };
  return { data: undefined, problems: [otherUnit(file, path, text, found, allowed)] };
}

type Indicators = ReadonlyMap<string, LoadedIndicator>;

/** Reads the figures that stand only in a section's text. */
export function readSection(
  loaded: Loaded<SectionYear>,
  units: Units,
  indicators: Indicators,
): Read<LoadedSection> {
  const { data: figures, ...found } = readFigures(loaded.file, loaded.data.figures ?? [], units, indicators);
  const year = `FY${/^data\/(\d{4})\//.exec(loaded.file)?.[1] ?? ''}`;
  return { data: { ...loaded, figures, year }, ...found };
}

/** Reads the figures that stand only in a medium-term plan's text. */
export function readMidTerm(
  loaded: Loaded<MidTerm>,
  units: Units,
  indicators: Indicators,
): Read<LoadedMidTerm> {
  const { data: figures, ...found } = readFigures(loaded.file, loaded.data.figures ?? [], units, indicators);
  return { data: { ...loaded, figures, year: loaded.data.to }, ...found };
}

function readFigures(
  file: string,
  list: readonly SectionFigure[],
  units: Units,
  indicators: Indicators,
): Read<ReadonlyMap<string, LoadedFigure>> {
  const problems: Problem[] = [];
  const unread: string[] = [];
  const figures = new Map<string, LoadedFigure>();
  list.forEach((figure, index) => {
    const path: Path = ['figures', index];
    if (figures.has(figure.id)) problems.push(duplicateFigure(file, [...path, 'id'], figure.id));
    const named = figure.unit === undefined ? undefined : units.get(figure.unit);
    const expected = named ?? units.get(inputUnit(figure, indicators) ?? '');
    const read = named
      ? readPrinted(file, [...path, 'value'], figure.value, units, named)
      : readAnyUnit(file, [...path, 'value'], figure.value, units, expected);
    problems.push(...read.problems);
    if (!read.data) unread.push(figure.id);
    if (read.data && !figures.has(figure.id))
      figures.set(figure.id, { index, data: figure, figure: read.data });
  });
  return { data: figures, problems, unread };
}

/** Where several units are printed alike (件), a derived figure takes that of its first input. */
function inputUnit(
  { of = [] }: { of?: readonly string[] | undefined },
  indicators: Indicators,
): string | undefined {
  return of
    .map((ref) => indicators.get(ref.split('@')[0] ?? '')?.data.unit)
    .find((unit) => unit !== undefined);
}

/** Reads a figure in whatever unit it is printed; `preferred` decides where several are printed alike. */
export function readAnyUnit(
  file: string,
  path: Path,
  text: string,
  units: Units,
  preferred: Unit | undefined,
): Read<Figure | undefined> {
  const result = parseFigure(text, units, preferred?.id);
  return result.ok
    ? { data: result.figure, problems: [], unread: [] }
    : {
        data: undefined,
        problems: [figureProblem(file, path, text, withoutDoubt(text, result.problem, units, preferred))],
        unread: [],
      };
}

function otherUnit(
  file: string,
  path: Path,
  text: string,
  found: Unit | undefined,
  allowed: readonly Unit[],
): Problem {
  const labels = (locale: Tongue) =>
    allowed
      .map((unit) => labelIn(unit, locale).other)
      .filter((label) => label !== '')
      .join(locale === 'ja' ? '・' : ', ');
  return {
    severity: 'error',
    code: 'unit-differs',
    file,
    path,
    message: {
      ja: `「${text}」の単位は「${found ? labelIn(found, 'ja').other : ''}」ですが、指標の単位は「${labels('ja')}」です。`,
      en: `The unit of “${text}” is “${found ? labelIn(found, 'en').other : ''}”, that of the indicator is “${labels('en')}”.`,
    },
    repair: {
      ja: '値の単位か、指標の unit を直してください。',
      en: 'Mend the unit of the figure, or the indicator’s unit.',
    },
  };
}

function duplicatePeriod(file: string, path: Path, period: string): Problem {
  return {
    severity: 'error',
    code: 'duplicate-period',
    file,
    path,
    message: { ja: `時点 ${period} の値が二度書かれています。`, en: `There are two values for ${period}.` },
    repair: {
      ja: '一つにまとめてください。別の箇所に印刷された値は also に書きます。',
      en: 'Keep one; put another printing of it under “also”.',
    },
  };
}

function duplicateFigure(file: string, path: Path, id: string): Problem {
  return {
    severity: 'error',
    code: 'duplicate-id',
    file,
    path,
    message: { ja: `値の id「${id}」が二度使われています。`, en: `The id “${id}” is used for two figures.` },
    repair: { ja: '別の id を付けてください。', en: 'Choose another id.' },
  };
}
