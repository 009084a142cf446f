import type { Path, Problem } from '../diagnostics/problem.ts';
import { keptBy } from '../cache/kept-by.ts';
import type { Report } from '../load/report.ts';
import { isText } from '../schema/languages.ts';
import type { Languages } from '../schema/languages.ts';
import type { Text } from '../schema/text.ts';
import { problem } from './problem.ts';

/** Notes whose marks are typed by hand, and notes that stand twice in one list. */
export function checkNotes(report: Report): Problem[] {
  const files = [...report.indicators.values(), ...report.sections, ...report.finances].filter(({ incomplete }) => !incomplete);
  const { tags, text } = report.languages;
  return files.flatMap(({ file, data }) => found(data, [tags.join(), text, file], () => search(report.languages, file, data, [])));
}

const found = keptBy<object, Problem[]>();

function search(languages: Languages, file: string, value: unknown, path: Path): Problem[] {
  if (Array.isArray(value)) {
    const twice = path.at(-1) === 'notes' ? repeated(languages, file, value as Text[], path) : [];
    return [...twice, ...value.flatMap((each, index) => search(languages, file, each, [...path, index]))];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value, languages)) return marked(languages, file, value, path);
  return Object.entries(value).flatMap(([key, each]) => search(languages, file, each, [...path, key]));
}

/** A name that ends with a mark, or a note that begins with one: the numbers of notes are set by the program. */
function marked({ tags }: Languages, file: string, text: Text, path: Path): Problem[] {
  const key = path.findLast((step) => typeof step === 'string') ?? '';
  const pattern = NAMES.has(key) ? MARK_BEHIND : NOTES.has(key) ? MARK_BEFORE : undefined;
  return tags.flatMap((locale) => {
    const mark = pattern?.exec(text[locale] ?? '')?.[1];
    if (mark === undefined) return [];
    return [problem('typed-mark', file, [...path, locale], TYPED(mark), TYPED_REPAIR, 'warning')];
  });
}

const NAMES = new Set(['name', 'label', 'title', 'group']);
const NOTES = new Set(['note', 'notes']);
const MARK = '(?:[※＊†‡][\\d０-９]*|\\*\\d+|[（(]注[\\d０-９]*[）)]|注[\\d０-９]*[：:.)）]|\\(?[Nn]ote \\d+[:.)])';
const MARK_BEFORE = new RegExp(`^\\s*(${MARK})`);
const MARK_BEHIND = new RegExp(`(${MARK})\\s*$`);

function repeated({ text }: Languages, file: string, notes: readonly Text[], path: Path): Problem[] {
  return notes.flatMap((note, index) =>
    notes.findIndex((other) => other[text] === note[text]) < index
      ? [problem('note-twice', file, [...path, index, text], TWICE, TWICE_REPAIR, 'warning')]
      : [],
  );
}

const TYPED = (mark: string) => ({
  ja: `注の番号「${mark}」が書かれています。番号は自動で付きます。`,
  en: `The mark of a note, “${mark}”, is typed here. Marks are set by the program.`,
});
const TYPED_REPAIR = {
  ja: '番号を消してください。一つの値への注は、その値の note に書きます。',
  en: 'Remove it. A note on one figure goes under “note” of that figure.',
};
const TWICE = { ja: '同じ注が二度書かれています。', en: 'This note stands twice in the list.' };
const TWICE_REPAIR = { ja: '一方を消してください。', en: 'Remove one of them.' };
