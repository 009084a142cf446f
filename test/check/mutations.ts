import type { DataFile } from '../../src/load/files.ts';
import { oneOf } from '../../src/mutation/random.ts';
import type { Random } from '../../src/mutation/random.ts';

type Edit = (lines: string[], at: number, random: Random) => string[];

/** Slips of a hand: at a line, or at a character of it. */
const EDITS: Readonly<Record<string, Edit>> = {
  'delete a line': (lines, at) => lines.toSpliced(at, 1),
  'double a line': (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  'swap two lines': (lines, at) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  'swap two characters': (lines, at, random) =>
    onLine(lines, at, (line) => {
      const place = Math.floor(random() * line.length);
      return line.slice(0, place) + (line[place + 1] ?? '') + (line[place] ?? '') + line.slice(place + 2);
    }),
  'delete a character': (lines, at, random) =>
    onLine(lines, at, (line) => {
      const place = Math.floor(random() * line.length);
      return line.slice(0, place) + line.slice(place + 1);
    }),
  'insert a character': (lines, at, random) =>
    onLine(lines, at, (line) => {
      const place = Math.floor(random() * line.length);
      return line.slice(0, place) + oneOf(STRAY, random) + line.slice(place);
    }),
  'shift a line': (lines, at, random) =>
    onLine(lines, at, (line) => (random() < 0.5 ? ` ${line}` : line.replace(/^ /, ''))),
  'cut the file short': (lines, at) =>
    lines.slice(0, at + 1).map((line, index) => (index === at ? line.slice(0, line.length / 2) : line)),
};

const STRAY = [
  '"',
  "'",
  ':',
  ': ',
  '#',
  ' #',
  '{',
  '}',
  '[',
  ']',
  ',',
  '&',
  '*',
  '!',
  '%',
  '@',
  '-',
  '|',
  '>',
  '\t',
  '\u3000',
  '：',
  '０',
  '9',
  '@FY2',
  '\\',
  '\r',
  '\u0000',
  '~',
  '?',
  '? ',
];

function onLine(lines: string[], at: number, edit: (line: string) => string): string[] {
  return lines.with(at, edit(lines[at] ?? ''));
}

export interface Mutation {
  readonly what: string;
  readonly files: readonly DataFile[];
}

/** A body of data with one slip in it. */
export function mutate(files: readonly DataFile[], random: Random): Mutation {
  const index = Math.floor(random() * files.length);
  const { file, bytes } = files[index]!;
  const lines = new TextDecoder().decode(bytes).split('\n');
  const name = oneOf(Object.keys(EDITS), random);
  const at = Math.floor(random() * (lines.length - 1));
  const text = EDITS[name]!(lines, at, random).join('\n');
  return {
    what: `${name} at ${file}:${at + 1}`,
    files: files.with(index, { file, bytes: new TextEncoder().encode(text) }),
  };
}
