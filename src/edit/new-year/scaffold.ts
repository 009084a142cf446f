import { isDeepStrictEqual } from 'node:util';
import { Document, isNode } from 'yaml';
import { likenessOf } from '../../derive/likeness.ts';
import { reportsOf } from '../../derive/membership.ts';
import type { ReportModel } from '../../derive/model.ts';
import { refOf } from '../../derive/plans.ts';
import { titleIn } from '../../derive/titles.ts';
import type { Path } from '../../diagnostics/problem.ts';
import { formatFiscalYear } from '../../format/time.ts';
import { STYLES } from '../../format/styles.ts';
import type { LoadedSection } from '../../load/report.ts';
import { isTongue } from '../../locale.ts';
import type { Localized, Tongue } from '../../locale.ts';
import { splitProse } from '../../prose/reference.ts';
import type { Measure, SectionYear } from '../../schema/section-year.ts';
import type { Target } from '../../schema/target.ts';
import type { Name, Text } from '../../schema/text.ts';
import { shiftYears, yearNumber } from '../../time/period.ts';
import { YamlText } from '../yaml/yaml-edit.ts';

/** The files of a year that is begun, and what is left for people to do. */
export interface Scaffold {
  readonly year: string;
  /** 令和8年度 / FY2026 */
  readonly title: Localized;
  /** The year that it follows. */
  readonly from: string;
  /** New files, and data/documents.yaml with the plan among its documents: by path, their whole text. */
  readonly files: ReadonlyMap<string, string>;
  readonly sections: readonly SectionScaffold[];
}

export interface SectionScaffold {
  readonly file: string;
  readonly title: Localized;
  readonly clauses: number;
  readonly targets: readonly string[];
  /** Last year's issues, with the measure that they are put beside. */
  readonly issues: readonly { readonly text: Localized; readonly measure?: string }[];
}

export type Refusal = { readonly kind: 'exists'; readonly year: string } | { readonly kind: 'past'; readonly latest: string } | { readonly kind: 'nothing' };

/**
 * Begins a year from the latest one before it that has sections. Nothing is claimed of the new year: plan items hold
 * only where they come from, targets have no figure yet, and last year's words stand in comments.
 * @param year FY2026
 */
export function scaffoldYear(model: ReportModel, documents: string, year: string): Scaffold | Refusal {
  const { report } = model;
  if (report.years.some(({ data }) => data.year === year) || report.sections.some((section) => section.year === year)) return { kind: 'exists', year };
  const latest = report.sections.map((section) => section.year).toSorted().at(-1);
  if (latest === undefined) return { kind: 'nothing' };
  if (year < latest) return { kind: 'past', latest };
  const maker = new Maker(model, year, latest);
  const made = maker.sections();
  return {
    year, from: latest, title: { ja: formatFiscalYear(year, STYLES.ja, report.organisation.fiscalYear), en: formatFiscalYear(year, STYLES.en, report.organisation.fiscalYear) },
    sections: made.map(({ section }) => section),
    files: new Map([
      ['data/documents.yaml', maker.documents(documents)],
      [`data/${year.slice(2)}/report.yaml`, maker.report()],
      ...made.map(({ section, text }) => [section.file, text] as const),
    ]),
  };
}

type Issue = NonNullable<SectionYear['issues']>[number];
type Clause = Measure['clauses'][number];

type Yaml = string | number | readonly Yaml[] | { readonly [key: string]: Yaml };

class Maker {
  readonly #model: ReportModel;
  readonly #year: string;
  readonly #from: string;
  readonly #plan: string;

  constructor(model: ReportModel, year: string, from: string) {
    this.#model = model;
    this.#year = year;
    this.#from = from;
    const taken = new Set([...model.report.documents.keys(), ...model.report.years.flatMap(({ data }) => data.reports.map(({ id }) => id))]);
    const wanted = `plan-${year.slice(2)}`;
    this.#plan = taken.has(wanted) ? `annual-${wanted}` : wanted;
  }

