import type { Found } from '../derive/figures.ts';
import type { LoadedText } from '../load/report.ts';
import type { Text } from '../schema/text.ts';
import type { Edition, Html } from './edition.ts';

/** Notes of a table, numbered in the order in which its cells call for them. */
export class Notes {
  readonly #edition: Edition;
  readonly #section: LoadedText | undefined;
  readonly #notes = new Map<string, Html>();

  constructor(edition: Edition, section?: LoadedText) {
    this.#edition = edition;
    this.#section = section;
  }

  /** The mark of what is to be said of a figure: its own note, and the waivers of it and of the change shown with it. */
  of({ origin }: Found, withChange = false): number | undefined {
    if (origin.kind === 'section') return this.#mark(origin.figure.data.note, origin.figure.data.waiver);
    if (origin.kind === 'finance') return this.#mark(origin.note, origin.waiver);
    const { note, waiver } = origin.observation.data;
    return this.#mark(note, waiver?.value ?? waiver?.also, waiver?.repeat, waiver?.share, ...(withChange ? [waiver?.change, waiver?.sign] : []));
  }

  /** The mark of a printed change that does not follow from the printed figures. */
  ofChange({ origin }: Found): number | undefined {
    return origin.kind === 'observation' ? this.#mark(origin.observation.data.waiver?.change, origin.observation.data.waiver?.sign) : undefined;
  }

  list(): { mark: number; html: Html }[] {
    return [...this.#notes.values()].map((html, index) => ({ mark: index + 1, html }));
  }

  #mark(...texts: readonly (Text | undefined)[]): number | undefined {
    const parts = texts.flatMap((text) => (text ? [this.#edition.inline(text, this.#section)] : []));
    const [first] = parts;
    if (!first) return undefined;
    const html = parts.map((part) => part.html).join(this.#edition.in(first.lang).t('sentenceGap'));
    if (!this.#notes.has(html)) this.#notes.set(html, { html, lang: first.lang });
    return [...this.#notes.keys()].indexOf(html) + 1;
  }
}
