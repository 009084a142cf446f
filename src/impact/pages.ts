import { latestEdition } from '../derive/model.ts';
import { comparableYears } from '../derive/plan-comparison.ts';
import type { Locale, Localized } from '../locale.ts';
import { page } from '../i18n/paths.ts';
import type { LoadedFinance, LoadedIndicator } from '../load/report.ts';
import type { ChartView } from '../view/chart-view.ts';
import { viewComparison } from '../view/comparison.ts';
import { viewDiscrepancies } from '../view/discrepancies.ts';
import type { Edition } from '../view/edition.ts';
import { equalGroups, viewEqualGroup } from '../view/equal-checks.ts';
import { latestFinanceLink, viewFinance } from '../view/finance.ts';
import { viewHome } from '../view/home.ts';
import { viewIndicatorIndex } from '../view/indicator-index.ts';
import { viewIndicator } from '../view/indicator.ts';
import { linkTo, viewDirections, viewMidTerm } from '../view/mid-term.ts';
import { viewSection } from '../view/section.ts';
import { yearsOf } from '../view/site-map.ts';
import { viewBullet } from '../view/target-charts.ts';
import { viewTargetHome } from '../view/target-home.ts';
import { viewTranslation } from '../view/translation.ts';
import { viewVerdict } from '../view/verdict.ts';
import { viewComparisonsOf, viewSteps, viewYearsOfSection } from '../view/way.ts';
import { viewYear } from '../view/year.ts';
import type { Side } from './side.ts';

/** A page of the site that reads otherwise than before, or a chapter of one. */
export interface PageChange {
  /** Inside a language: `targets/t25-01/`, `mid-term/fourth/#chapter-np-coverage`. */
  readonly address: string;
  readonly change: 'changed' | 'added' | 'removed';
  readonly title: Localized;
  readonly languages: readonly Locale[];
}

/** A drawing that looks otherwise than before. */
export interface ChartChange {
  readonly id: string;
  readonly title: Localized;
  /** Of the page that it stands on. */
  readonly address: string;
}

/** What a page shows, as one string to compare. */
interface Shown {
  readonly title: string;
  readonly shows: string;
}

export interface Candidates {
  /** Indicators whose pages may be others; a drawing takes time. */
  readonly indicators: ReadonlySet<string>;
  readonly finances: ReadonlySet<string>;
}

export function comparePages(before: Side, after: Side, candidates: Candidates): PageChange[] {
  const found = new Map<string, PageChange>();
  for (const edition of after.editions) {
    const earlier = before.edition(edition.locale);
    const now = pagesOf(edition, candidates);
    const old = earlier ? pagesOf(earlier, candidates) : new Map<string, Shown>();
    for (const address of new Set([...now.keys(), ...old.keys()])) {
      const [a, b] = [old.get(address), now.get(address)];
      if (a?.shows === b?.shows) continue;
      const known = found.get(address);
      found.set(address, {
        address, change: a && b ? 'changed' : b ? 'added' : 'removed', title: titleOf(b ? after : before, candidates, address),
        languages: [...(known?.languages ?? []), edition.locale],
      });
    }
  }
  return [...found.values()];
}

const made = new WeakMap<Edition, Map<string, Shown>>();

function titleOf(side: Side, candidates: Candidates, address: string): Localized {
  return side.say((edition) => pagesOf(edition, candidates).get(address)?.title ?? address);
}

/** Every page whose words come from the data. Menus are no part of it, nor a page's address. */
function pagesOf(edition: Edition, candidates: Candidates): Map<string, Shown> {
  const pages = made.get(edition) ?? makePages(edition, candidates);
  made.set(edition, pages);
  return pages;
}

function makePages(edition: Edition, { indicators, finances }: Candidates): Map<string, Shown> {
  const { model } = edition;
  const { report } = model;
  const pages = new Map<string, Shown>();
  const add = (address: string, title: string, ...views: readonly unknown[]): void => {
    pages.set(address, { title, shows: JSON.stringify(views) });
  };
  const latest = latestEdition(model);
  if (latest) add(page.home(), edition.t('home'), viewHome(edition, latest), latestFinanceLink(edition), model.midTerms.map((midTerm) => linkTo(edition, midTerm)));
  for (const year of yearsOf(edition)) add(page.report(year), edition.period(year, 'span'), viewYear(edition, year));
  for (const { year, sections } of model.years) {
    for (const section of sections) {
      const view = viewSection(edition, section);
      const id = section.entry.id;
      add(page.section(year, id), edition.t('named', edition.period(year, 'span'), `${view.code} ${view.title}`), view,
        viewDirections(edition, id, year), viewYearsOfSection(edition, id, year), viewComparisonsOf(edition, id, year),
        section.measures.flatMap(({ clauses }) => clauses.map((clause) => viewSteps(edition, year, id, clause.id))));
    }
  }
  const views = new Map([...model.verdictsById.values()].map((verdict) => [verdict, viewVerdict(edition, verdict)]));
  for (const [verdict, view] of views) add(page.target(view.id), view.title, view, viewTargetHome(edition, verdict));
  add(page.targets(), edition.t('targets'), [...views.values()]);
  for (const [id, indicator] of report.indicators) {
    const own = (model.verdictsByIndicator.get(indicator) ?? []).map((verdict) => views.get(verdict));
    add(page.indicator(id), edition.pick(indicator.data.name), own, indicators.has(id) ? viewIndicator(edition, indicator) : '');
  }
  add(page.indicators(), edition.t('indicators'), viewIndicatorIndex(edition));
  for (const { from, to } of comparableYears(report)) addComparison(edition, from, to, add);
  for (const midTerm of model.midTerms) addMidTerm(edition, midTerm, add);
  for (const finance of report.finances) {
    const title = edition.t('named', edition.period(finance.year, 'span'), edition.t('finance'));
    add(page.financeYear(finance.year), title, finances.has(finance.year) ? viewFinance(edition, finance) : '');
  }
  const discrepancies = viewDiscrepancies(edition);
  add(page.checks(), edition.t('rechecksTitle'), discrepancies);
  const equal = equalGroups(edition);
  const allEqual = edition.t('equalChecks', edition.count(discrepancies.equal));
  add(page.equalChecks(), allEqual, equal.map(({ title, checks }) => [title, checks.length]));
  for (const group of equal) add(page.equalChecks(group.id), edition.t('named', group.title, edition.t('checkEqual')), viewEqualGroup(edition, group));
  add(page.translation(), edition.t('translationStatus'), viewTranslation(edition, []));
  add(page.sources(), edition.t('sources'), [...report.documents.values()]);
  add(page.glossary(), edition.t('glossary'), [...report.glossary.values()].map(({ id, term, also, text }) => [id, edition.pick(term), also, edition.prose(text)]));
  return pages;
}

