import { formatChange, formatFigure, formatQuantity } from '../format/quantity.ts';
import { formatDay, formatPeriod } from '../format/time.ts';
import type { Calendar, TimeSense } from '../format/time.ts';
import { filePath, page, pagePath } from '../i18n/paths.ts';
import { translate } from '../i18n/strings.ts';
import type { StringKey } from '../i18n/strings.ts';
import type { Locale, Localized } from '../locale.ts';
import type { LoadedIndicator, LoadedText } from '../load/report.ts';
import { localise } from '../prose/localise.ts';
import type { Reference } from '../prose/reference.ts';
import { renderInline, renderPlain, renderProse } from '../prose/render.ts';
import type { Resolved } from '../prose/render.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import type { Source, Text } from '../schema/text.ts';
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
  readonly locale: Locale;
  readonly base: string;
  readonly #paper: boolean;

  /** `paper`: cross references lead inside the document, not to other pages. */
  constructor(model: ReportModel, locale: Locale, base: string, paper = false) {
    this.model = model;
    this.locale = locale;
    this.base = base;
    this.#paper = paper;
  }

  get calendar(): Calendar {
    return this.model.report.organisation.fiscalYear;
  }

  t(key: StringKey, ...values: readonly (string | number)[]): string {
    return translate(this.locale, key, ...values);
  }

  /** A word of a vocabulary, or a name of the data. */
  pick(text: Localized | Text): string {
    return text[this.locale] ?? text.ja ?? '';
  }

  path(address: string): string {
    return pagePath(this.base, this.locale, address);
  }

  file(name: string): string {
    return filePath(this.base, name);
  }

  /** The word of a unit: 事業所 / establishments. */
  unit(id: string): string {
    return this.model.report.units.get(id)?.label[this.locale].other ?? id;
  }

  figure(figure: Figure): string {
    return formatFigure(figure, this.locale, this.model.report.units);
  }

  quantity(quantity: Quantity): string {
    return formatQuantity(quantity, this.locale, this.model.report.units);
  }

  changeWords(change: Quantity, of?: string): string {
    const { units } = this.model.report;
    return formatChange(change, this.locale, units, of === undefined ? undefined : units.get(of)?.kind);
  }

  period(period: string, sense: TimeSense): string {
    return formatPeriod(period, sense, this.locale, this.calendar);
  }

  /** A period said of an indicator: 令和6年度末 of a stock, 令和6年度 of a rate. */
  periodOf(indicator: LoadedIndicator, at: string): string {
    return this.period(at, senseOf(indicator));
  }

  day(day: string): string {
    return formatDay(day, this.locale, this.calendar);
  }

  prose(text: Text, section?: LoadedText): Html {
    return this.#render(text, section, renderProse);
  }

  inline(text: Text, section?: LoadedText): Html {
    return this.#render(text, section, renderInline);
  }

  plain(text: Text, section?: LoadedText): string {
    const { text: chosen, lang } = localise(text, this.locale);
    return renderPlain(chosen, (reference) => this.in(lang).resolve(reference, section));
  }

  #render(text: Text, section: LoadedText | undefined, render: typeof renderProse): Html {
    const { text: chosen, lang } = localise(text, this.locale);
    return { html: render(chosen, (reference) => this.in(lang).resolve(reference, section)), lang };
  }

  /** The same edition in another language, for texts that are not translated. */
  in(locale: Locale): Edition {
    return locale === this.locale ? this : new Edition(this.model, locale, this.base, this.#paper);
  }

  source(source: Source): string {
    const document = this.model.report.documents.get(source.document);
    const title = document ? this.pick(document.title) : source.document;
    const place = source.page === undefined ? source.line === undefined ? '' : this.t('line', source.line) : this.#page(source.page);
    if (place === '') return title;
    return this.locale === 'ja' ? `「${title}」${place}` : `${title}, ${place}`;
  }

  #page(page: number | string): string {
    if (typeof page === 'number') return this.t('page', page);
    if (this.locale === 'ja') return page;
    return page.normalize('NFKC')
      .replace(/^参考資料\s*P?/, 'reference data, p. ').replace(/p\. (\d+)–P?(\d+)$/, 'pp. $1–$2')
      .replace(/^別表\s*/, 'appendix table ')
      .replace(/^([IVX]+-\d+|\d+)(?:\.\P{ASCII}+)?$/u, 'section $1');
  }

  resolve(reference: Reference, section?: LoadedText): Resolved | undefined {
    switch (reference.kind) {
      case 'number': return { text: this.#number(reference.text) };
      case 'period': return { text: this.#periodText(reference.period, reference.as) };
      case 'link': return this.#link(reference.to, reference.id, section);
      case 'figure': return this.#figureText(reference, section);
    }
  }

  /** {1万} → 1万 / 10,000 */
  #number(text: string): string {
    if (this.locale === 'ja') return text;
    const power = { 千: 3, 万: 4, 億: 8, 兆: 12 }[text.at(-1) ?? ''];
    if (power === undefined) return text;
    return new Decimal(text.slice(0, -1).replace(/,/g, '')).times(`1e${power}`).toFixed().replace(/\B(?=(\d{3})+$)/g, ',');
  }

  #periodText(period: string, as: 'point' | 'span'): string {
    const text = this.period(period, as);
    return this.locale === 'en' && text.startsWith('end of ') ? `the ${text}` : text;
  }

  #figureText({ id, at, as }: Extract<Reference, { kind: 'figure' }>, section?: LoadedText): Resolved | undefined {
    const found = findFigure(this.model.report, at === undefined ? id : `${id}@${at}`, section);
    if (!found) return undefined;
    const { origin } = found;
    if (origin.kind === 'section') {
      if (!isQuantity(found.figure)) return { text: this.figure(found.figure) };
      return { text: this.#form(found.figure, found.figure, as) };
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
    return this.locale === 'ja' ? `注${number}` : `Note ${number}`;
  }

  /** In brackets, as the language writes them. */
  bracket(text: string): string {
    return this.locale === 'ja' ? `（${text}）` : `(${text})`;
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
