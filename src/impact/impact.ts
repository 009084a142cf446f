import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { page } from '../i18n/paths.ts';
import { compareData } from './differences.ts';
import type { Difference } from './differences.ts';
import { entryChanges, isWaiver, valueChanges, waiverChanges } from './entries.ts';
import type { EntryChange, ValueChange, WaiverChange } from './entries.ts';
import { compareDerived, compareFigures, figuresOf, newDiscrepancies, settledDiscrepancies } from './figures.ts';
import type { DerivedChange, Discrepancy, FigureChange } from './figures.ts';
import { compareCharts, comparePages } from './pages.ts';
import type { Candidates, ChartChange, PageChange } from './pages.ts';
import { comparePrints } from './prints.ts';
import type { LastPrint, PrintChange } from './prints.ts';
import { openSide } from './side.ts';
import type { Body, Side } from './side.ts';
import { shownFigures, textChanges } from './texts.ts';
import type { ShownFigure, TextChange } from './texts.ts';
import { compareVerdicts } from './verdicts.ts';
import type { VerdictChange } from './verdicts.ts';

/** What a change to the data changes, for those who look it over. */
export interface Impact {
  readonly before: SideState;
  readonly after: SideState;
  /** Files of data/ and content/ whose bytes differ. */
  readonly files: readonly { readonly file: string; readonly change: 'changed' | 'added' | 'removed' }[];
  /** Absent where one of the two cannot be read as a whole. */
  readonly changes?: Changes;
}

interface SideState {
  readonly name: string;
  readonly errors: readonly Diagnostic[];
}

export interface Changes {
  readonly figures: readonly FigureChange[];
  readonly derived: readonly DerivedChange[];
  readonly verdicts: readonly VerdictChange[];
  readonly discrepancies: readonly Discrepancy[];
  readonly settled: readonly Discrepancy[];
  readonly waivers: readonly WaiverChange[];
  readonly texts: readonly TextChange[];
  readonly shown: readonly ShownFigure[];
  readonly charts: readonly ChartChange[];
  readonly entries: readonly EntryChange[];
  readonly values: readonly ValueChange[];
  readonly pages: readonly PageChange[];
  readonly prints: readonly PrintChange[];
}

export interface Surroundings {
  /** Below the address of the site: '/', '/nenpo/'. */
  readonly base: string;
  readonly lastPrint: LastPrint;
}

/** Compares two bodies of data. Pure. */
export function compareBodies(before: Body, after: Body, { base, lastPrint }: Surroundings): Impact {
  const [old, now] = [openSide(before, base), openSide(after, base)];
  const states = {
    before: { name: before.name, errors: old.errors }, after: { name: after.name, errors: now.errors },
    files: changedFiles(before, after),
  };
  if (!old.side || !now.side) return states;
  return { ...states, changes: states.files.length === 0 ? NOTHING : changesBetween(old.side, now.side, states.files, lastPrint) };
}

const NOTHING: Changes = {
  figures: [], derived: [], verdicts: [], discrepancies: [], settled: [], waivers: [], texts: [], shown: [], charts: [],
  entries: [], values: [], pages: [], prints: [],
};

export function isEmpty(changes: Changes): boolean {
  return Object.values(changes).every((list: readonly unknown[]) => list.length === 0);
}

function changedFiles(before: Body, after: Body): Impact['files'] {
  const [old, now] = [before, after].map(({ data, content }) => new Map([...data, ...content].map(({ file, bytes }) => [file, bytes])));
  const all = [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])].toSorted();
  return all.flatMap((file): Impact['files'][number][] => {
    const [a, b] = [old?.get(file), now?.get(file)];
    if (a && b) return Buffer.compare(a, b) === 0 ? [] : [{ file, change: 'changed' }];
    return [{ file, change: b ? 'added' : 'removed' }];
  });
}