type Add = (address: string, title: string, ...views: readonly unknown[]) => void;

/** Its chapters by themselves too: in print they are pages apart. */
function addMidTerm(edition: Edition, midTerm: Edition['model']['midTerms'][number], add: Add): void {
  const view = viewMidTerm(edition, midTerm);
  const address = page.midTerm(view.id);
  const { chapters, ...rest } = view;
  add(address, view.title, view);
  add(`${address}#concept`, edition.t('concept'), rest);
  for (const chapter of chapters) add(`${address}#chapter-${chapter.id}`, chapter.sections.map(({ code, title }) => `${code} ${title}`).join(edition.t('clauseGap')), chapter);
}

function addComparison(edition: Edition, from: string, to: string, add: Add): void {
  const { sections, ...whole } = viewComparison(edition, from, to);
  const pair = edition.t('comparisonPair', whole.fromText, whole.toText);
  add(page.comparison(from, to), pair, whole, sections);
  for (const section of sections) add(page.comparison(from, to, section.id), edition.t('named', pair, `${section.code} ${section.title}`), section);
}

export function compareCharts(before: Side, after: Side, { indicators, finances }: Candidates): ChartChange[] {
  const [edition] = after.editions;
  const earlier = edition && before.edition(edition.locale);
  if (!edition) return [];
  const [old, now] = [earlier, edition].map((each) => (each ? chartsOf(each, indicators, finances) : new Map<string, Drawn>()));
  return [...(now ?? [])].flatMap(([id, { drawing, address }]) => {
    if (old?.get(id)?.drawing === drawing) return [];
    return [{ id, address, title: after.say((each) => chartsOf(each, indicators, finances).get(id)?.title ?? id) }];
  });
}

interface Drawn {
  readonly title: string;
  readonly drawing: string;
  readonly address: string;
}

const drawn = new WeakMap<Edition, Map<string, Drawn>>();

function chartsOf(edition: Edition, indicators: ReadonlySet<string>, finances: ReadonlySet<string>): Map<string, Drawn> {
  const charts = drawn.get(edition) ?? drawCharts(edition, indicators, finances);
  drawn.set(edition, charts);
  return charts;
}

function drawCharts(edition: Edition, indicators: ReadonlySet<string>, finances: ReadonlySet<string>): Map<string, Drawn> {
  const { report, verdictsById } = edition.model;
  const draw = (address: string) => ({ id, title, svg, table }: ChartView): [string, Drawn] => [id, { title, drawing: svg + JSON.stringify(table), address }];
  const some = <T extends LoadedIndicator | LoadedFinance>(all: Iterable<readonly [string, T]>, ids: ReadonlySet<string>): T[] =>
    [...all].flatMap(([id, each]) => (ids.has(id) ? [each] : []));
  const verdicts = [...verdictsById.values()].flatMap((verdict) => {
    const view = viewVerdict(edition, verdict);
    return verdict.parts.flatMap((part, index): [string, Drawn][] => {
      const svg = part.indicator && indicators.has(part.indicator.data.id) && view.parts[index] ? viewBullet(edition, part, view.parts[index]) : '';
      return svg === '' ? [] : [[`target-${view.id}-${index + 1}`, { title: view.title, drawing: svg, address: page.target(view.id) }]];
    });
  });
  return new Map([
    ...some(report.indicators, indicators).flatMap((indicator) => viewIndicator(edition, indicator).charts.map(draw(page.indicator(indicator.data.id)))),
    ...some(report.finances.map((each) => [each.year, each] as const), finances).flatMap((finance) => viewFinance(edition, finance).charts.map(draw(page.financeYear(finance.year)))),
    ...verdicts,
  ]);
}
