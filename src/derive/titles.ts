import type { Outline } from '../schema/organisation.ts';
import type { Name } from '../schema/text.ts';

type Titled = Pick<Outline['parts'][number], 'title' | 'titles'>;

/** What a part or a section was called in a year. */
export function titleIn({ title, titles = [] }: Titled, year: string): Name {
  return titles.findLast(({ from, to }) => from <= year && (to === undefined || year <= to))?.title ?? title;
}

/** The part or section as it was called then. */
export function asIn<Entry extends Titled>(entry: Entry, year: string): Entry {
  return { ...entry, title: titleIn(entry, year) };
}
