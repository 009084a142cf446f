import { COVERAGE_WORDS } from '../i18n/coverage-strings.ts';
import type { Tongue } from '../locale.ts';
import { COUNTS } from './sources.ts';
import type { Counts, Coverage } from './sources.ts';

/** The counts as a table of text: a line for each count, a column for each document and for the whole. */
export function printCoverage({ documents, total }: Coverage, locale: Tongue): string {
  const columns = [
    ...documents.map(({ document, counts }) => ({ head: document, counts })),
    { head: COVERAGE_WORDS.total[locale], counts: total },
  ];
  const labels = COUNTS.map((each) => COVERAGE_WORDS[each][locale]);
  const first = Math.max(...labels.map(widthOf), widthOf(COVERAGE_WORDS.document[locale]));
  const widths = columns.map(({ head, counts }) =>
    Math.max(widthOf(head), ...COUNTS.map((each) => text(counts, each).length)),
  );
  const line = (label: string, cells: readonly string[]) =>
    [padEnd(label, first), ...cells.map((cell, index) => padStart(cell, widths[index] ?? 0))].join('  ');
  return [
    line(COVERAGE_WORDS.document[locale], columns.map(({ head }) => head)),
    line('-'.repeat(first), widths.map((width) => '-'.repeat(width))),
    ...COUNTS.map((each, index) => line(labels[index] ?? each, columns.map(({ counts }) => text(counts, each)))),
  ].join('\n') + '\n';
}

function text(counts: Counts, each: keyof Counts): string {
  return String(counts[each]).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Columns of a terminal: a kanji takes two. */
function widthOf(words: string): number {
  return [...words].reduce((width, each) => width + (/[\u2e80-\uffef]/u.test(each) ? 2 : 1), 0);
}

function padEnd(words: string, width: number): string {
  return words + ' '.repeat(width - widthOf(words));
}

function padStart(words: string, width: number): string {
  return ' '.repeat(width - widthOf(words)) + words;
}
