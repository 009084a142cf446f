import { computeAnew } from '../cache/remember.ts';
import type { Remember } from '../cache/remember.ts';
import { alphabetOf } from '../format/alphabet.ts';
import { groupDigits } from '../format/number.ts';
import { formatChange, formatFigure, formatQuantity, inWords } from '../format/quantity.ts';
import { formatDay, formatPeriod, formatPeriodInText, isEnd } from '../format/time.ts';
import type { Calendar, TimeSense } from '../format/time.ts';
import type { Style } from '../format/style.ts';
import { filePath, page, pagePath } from '../i18n/paths.ts';
import { markBorrowed } from '../i18n/borrowed.ts';
import { placeIn } from '../format/place.ts';
import { LANGUAGES, sayIn } from '../i18n/language.ts';
import type { Language, Say, Vocabulary, WordOf } from '../i18n/language.ts';
import type { StringKey } from '../i18n/strings.ts';
import type { Locale } from '../locale.ts';
import { keeper } from '../cache/kept-by.ts';
import type { LoadedIndicator, LoadedText } from '../load/report.ts';
import { localise } from '../prose/localise.ts';
import type { Reference } from '../prose/reference.ts';
import { renderInline, renderPlain, renderProse } from '../prose/render.ts';
import type { Resolved } from '../prose/render.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import { labelIn } from '../quantity/unit.ts';
import type { Source, Text } from '../schema/text.ts';
import { MAIN_FAMILY, familyOf } from '../fonts/families.ts';
import { changeOf, shownChange } from '../derive/change.ts';
import { findFigure, findObservation } from '../derive/figures.ts';
import { findSection } from '../derive/model.ts';
import type { ReportModel } from '../derive/model.ts';

/** Prose in the page's language, or in the language that it exists in. */
export interface Html {
  readonly html: string;
  readonly lang: Locale;
}

/** The model in one language: everything that a page needs to speak. Pure. */
export class Edition {
  readonly model: ReportModel;
  readonly language: Language;
  /** All languages of the site, in their order. */
  readonly languages: readonly Language[];
  readonly base: string;
  readonly remember: Remember;
  readonly #paper: boolean;
  readonly #speaking = new Map<Locale, Edition>();
  // The same figures and texts stand on many pages.
  readonly #printed = new WeakMap<Quantity, string>();
  readonly #prose = keeper<Text, Html>();
  readonly #inline = keeper<Text, Html>();
  readonly #plain = keeper<Text, string>();

  /** `paper`: cross references lead inside the document, not to other pages. */
  constructor(
    model: ReportModel, locale: Locale, base: string, paper = false, languages: readonly Language[] = Object.values(LANGUAGES),
    remember: Remember = computeAnew,
  ) {
    const language = languages.find(({ tag }) => tag === locale);
    if (!language) throw new RangeError(`not a language of the site: ${locale}`);
    this.model = model;
    this.language = language;
    this.say = sayIn(language);
    this.languages = languages;
    this.base = base;
    this.#paper = paper;
    this.remember = remember;
  }

  /** The tag of its language. */
  get locale(): Locale {
    return this.language.tag;
  }

