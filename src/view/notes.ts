import type { Found } from '../derive/figures.ts';
import type { LoadedSection } from '../load/report.ts';
import type { Text } from '../schema/text.ts';
import type { Edition, Html } from './edition.ts';

/** Notes of a table, numbered in the order in which its cells call for them. */
export class Notes {
  readonly #edition: Edition;
  readonly #section: LoadedSection | undefined;
  readonly #notes = new Map<string, Html>();

  constructor(edition: Edition, section?: LoadedSection) {
    this.#edition = edition;
    this.#section = section;
  }

  /** The mark of what is to be said of a figure: its own note, or the waiver of its value. */
  of({ origin }: Found): number | undefined {
    if (origin.kind === 'section') return this.#both(origin.figure.data.note, origin.figure.data.waiver);
    const { note, waiver } = origin.observation.data;
    return this.#both(note, waiver?.value ?? waiver?.also);
  }

  /** The mark of a printed change that does not follow from the printed figures. */
  ofChange({ origin }: Found): number | undefined {
    return origin.kind === 'observation' ? this.#both(origin.observation.data.waiver?.change) : undefined;
  }

  list(): { mark: number; html: Html }[] {
    return [...this.#notes.values()].map((html, index) => ({ mark: index + 1, html }));
  }

  #both(...texts: readonly (Text | undefined)[]): number | undefined {
    const marks = texts.flatMap((text) => (text ? [this.#mark(text)] : []));
    return marks[0];
  }

  #mark(text: Text): number {
    const html = this.#edition.inline(text, this.#section);
    if (!this.#notes.has(html.html)) this.#notes.set(html.html, html);
    return [...this.#notes.keys()].indexOf(html.html) + 1;
  }
}