  documents(text: string): string {
    const { documents, organisation } = this.#model.report;
    const latest = this.#model.report.sections.findLast(({ year }) => year === this.#from);
    const publisher = documents.get(latest?.data.source.document ?? '')?.publisher ?? organisation.name;
    const yaml = new YamlText(text);
    yaml.insert(['documents'], yaml.count(['documents']), {
      id: this.#plan, title: this.#title((tag) => organisation.name[tag] ?? ''), publisher: { ...publisher } as Readonly<Record<string, string>>, published: yearNumber(this.#year),
    });
    return yaml.text;
  }

  /** The plan speaks of the day that results are known up to: it must not make last year's targets due. */
  report(): string {
    const { startMonth } = this.#model.report.organisation.fiscalYear;
    const published = `${this.#year.slice(2)}-${String(startMonth).padStart(2, '0')}`;
    const value = {
      year: this.#year,
      reports: [{ id: this.#plan, kind: 'plan', title: this.#title(() => ''), asOf: this.#model.known, published, document: this.#plan }],
    };
    return this.#print('report-year', value, [
      [['reports', 0], COMMENTS.report],
    ]);
  }

  sections(): { readonly section: SectionScaffold; readonly text: string }[] {
    return this.#model.report.sections.filter(({ year }) => year === this.#from).map((section) => this.#section(section));
  }

