import { page } from '../i18n/paths.ts';
import type { StringKey } from '../i18n/strings.ts';
import type { Edition } from '../view/edition.ts';
import { placeOf } from '../view/outline.ts';
import { viewLatest } from '../view/indicator.ts';
import { viewVerdict } from '../view/verdict.ts';
import { linkTo } from '../view/mid-term.ts';
import type { Text } from '../schema/text.ts';
import type { LoadedText } from '../load/report.ts';

export const KINDS = ['indicator', 'target', 'section', 'table', 'term', 'document', 'page'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that can be found. */
export interface SearchRecord {
  readonly url: string;
  readonly kind: Kind;
  readonly title: string;
  /** Where it belongs: 令和7年度 I-2. */
  readonly context: string;
  /** The figure that answers before the page is opened: 72.7%（令和7年9月末）. */
  readonly figure?: string;
  /** All its words. */
  readonly text: string;
}

/** Everything that a reader may look for in one language. */
export function searchRecords(edition: Edition): SearchRecord[] {
  return [
    ...indicatorRecords(edition),
    ...targetRecords(edition),
    ...edition.model.years.flatMap((year) => year.sections.flatMap((section) => sectionRecords(edition, year.year, section))),
    ...midTermRecords(edition),
    ...termRecords(edition),
    ...documentRecords(edition),
    ...pageRecords(edition),
  ];
}

function indicatorRecords(edition: Edition): SearchRecord[] {
  return [...edition.model.report.indicators.values()].map((indicator) => {
    const { data } = indicator;
    const latest = viewLatest(edition, indicator);
    return {
      url: edition.path(page.indicator(data.id)),
      kind: 'indicator',
      title: edition.pick(data.name),
      context: sectionName(edition, data.section),
      ...(latest ? { figure: edition.t('figureAt', latest.figure, latest.period) } : {}),
      text: [edition.plain(data.definition), ...(data.notes ?? []).map((note) => edition.plain(note))].join('\n'),
    };
  });
}

function targetRecords(edition: Edition): SearchRecord[] {
  return [...edition.model.verdictsById.values()].map((verdict) => {
    const view = viewVerdict(edition, verdict);
    return {
      url: view.href,
      kind: 'target',
      title: view.title,
      context: edition.period(verdict.target.year, 'span'),
      figure: [view.result.text, view.summary].filter(Boolean).join(edition.t('searchGap')),
      text: edition.plain(verdict.target.wording, verdict.section),
    };
  });
}

function sectionRecords(edition: Edition, year: string, { section, entry, code, measures }: Edition['model']['years'][number]['sections'][number]): SearchRecord[] {
  const href = edition.path(page.section(year, entry.id));
  const context = `${edition.period(year, 'span')} ${code} ${edition.pick(entry.title)}`;
  const say = (texts: readonly (Text | undefined)[]) => texts.flatMap((text) => (text ? [edition.plain(text, section)] : [])).join('\n');
  return [
    { url: href, kind: 'section', title: `${code} ${edition.pick(entry.title)}`, context: edition.period(year, 'span'), text: say([section.data.summary]) },
    ...measures.flatMap((measure) =>
      measure.clauses.map((clause): SearchRecord => ({
        url: `${href}#clause-${clause.id}`,
        kind: 'section',
        title: edition.pick(measure.title),
        context,
        text: say([clause.plan, ...(clause.progress ?? []).map(({ text }) => text), ...(clause.evaluation ?? []).map(({ text }) => text)]),
      })),
    ),
    ...(section.data.issues ?? []).map((issue): SearchRecord => ({
      url: `${href}#issue-${issue.id}`, kind: 'section', title: edition.pick(issue.heading ?? entry.title), context, text: say([issue.text]),
    })),
    ...(section.data.tables ?? []).map((table): SearchRecord => ({
      url: `${href}#table-${table.id}`, kind: 'table', title: edition.pick(table.title), context,
      text: [...new Set([...table.rows.flatMap((row) => rowNames(edition, row)), ...table.columns.flatMap(({ label }) => (label ? [edition.pick(label)] : []))])].join(edition.t('listGap')),
    })),
  ];
}

function rowNames(edition: Edition, row: { readonly label?: Text | undefined; readonly indicator?: string | undefined; readonly group?: Text | undefined }): string[] {
  const indicator = row.indicator === undefined ? undefined : edition.model.report.indicators.get(row.indicator);
  return [row.group, row.label ?? indicator?.data.name].flatMap((name) => (name ? [edition.pick(name)] : []));
}

function midTermRecords(edition: Edition): SearchRecord[] {
  return edition.model.midTerms.flatMap((midTerm) => {
    const { title, href } = linkTo(edition, midTerm);
    const { data } = midTerm.plan;
    const say = (text: Text, place: LoadedText = midTerm.plan) => edition.plain(text, place);
    return [
      { url: href, kind: 'section' as const, title, context: edition.t('midTermPlan'), text: data.concept.map(({ text }) => say(text)).join('\n') },
      ...data.chapters.flatMap((chapter) => [
        ...(chapter.direction ? [{ url: `${href}#${chapter.sections.join('-')}`, kind: 'section' as const, title: chapter.sections.map((id) => sectionName(edition, id, data.from)).join(' '), context: title, text: say(chapter.direction) }] : []),
        ...(chapter.measures ?? []).map((measure) => ({
          url: `${href}#${measure.id}`, kind: 'section' as const, title: edition.pick(measure.title), context: title, text: measure.items.map(({ text }) => say(text)).join('\n'),
        })),
      ]),
    ];
  });
}

function termRecords(edition: Edition): SearchRecord[] {
  return [...edition.model.report.glossary.values()].map(({ id, term, text, also }) => ({
    url: `${edition.path(page.glossary())}#${id}`, kind: 'term', title: edition.pick(term), context: edition.t('glossary'),
    text: [edition.plain(text), ...((also as Readonly<Record<string, readonly string[]>> | undefined)?.[edition.locale] ?? [])].join('\n'),
  }));
}

function documentRecords(edition: Edition): SearchRecord[] {
  return [...edition.model.report.documents.values()].map(({ id, title, publisher, note }) => ({
    url: `${edition.path(page.sources())}#${id}`, kind: 'document', title: edition.pick(title), context: edition.t('sources'),
    text: [edition.pick(publisher), ...(note ? [edition.plain(note)] : [])].join('\n'),
  }));
}

const PAGES: readonly (readonly [StringKey, () => string])[] = [
  ['targets', page.targets], ['indicators', page.indicators], ['checks', page.checks], ['glossary', page.glossary],
  ['sources', page.sources], ['about', page.about], ['openData', page.data],
];

function pageRecords(edition: Edition): SearchRecord[] {
  const title = edition.pick(edition.model.report.organisation.site.title);
  return PAGES.map(([key, address]) => ({ url: edition.path(address()), kind: 'page', title: edition.t(key), context: title, text: '' }));
}

function sectionName(edition: Edition, id: string, year?: string): string {
  const { code, title } = placeOf(edition, id, year);
  return `${code} ${title}`.trim();
}