  /** The typeface that its texts are set in on paper. */
  get family(): string {
    return familyOf(this.locale, this.#ownTypefaces);
  }

  /** Whether a language of the site is set in another typeface than the others: pages link a stylesheet for them. */
  get hasFamilies(): boolean {
    return this.languages.some(({ tag }) => familyOf(tag, this.#ownTypefaces) !== MAIN_FAMILY);
  }

  get #ownTypefaces() {
    return new Set([...this.model.report.languageFiles].filter(([, { data }]) => data.typeface).map(([tag]) => tag));
  }

  get style(): Style {
    return this.language.style;
  }

  /** The languages that it is not in. */
  get others(): readonly Language[] {
    return this.languages.filter((language) => language !== this.language);
  }

  get calendar(): Calendar {
    return this.model.report.organisation.fiscalYear;
  }

  t(key: StringKey, ...values: readonly (string | number)[]): string {
    const text = this.say(key, ...values);
    const { borrowed } = this.language;
    return borrowed?.strings.has(key) ? markBorrowed(text, borrowed.from) : text;
  }

  /** The same for a drawing or a sentence, which cannot say what language it is in. */
  readonly say: Say;

  /** A word for a value of one of the data's own vocabularies. */
  word<V extends Vocabulary>(vocabulary: V, value: WordOf<V>): string {
    return this.language.words[vocabulary][value];
  }

  /** A name of the data, or a word in the program's own languages. */
  pick(text: Text): string {
    return text[this.locale] ?? text[this.#textLanguage] ?? Object.values(text)[0] ?? '';
  }

  get #textLanguage(): Locale {
    return this.model.report.languages.text;
  }

  path(address: string): string {
    return pagePath(this.base, this.locale, address);
  }

  file(name: string): string {
    return filePath(this.base, name);
  }

  /** The word of a unit: 事業所 / establishments. */
  unit(id: string): string {
    const unit = this.model.report.units.get(id);
    return unit ? labelIn(unit, this.locale).other : id;
  }

  /** In the order of a dictionary. */
  inAlphabet<T>(entries: Iterable<T>, nameOf: (entry: T) => string): T[] {
    const compare = alphabetOf(this.locale);
    return [...entries].sort((one, other) => compare(nameOf(one), nameOf(other)));
  }

  /** How many there are: 1,988. */
  count(number: number): string {
    return groupDigits(String(number), this.style.numbers);
  }

  figure(figure: Figure): string {
    return isQuantity(figure) ? this.quantity(figure) : formatFigure(figure, this.style, this.model.report.units);
  }

  quantity(quantity: Quantity): string {
    const printed = this.#printed.get(quantity) ?? formatQuantity(quantity, this.style, this.model.report.units);
    this.#printed.set(quantity, printed);
    return printed;
  }

  /** 約45件: what is computed from figures that are only near. */
  about(text: string): string {
    return inWords('about', text, this.style);
  }

  changeWords(change: Quantity, of?: string): string {
    const { units } = this.model.report;
    return formatChange(change, this.style, units, of === undefined ? undefined : units.get(of)?.kind);
  }

  period(period: string, sense: TimeSense): string {
    return formatPeriod(period, sense, this.style, this.calendar);
  }

  /** A year as the name of a page, a link or a choice. */
  yearName(year: string): string {
    return this.capitalise(this.period(year, 'span'));
  }

  /** Rows and names begin with a capital letter where the language has it so. */
  capitalise(text: string): string {
    return this.style.capitals ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  }

  /** When: 令和6年度末 / at the end of FY2024, in September 2025. */
  when(period: string, sense: TimeSense): string {
    const key = isEnd(period, sense) ? 'atEndOf' : /-\d\d-/.test(period) ? 'onDay' : 'inPeriod';
    return this.t(key, this.period(period, sense));
  }

  /** A period said of an indicator: 令和6年度末 of a stock, 令和6年度 of a rate. */
  periodOf(indicator: LoadedIndicator, at: string): string {
    return this.period(at, senseOf(indicator));
  }

  day(day: string): string {
    return formatDay(day, this.style, this.calendar);
  }

  prose(text: Text, section?: LoadedText): Html {
    return this.#prose(text, [section], () => this.#render(text, section, renderProse));
  }

  inline(text: Text, section?: LoadedText): Html {
    return this.#inline(text, [section], () => this.#render(text, section, renderInline));
  }

  plain(text: Text, section?: LoadedText): string {
    return this.#plain(text, [section], () => {
      const { text: chosen, lang } = localise(text, this.locale, this.#textLanguage);
      return renderPlain(chosen, (reference) => this.in(lang).resolve(reference, section));
    });
  }

  #render(text: Text, section: LoadedText | undefined, render: typeof renderProse): Html {
    const { text: chosen, lang } = localise(text, this.locale, this.#textLanguage);
    return { html: render(chosen, (reference) => this.in(lang).resolve(reference, section)), lang };
  }

  /** The same edition in another language, for texts that are not translated. */
  in(locale: Locale): Edition {
    if (locale === this.locale) return this;
    const made = this.#speaking.get(locale) ?? new Edition(this.model, locale, this.base, this.#paper, this.languages, this.remember);
    this.#speaking.set(locale, made);
    return made;
  }

  source(source: Source): string {
    const document = this.model.report.documents.get(source.document);
    const title = document ? this.pick(document.title) : source.document;
    const place = source.page === undefined ? source.line === undefined ? '' : this.t('line', source.line) : this.#page(source.page);
    if (place === '') return title;
    return this.t('sourceAt', title, place);
  }

  #page(page: number | string): string {
    if (typeof page === 'number') return this.t('page', page);
    return placeIn(page, this.locale, this.model.report.places);
  }