  #section(section: LoadedSection): { section: SectionScaffold; text: string } {
    const { data } = section;
    const measures = data.measures.map((measure) => ({ measure, clauses: measure.clauses.filter((clause) => isOfThisYear(clause, section)) }))
      .filter(({ clauses }) => clauses.length > 0);
    const issues = (data.issues ?? []).map((issue) => ({ issue, measure: nearestMeasure(issue, measures.map(({ measure }) => measure)) }));
    const targets = new Map((data.targets ?? []).filter(({ year }) => year === this.#from).map((target) => [target.id, target]));
    const comments: [Path, string][] = [];
    const kept: Target[] = [];
    const source = { document: this.#plan };
    const value: { [key: string]: Yaml } = {
      section: data.section, report: this.#plan, source,
      measures: measures.map(({ measure, clauses }, m) => {
        const beside = issues.filter((each) => each.measure === measure).map(({ issue }) => issue);
        if (beside.length > 0) comments.push([['measures', m], [COMMENTS.issues, ...beside.map((issue) => bullet(issue.text))].join('\n')]);
        return {
          id: measure.id, title: { ...measure.title },
          clauses: clauses.map((clause, c) => {
            if (clause.plan) comments.push([['measures', m, 'clauses', c], [this.#lastYear(), bullet(clause.plan)].join('\n')]);
            const own = (clause.targets ?? []).flatMap((id) => targets.get(id) ?? []);
            kept.push(...own.filter((target) => !kept.includes(target)));
            return {
              id: clause.id, ...(own.length > 0 ? { targets: own.map(({ id }) => this.#targetId(id)) } : {}),
              from: { relation: 'continues', of: [refOf(this.#from, data.section, clause.id)] },
            };
          }),
        };
      }),
    };
    const rest = issues.filter(({ measure }) => !measure).map(({ issue }) => issue);
    if (rest.length > 0) comments.push([['measures'], [COMMENTS.issues, ...rest.map((issue) => bullet(issue.text))].join('\n')]);
    if (kept.length > 0) {
      value['targets'] = kept.map((target, t) => {
        const title = this.#targetTitle(target, data.measures);
        const said = isDeepStrictEqual(title, { ...target.title }) ? [] : [bullet(target.title)];
        comments.push([['targets', t], [this.#lastYear(), ...said, bullet(target.wording), `- ${JSON.stringify(target.rule)}`].join('\n')]);
        return this.#target(target, title);
      });
    }
    const [, , name = ''] = section.file.split('/');
    const { outline } = this.#model.report;
    const entry = outline.parts.flatMap(({ sections }) => sections).find(({ id }) => id === data.section);
    const title: Partial<Name> = entry ? titleIn(entry, this.#year) : {};
    return {
      text: this.#print('section-year', value, comments),
      section: {
        file: `data/${this.#year.slice(2)}/${name}`, clauses: measures.reduce((sum, { clauses }) => sum + clauses.length, 0),
        targets: kept.map(({ id }) => this.#targetId(id)), title: { ja: title['ja'] ?? data.section, en: title['en'] ?? data.section },
        issues: issues.map(({ issue, measure }) => ({ text: this.#plainly(issue.text), ...(measure ? { measure: measure.id } : {}) })),
      },
    };
  }

  /** For a list that people read: years and terms in words; a figure stays the reference that it is. */
  #plainly(text: Text): Localized {
    const { languages, glossary, organisation: { fiscalYear } } = this.#model.report;
    const say = (tongue: Tongue): string => {
      const tag = text[tongue] === undefined ? languages.text : tongue;
      return splitProse(text[tag] ?? '').map(({ raw, reference }) => {
        if (reference?.kind === 'link' && reference.to === 'term') return glossary.get(reference.id)?.term[tag] ?? raw;
        if (reference?.kind === 'period' && reference.period.startsWith('FY')) return formatFiscalYear(reference.period, STYLES[isTongue(tag) ? tag : 'en'], fiscalYear);
        return reference?.kind === 'number' || reference?.kind === 'ruby' ? reference.text : raw;
      }).join('').replace(/\s+/g, ' ').trim();
    };
    return { ja: say('ja'), en: say('en') };
  }

  /** A target without a figure is shown as such: it is judged once its rule is written. */
  #target({ id, rule }: Target, title: Name): Yaml {
    const indicator = 'indicator' in rule ? rule.indicator : undefined;
    return {
      id: this.#targetId(id), title: { ...title }, wording: this.#inLanguages(OPEN_TARGET(this.#year), [this.#model.report.languages.text]),
      year: this.#year, rule: { rule: 'qualitative', ...(indicator ? { indicator } : {}) }, official: { says: 'not_stated' },
      source: { document: this.#plan },
    };
  }

  /** What is aimed at, and for how much later a year; how far was last year’s promise, so that such a title gives way to what is measured. */
  #targetTitle({ id, title, rule }: Target, measures: readonly Measure[]): Name {
    const promised = numbersIn(JSON.stringify(rule));
    if (!Object.values(title).some((text) => [...numbersIn(text)].some((number) => promised.has(number)))) return this.#nextYears(title);
    const { report } = this.#model;
    const indicator = 'indicator' in rule && rule.indicator ? report.indicators.get(rule.indicator) : undefined;
    const measure = measures.find(({ clauses }) => clauses.some(({ targets }) => targets?.includes(id)));
    return { ...(indicator?.data.name ?? measure?.title ?? title) };
  }

  /** 令和6年度分の納付率 → 令和7年度分の納付率 */
  #nextYears(title: Name): Name {
    const { organisation: { fiscalYear } } = this.#model.report;
    const years = Array.from({ length: 31 }, (_, back) => shiftYears(this.#from, -back));
    return Object.fromEntries(Object.entries(title).map(([tag, text]) => {
      const say = (year: string) => (isTongue(tag) ? formatFiscalYear(year, STYLES[tag], fiscalYear) : year.slice(2));
      const next = new Map(years.map((year) => [say(year), say(shiftYears(year, 1))]));
      return [tag, text.replace(new RegExp(`(?<!\\d)(?:${[...next.keys()].map(escapePattern).join('|')})(?!\\d)`, 'g'), (found) => next.get(found) ?? found)];
    }));
  }

  /** t25-01 → t26-01; an id without the year gets it. */
  #targetId(id: string): string {
    const [old, now] = [this.#from.slice(2), this.#year.slice(2)];
    const found = [[old, now], [old.slice(2), now.slice(2)]].map(([a, b]) => id.replace(new RegExp(`(?<!\\d)${a}(?!\\d)`), b ?? '')).find((each) => each !== id);
    const wanted = found ?? `${id}-${now}`;
    return this.#model.verdictsById.has(wanted) ? `${wanted}-${now}` : wanted;
  }

  #title(before: (tag: string) => string): Readonly<Record<string, string>> {
    const { languages, organisation: { fiscalYear } } = this.#model.report;
    const words = {
      ja: (name: string) => `${name}${name === '' ? '' : ' '}${formatFiscalYear(this.#year, STYLES.ja, fiscalYear)} 計画`,
      en: (name: string) => `${formatFiscalYear(this.#year, STYLES.en, fiscalYear)} plan${name === '' ? '' : ` of ${name}`}`,
    };
    return Object.fromEntries(languages.tags.map((tag) => [tag, words[isTongue(tag) ? tag : 'en'](before(isTongue(tag) ? tag : 'en'))]));
  }

  /** In the program's own languages that the site has, and in those that must not be missing. */
  #inLanguages(text: Localized, needed: readonly string[]): Yaml {
    return Object.fromEntries(this.#model.report.languages.tags.flatMap((tag) =>
      isTongue(tag) ? [[tag, text[tag]]] : needed.includes(tag) ? [[tag, text.en]] : []));
  }

  #lastYear(): string {
    const { fiscalYear } = this.#model.report.organisation;
    return `${formatFiscalYear(this.#from, STYLES.ja, fiscalYear)} / ${formatFiscalYear(this.#from, STYLES.en, fiscalYear)}:`;
  }

  #print(schema: string, value: Yaml, comments: readonly (readonly [Path, string])[]): string {
    const document = new Document(value);
    for (const [path, comment] of comments) {
      const node = document.getIn(path, true);
      if (isNode(node)) node.commentBefore = comment.split('\n').map((line) => ` ${line}`).join('\n');
    }
    document.commentBefore = ` yaml-language-server: $schema=../schema/${schema}.json`;
    return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(/^(# yaml-language-server[^\n]*\n)\n/, '$1');
  }
}

/** A clause of another report of the year, such as a plan item that was dropped, goes no further. */
function isOfThisYear(clause: Clause, { data }: LoadedSection): boolean {
  return clause.report === undefined || reportsOf(data).includes(clause.report);
}

/** The measure that an issue is headed by, or whose title its heading is most like. */
function nearestMeasure({ heading, text }: Issue, measures: readonly Measure[]): Measure | undefined {
  const words = (value: Text | undefined) => Object.values(value ?? {})[0] ?? '';
  const ranked = measures.map((measure) => ({ measure, likeness: Math.max(likenessOf(words(heading), words(measure.title)), likenessOf(words(text), words(measure.title))) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  return ranked[0] && ranked[0].likeness >= 0.2 ? ranked[0].measure : undefined;
}

function numbersIn(text: string): Set<string> {
  return new Set(text.normalize('NFKC').match(/\d[\d,.]*/g) ?? []);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** In every language that it is in, a line each. */
function bullet(text: Text): string {
  return Object.values(text).map((words) => `- ${words.replace(/\s+/g, ' ').trim()}`).join('\n');
}

const COMMENTS = {
  report: 'asOf は計画の日付、published は公表の年月に書き換えます / asOf: the day of the plan; published: when it is published',
  issues: 'この施策で答える前年度の課題 / last year’s issues, to be answered here:',
};

const OPEN_TARGET = (year: string): Localized => ({
  ja: `{${year}}の目標は、計画に定められた後に記載します。`,
  en: `The target for {${year}} will be entered once the plan sets it.`,
});
