import { comparableYears } from '../../derive/plan-comparison.ts';
import { viewComparison } from '../comparison.ts';
import type { ComparedItem, ComparedRowView, ComparedSection, FateKey } from '../comparison.ts';
import type { Book } from './book.ts';

/** The section of a plan beside the same section of the plan before it, with the words that differ marked. */
export interface PlanRows {
  /** 令和2年度計画 */
  readonly before: string;
  readonly after: string;
  /** 変更なし 3、変更 5 */
  readonly tally: string;
  readonly rows: readonly PlanRow[];
}

export interface PlanRow {
  /** What it is about, where the row above is about something else. */
  readonly titles: readonly string[];
  /** Of the first row of a measure: the contents lead to it. */
  readonly anchor?: string;
  readonly fate: { readonly key: FateKey; readonly text: string };
  readonly remark?: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What stands in place of a side without texts. */
  readonly missing: string;
  /** Too long to be kept on one page. */
  readonly long: boolean;
}

/** @returns undefined where there is no earlier plan, or none that says anything of this section. */
export function viewPlanRows(book: Book, section: string, year: string): PlanRows | undefined {
  const { edition } = book;
  const pair = comparableYears(edition.model.report).find(({ to }) => to === year);
  const view = pair && viewComparison(edition, pair.from, pair.to);
  const compared = view?.sections.find(({ id }) => id === section);
  if (!view || !compared || !hasBefore(compared)) return undefined;
  const measures = new Measures(section);
  return {
    before: edition.t('previousPlan', view.fromText), after: edition.t('previousPlan', view.toText),
    tally: compared.tally.map(({ text, count }) => `${text}${edition.t('wordGap')}${count}`).join(edition.t('clauseGap')),
    rows: [...viewRows(book, measures, compared.rows), ...viewUnmatched(book, measures, compared.unmatched)],
  };
}

function hasBefore({ rows, unmatched }: ComparedSection): boolean {
  return unmatched.before.length > 0 || rows.some(({ before }) => before.length > 0);
}

/** The first row of each measure gets an anchor. */
class Measures {
  readonly #section: string;
  readonly #seen = new Set<string>();

  constructor(section: string) {
    this.#section = section;
  }

  anchorOf(title: string): { readonly anchor: string } | undefined {
    if (this.#seen.has(title)) return undefined;
    this.#seen.add(title);
    return { anchor: `${this.#section}-measure-${this.#seen.size}` };
  }
}

function viewRows(book: Book, measures: Measures, rows: readonly ComparedRowView[]): PlanRow[] {
  return rows.map((row, index) => {
    const { fate, remark, missing = '' } = row;
    const [first = '', ...others] = row.measures;
    const isNew = first !== rows[index - 1]?.measures[0];
    return {
      titles: isNew ? row.measures : others, ...measures.anchorOf(first), fate, missing, ...(remark ? { remark } : {}),
      ...viewSides(book, row.before, row.after),
    };
  });
}

/** Below the others, by measure: nothing is known of where they come from or what became of them. */
function viewUnmatched(book: Book, measures: Measures, { before, after }: ComparedSection['unmatched']): PlanRow[] {
  const fate = { key: 'unmatched', text: book.edition.t('fateUnmatched') } as const;
  const titles = [...new Set([...after, ...before].map(({ measure }) => measure))];
  return titles.map((title) => ({
    titles: [title], ...measures.anchorOf(title), fate, missing: '—',
    ...viewSides(book, before.filter(({ measure }) => measure === title), after.filter(({ measure }) => measure === title)),
  }));
}

/** About eight lines: less is rather moved to the next page than split. */
const LONG = { wide: 150, narrow: 300 };

function viewSides(book: Book, before: readonly ComparedItem[], after: readonly ComparedItem[]): Pick<PlanRow, 'before' | 'after' | 'long'> {
  const lengths = [before, after].map((items) => items.reduce((sum, { html }) => sum + html.html.replace(/<[^>]*>/g, '').length, 0));
  const print = (items: readonly ComparedItem[]) => items.map(({ html }) => book.html(html));
  return { before: print(before), after: print(after), long: Math.max(...lengths) > LONG[book.edition.style.wide ? 'wide' : 'narrow'] };
}