  resolve(reference: Reference, section?: LoadedText): Resolved | undefined {
    switch (reference.kind) {
      case 'number': return { text: this.#number(reference.text) };
      case 'month': return { text: this.style.dates.monthName(reference.month) };
      case 'period': return { text: this.#periodText(reference.period, reference.as) };
      case 'link': return this.#link(reference.to, reference.id, section);
      case 'figure': return this.#figureText(reference, section);
    }
  }

  /** {1万} → 1万 / 10,000; {1,000.5} → 1 000,5 where the language parts digits so */
  #number(text: string): string {
    const { scales, group, decimal } = this.style.numbers;
    if (scales.by === 'printed') return text;
    const power = { 千: 3, 万: 4, 億: 8, 兆: 12 }[text.at(-1) ?? ''];
    if (power === undefined) return /^\d{1,3}(,\d{3})*(\.\d+)?$/.test(text) ? text.replace(/[,.]/g, (mark) => (mark === ',' ? group : decimal)) : text;
    return new Decimal(text.slice(0, -1).replace(/,/g, '')).times(`1e${power}`).toFixed().replace(/\B(?=(\d{3})+$)/g, group);
  }

  #periodText(period: string, as: 'point' | 'span'): string {
    return formatPeriodInText(period, as, this.style, this.calendar);
  }

  #figureText({ id, at, as }: Extract<Reference, { kind: 'figure' }>, section?: LoadedText): Resolved | undefined {
    const found = findFigure(this.model.report, at === undefined ? id : `${id}@${at}`, section);
    if (!found) return undefined;
    const { origin } = found;
    if (origin.kind === 'section') {
      if (!isQuantity(found.figure)) return { text: this.figure(found.figure) };
      return { text: this.#form(found.figure, found.figure, as) };
    }
    if (origin.kind === 'finance') {
      const href = this.#paper ? {} : { href: `${this.path(page.financeYear(origin.finance.year))}#${origin.anchor}`, className: 'figure' };
      return { text: isQuantity(found.figure) ? this.#form(found.figure, found.figure, as) : this.figure(found.figure), ...href };
    }
    const href = this.#paper ? undefined : `${this.path(page.indicator(origin.indicator.data.id))}#p-${origin.at}`;
    const link = href === undefined ? {} : { href, className: 'figure' };
    if (as === 'value' || as === 'size') return { text: isQuantity(found.figure) ? this.#form(found.figure, found.figure, as) : this.figure(found.figure), ...link };
    const change = changeOf(this.model.report, origin.indicator, origin.at);
    const shown = change && shownChange(change);
    return shown ? { text: this.#form(shown, shown, as, origin.indicator.data.unit), ...link } : undefined;
  }

  #form(value: Quantity, change: Quantity, as: 'value' | 'change' | 'delta' | 'size', of?: string): string {
    if (as === 'change') return this.changeWords(change, of);
    if (as === 'size') {
      const { plus: _, ...plain } = value;
      return this.quantity({ ...plain, value: plain.value.replace('-', '') });
    }
    return this.quantity(as === 'delta' && new Decimal(change.value).gt(0) ? { ...change, plus: true } : value);
  }

  #link(to: string, id: string, section?: LoadedText): Resolved | undefined {
    const { report } = this.model;
    const className = to === 'term' ? 'term' : 'reference';
    const link = (text: string, address: string, anchor: string): Resolved =>
      ({ text, className, href: this.#paper ? `#${anchor}` : this.path(address) });
    if (to === 'section') {
      const found = findSection(this.model, id, section?.year);
      return found && link(found.section.code, page.section(found.report.year, id), `section-${id}`);
    }
    if (to === 'indicator') {
      const indicator = report.indicators.get(id);
      return indicator && link(this.pick(indicator.data.name), page.indicator(id), `indicator-${id}`);
    }
    if (to === 'target') {
      const verdict = this.model.verdictsById.get(id);
      return verdict && link(this.pick(verdict.target.title), page.target(id), `target-${id}`);
    }
    if (to === 'table') return this.#tableLink(id, section);
    const term = report.glossary.get(id);
    return term && link(this.pick(term.term), `${page.glossary()}#${id}`, `term-${id}`);
  }

  #tableLink(id: string, from?: LoadedText): Resolved | undefined {
    const [sectionId = '', tableId = ''] = id.split('/');
    const found = findSection(this.model, sectionId, from?.year);
    const table = found?.section.section.data.tables?.find((each) => each.id === tableId);
    if (!found || !table) return undefined;
    const href = this.#paper ? `#table-${sectionId}-${tableId}` : `${this.path(page.section(found.report.year, sectionId))}#table-${tableId}`;
    return { text: this.pick(table.title), className: 'reference', href };
  }

  /** 注1 / Note 1 */
  noteMark(number: number): string {
    return this.t('noteMark', number);
  }

  /** In brackets, as the language writes them. */
  bracket(text: string): string {
    return this.t('bracket', text);
  }

  /** The value of an indicator at a point, in words. */
  observation(id: string, at: string): string | undefined {
    const found = findObservation(this.model.report, id, at);
    return found && this.figure(found.figure);
  }
}

export function senseOf(indicator: LoadedIndicator): TimeSense {
  return indicator.data.kind === 'stock' ? 'point' : indicator.data.kind === 'flow' ? 'span' : 'total';
}