function changesBetween(before: Side, after: Side, files: Impact['files'], lastPrint: LastPrint): Changes {
  const { differences, texts } = compareData(before.model.report, after.model.report);
  const figures = compareFigures(before, after);
  const derived = compareDerived(before, after);
  const verdicts = compareVerdicts(before, after);
  const shown = shownFigures(before, after, texts);
  const candidates = candidatesOf(before, after, { differences, figures, derived, shown });
  const pages = [...comparePages(before, after, candidates), ...articlePages(after, files)];
  return {
    figures, derived, verdicts, shown, pages: pages.filter(({ address }) => !address.includes('#')),
    discrepancies: newDiscrepancies(before, after), settled: settledDiscrepancies(before, after),
    waivers: waiverChanges(before, after, differences),
    texts: textChanges(before, after, differences.filter(({ before: old, after: now }) => !isWaiver((now ?? old)?.path ?? []))),
    charts: compareCharts(before, after, candidates),
    entries: entryChanges(before, after, differences),
    values: valueChanges(before, after, differences, toldFigures(before, after)),
    prints: comparePrints(before, after, pages, lastPrint),
  };
}

/** A figure that is typed otherwise and is the same is no change; one that is another is told as a figure. */
function toldFigures(before: Side, after: Side): Set<string> {
  return new Set([before, after].flatMap((side) => [...figuresOf(side).values()].map(({ file, path }) => `${file} ${path.join('.')}`)));
}

/** Pages of content/, whose words are their own. */
function articlePages(after: Side, files: Impact['files']): PageChange[] {
  const found = files.flatMap(({ file, change }) => {
    const [, language = '', name = ''] = /^content\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
    return name === '' ? [] : [{ language, name, change }];
  });
  return [...Map.groupBy(found, ({ name }) => name)].map(([name, some]): PageChange => ({
    address: name === 'about' ? page.about() : name === 'accessibility' ? page.accessibility() : `${name}/`,
    change: 'changed', title: after.say((edition) => (name === 'about' || name === 'accessibility' ? edition.t(name) : name)),
    languages: some.map(({ language }) => language),
  }));
}

interface Found {
  readonly differences: readonly Difference[];
  readonly figures: readonly FigureChange[];
  readonly derived: readonly DerivedChange[];
  readonly shown: readonly ShownFigure[];
}

/** Files that every page leans on. */
const GENERAL = /^data\/(?:organisation|outline|units)\.yaml$|^data\/languages\//;

/** The indicators and years of money whose pages may show something else: those that changed, and all that use them. */
function candidatesOf(before: Side, after: Side, { differences, figures, derived, shown }: Found): Candidates {
  const files = [
    ...differences.flatMap(({ files }) => [files.before?.file, files.after?.file]),
    ...[...figures, ...derived, ...shown].map(({ place }) => place.file),
  ].filter((file) => file !== undefined);
  const isGeneral = files.some((file) => GENERAL.test(file));
  const { indicators, finances } = after.model.report;
  const years = finances.map(({ year }) => year);
  if (isGeneral) return { indicators: new Set([...indicators.keys(), ...before.model.report.indicators.keys()]), finances: new Set(years) };
  const touched = [before, after].flatMap(({ model }) => [...model.report.indicators].flatMap(([id, { file }]) => (files.includes(file) ? [id] : [])));
  const targets = [before, after].flatMap(({ model }) => [...model.verdictsById.values()].flatMap(({ section, parts }) =>
    files.includes(section.file) ? parts.flatMap(({ indicator }) => indicator?.data.id ?? []) : []));
  return {
    indicators: spread(after, spread(after, new Set([...touched, ...targets]))),
    finances: new Set(files.some((file) => file.startsWith('data/finance/')) ? years : []),
  };
}

/** With the indicators that compute from one of them, that it computes from, or that it is drawn beside. */
function spread({ model: { report, verdictsById } }: Side, some: ReadonlySet<string>): Set<string> {
  const groups = [
    ...[...report.indicators].map(([id, { data }]) => [id, ...(data.formula?.of ?? []), ...(data.cohort ? [data.cohort.base] : []), `${id}-plan`]),
    ...[...verdictsById.values()].map(({ parts }) => parts.flatMap(({ rule }) => ['indicator' in rule ? (rule.indicator ?? '') : '', 'plan' in rule ? rule.plan : ''])),
  ];
  return new Set([...some, ...groups.flatMap((group) => (group.some((id) => some.has(id)) ? group : []))].filter((id) => report.indicators.has(id) || some.has(id)));
}
