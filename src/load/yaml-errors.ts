import { isScalar, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { FileProblem } from './file-problems.ts';
import { EMPTY_FIGURE } from './shape-words.ts';

export interface PlacedProblem extends FileProblem {
  readonly from: number;
  readonly to: number;
}

/**
 * What the syntax errors of a file most likely mean to someone who is not a programmer.
 * A broken structure makes the parser stumble over all that follows: of such errors only the first is told,
 * and those whose line shows a slip of its own.
 */
export function explainYamlErrors(document: Document.Parsed, text: string): PlacedProblem[] {
  const told: PlacedProblem[] = [];
  let structure = false;
  for (const error of [...document.errors, ...document.warnings].slice(0, MOST)) {
    const known = slipNear(text, error.pos[0]) ?? openQuote(document, error, text) ?? ownProblem(error, text);
    if (known) told.push(known);
    else if (!structure) told.push(structureProblem(error, text));
    structure ||= !isLocal(error);
  }
  return told;
}

/** Each costs a look at the text around it; who has more has a file of another kind. */
const MOST = 100;

/** An error that leaves the rest of the file readable. */
function isLocal({ code }: YAMLError): boolean {
  return (
    code === 'TAG_RESOLVE_FAILED' ||
    code === 'BAD_SCALAR_START' ||
    code === 'BAD_DIRECTIVE'
  );
}

/** A slip that shows on the line itself, or on the one above, whose break the parser noticed too late. */
function slipNear(text: string, offset: number): PlacedProblem | undefined {
  const here = lineAround(text, offset);
  const above = here.start > 0 ? lineAround(text, here.start - 1) : undefined;
  return slipOn(here) ?? (above && slipOn(above));
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function lineAround(text: string, offset: number): Line {
  const before = text.slice(0, offset);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const end = text.slice(offset).search(/[\r\n]/);
  return { start, text: text.slice(start, end < 0 ? undefined : offset + end) };
}

function slipOn(line: Line): PlacedProblem | undefined {
  for (const { pattern, unless, problem } of SLIPS) {
    const match = pattern.exec(line.text);
    if (!match || unless?.(match)) continue;
    const lead = match[1]?.length ?? 0;
    const from = line.start + match.index + lead;
    return { from, to: from + match[0].length - lead, ...problem(match) };
  }
  return undefined;
}

interface Slip {
  /** The first group is what stands before the wrong characters. */
  readonly pattern: RegExp;
  /** Lines that only look like the slip. */
  readonly unless?: (match: RegExpExecArray) => boolean;
  readonly problem: (match: RegExpExecArray) => FileProblem;
}

const KEY = String.raw`^\s*(?:- +)*["']?[A-Za-z][\w-]*["']?`;

const SLIPS: readonly Slip[] = [
  { pattern: /^( *)\t+/, problem: () => TAB },
  { pattern: /^( *)\u3000[ \u3000]*/, problem: () => WIDE_SPACE },
  { pattern: new RegExp(`(${KEY})：`), problem: () => WIDE_COLON },
  { pattern: new RegExp(`(${KEY}):\u3000`), problem: () => WIDE_COLON_SPACE },
  {
    pattern: new RegExp(`(^\\s*(?:- +)*)([A-Za-z][\\w-]*):(?=[^\\s/:])(.*)$`),
    problem: ([, , key, value]) => NO_SPACE(`${key}: ${value}`),
  },
  { pattern: new RegExp(`(${KEY}:\\s+)(?:\\[[^\\]]*|\\{[^}]*)$`), problem: () => OPEN_BRACKET },
  { pattern: new RegExp(`(${KEY}:\\s+\\{(?:[^"'{]|"[^"]*"|'[^']*')*[^\\s{:,"'[]\\s*)\\{[^{}]*\\}`), problem: () => BRACE_WITHIN },
  { pattern: new RegExp(`(${KEY}:\\s+)[{[].*$`), unless: ([whole, lead = '']) => isClosed(whole.slice(lead.length)), problem: () => BRACE },
  { pattern: new RegExp(`(${KEY}:\\s+)-\\s*$`), problem: () => DASH },
  { pattern: new RegExp(`(${KEY}:\\s+)-\\s+\\S.*$`), problem: () => LIST_MARK },
  { pattern: new RegExp(`(${KEY}:\\s+)[%@\`].*$`), problem: () => SCALAR_START },
  { pattern: new RegExp(`(${KEY}:\\s+)([*&])[^*&].*$`), problem: ([, , mark]) => STAR(mark ?? '*') },
  { pattern: new RegExp(`(${KEY}:\\s+)("[^"]*"|'[^']*')\\s*[^\\s#].*$`), problem: () => AFTER_QUOTE },
  { pattern: new RegExp(`(${KEY}:\\s+)[^\\s"'|>{[].*?: .*$`), problem: () => COLON },
];

/** { ja: 公園, en: Parks } to the end of the line: nothing is wrong with the brackets. {20}歳 goes on behind them. */
function isClosed(value: string): boolean {
  let depth = 0;
  let quote = '';
  for (const [index, character] of [...value.trimEnd()].entries()) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return index === [...value.trimEnd()].length - 1;
    }
  }
  return false;
}

/** An open quotation mark swallows lines until the next one: the place is where it opens. */
function openQuote(document: Document.Parsed, error: YAMLError, text: string): PlacedProblem | undefined {
  if (error.code === 'MISSING_CHAR' && /quote/.test(error.message)) {
    const from = lastQuoteBefore(document, error.pos[1]);
    return from === undefined ? undefined : { from, to: endOfLine(text, from), ...QUOTE };
  }
  const lines = text
    .slice(Math.max(0, error.pos[0] - 20_000), error.pos[0])
    .split(/\r\n|\r|\n/)
    .slice(-40, -1)
    .reverse();
  const open = lines.findIndex((line) => new RegExp(`${KEY}:\\s+("[^"]*|'[^']*)$`).test(line));
  if (open < 0 || lines.slice(0, open).some((line) => /["']\s*$/.test(line))) return undefined;
  const from = text.lastIndexOf(lines[open] ?? '', error.pos[0]) + (lines[open] ?? '').search(/["']/);
  return { from, to: endOfLine(text, from), ...QUOTE };
}

function lastQuoteBefore(document: Document.Parsed, offset: number): number | undefined {
  let from: number | undefined;
  visit(document, {
    Scalar(_key, node) {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      if (quoted && node.range && node.range[0] < offset) from = Math.max(from ?? 0, node.range[0]);
    },
  });
  return from;
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

function ownProblem(error: YAMLError, text: string): PlacedProblem | undefined {
  const [from, to] = error.pos;
  const place = { from, to: Math.min(Math.max(to, from + 1), Math.max(endOfLine(text, from), from + 1)) };
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { ...place, ...TAB };
    case 'BAD_SCALAR_START':
      return { ...place, ...SCALAR_START };
    case 'MULTIPLE_DOCS':
      return { ...place, ...MULTIPLE };
    case 'TAG_RESOLVE_FAILED':
      return { ...place, ...TAG };
    case 'BAD_DIRECTIVE':
      return { ...place, ...DIRECTIVE };
    default:
      return undefined;
  }
}

/** A structure that does not add up: the line below a value is where an indentation usually went wrong. */
function structureProblem(error: YAMLError, text: string): PlacedProblem {
  const line =
    indentedUnderValue(error, text) ??
    lineAround(text, Math.min(error.pos[0], Math.max(0, text.trimEnd().length - 1)));
  const lead = /^[\s-]*/.exec(line.text)?.[0].length ?? 0;
  const from = line.start + lead;
  const place = { from, to: Math.max(from + 1, line.start + line.text.trimEnd().length) };
  const askew = askewFrom(text, line);
  return askew === undefined ? { ...place, ...INDENT } : { ...place, ...INDENT, message: ASKEW(askew) };
}

/** The number of a line further up that this one should stand below, and misses by a blank: one of the two has slipped. */
function askewFrom(text: string, line: Line): number | undefined {
  const depth = indentation(line.text);
  const above = text.slice(0, line.start).split(/\r\n|\r|\n/).slice(0, -1);
  for (let index = above.length - 1; index >= 0; index--) {
    const other = above[index] ?? '';
    const starts = startsOf(other);
    if (other.trim() === '' || starts.every((start) => start > depth + 1)) continue;
    if (starts.includes(depth) || starts.every((start) => start < depth - 1)) return undefined;
    return /^ *(?:- |[\w-]+:(?: |$))/.test(other) && index < above.length - 1 ? index + 1 : undefined;
  }
  return undefined;
}

/** Where a line below may begin to stand beside it: `  - text:` at its mark, 2, or at its key, 4. */
function startsOf(line: string): number[] {
  const marks = /^ *((?:- +)*)/.exec(line)?.[1] ?? '';
  return marks === '' ? [indentation(line)] : [indentation(line), indentation(line) + marks.length];
}

function indentation(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** `at: FY2023` with a deeper line below it: the parser blames the value, the slip is the line below. */
function indentedUnderValue({ code, message, pos: [from] }: YAMLError, text: string): Line | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' && code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  // An entry of a list that stands out from the one before: the slip is one of these two.
  if (/^\s*- /.test(lineAround(text, from).text) && /sequence/.test(message)) return undefined;
  const next = lineAround(text, Math.min(endOfLine(text, from) + 1, text.length));
  return /:(\s|$)/.test(next.text) ? next : undefined;
}

const TAB = {
  code: 'tab',
  message: { ja: '行の先頭（字下げ）にタブがあります。', en: 'A tab is used as indentation.' },
  repair: {
    ja: 'タブを消し、上の行にそろえて半角の空白を入れてください。',
    en: 'Replace it with spaces, as in the line above.',
  },
};
const WIDE_SPACE = {
  code: 'full-width-space',
  message: {
    ja: '行の先頭（字下げ）に全角の空白があります。',
    en: 'A full-width space is used as indentation.',
  },
  repair: {
    ja: '全角の空白を消し、上の行にそろえて半角の空白を入れてください。',
    en: 'Replace it with plain spaces, as in the line above.',
  },
};
const WIDE_COLON = {
  code: 'full-width-colon',
  message: { ja: 'コロンが全角「：」です。', en: 'The colon is a full-width “：”.' },
  repair: { ja: '半角の「:」と半角の空白に直してください。', en: 'Write a plain “:” and a space.' },
};
const WIDE_COLON_SPACE = {
  code: 'full-width-space',
  message: { ja: 'コロンの後の空白が全角です。', en: 'The space after the colon is full-width.' },
  repair: { ja: '半角の空白に直してください。', en: 'Write a plain space.' },
};
const NO_SPACE = (repair: string): FileProblem => ({
  code: 'colon-space',
  message: { ja: 'コロン「:」の後に半角の空白がありません。', en: 'There is no space after the colon.' },
  repair: { ja: repair, en: repair },
});
const OPEN_BRACKET = {
  code: 'bracket',
  message: {
    ja: '開いた括弧 [ か { が、この行で閉じていません。',
    en: 'A bracket [ or { is opened and not closed on this line.',
  },
  repair: {
    ja: '] か } で閉じてください。文の中の括弧であれば、値の全体を引用符 "…" で囲みます。',
    en: 'Close it with ] or }; if it belongs to a text, put the whole value in quotes "…".',
  },
};
const BRACE_WITHIN = {
  code: 'brace',
  message: { ja: '「{ ja: …, en: … }」の中の文に {…} があります。', en: 'A text within “{ ja: …, en: … }” has {…} in it.' },
  repair: { ja: 'その文を引用符 "…" で囲むか、各言語を項目の下に字下げした行で書いてください。', en: 'Put that text in quotes "…", or write each language on a line of its own, indented below the key.' },
};
const BRACE = {
  code: 'brace',
  message: {
    ja: '値が { または [ で始まっているため、文として読めません。',
    en: 'The value begins with { or [ and so cannot be read as text.',
  },
  repair: {
    ja: '全体を引用符 "…" で囲むか、コロンの後に |- と書いて文を次の行に字下げして書いてください。',
    en: 'Put the whole value in quotes "…", or write |- after the colon and the text, indented, on the next line.',
  },
};
const DASH = {
  code: 'unreadable-figure',
  message: {
    ja: '値が横棒「-」だけでは、ゼロか、未集計か、実施なしかが分かりません。',
    en: 'A dash alone may mean zero, not yet, or not carried out.',
  },
  repair: EMPTY_FIGURE,
};
const LIST_MARK = {
  code: 'list-mark',
  message: {
    ja: 'コロンの後の「- 」は、並びの印と読まれます。',
    en: 'A “- ” after the colon is read as the mark of a list.',
  },
  repair: {
    ja: '負の数は空白を入れずに「-0.3%」か「▲0.3%」と書き、並びは次の行から書いてください。',
    en: 'Write a negative figure without the space (-0.3%), and a list from the next line on.',
  },
};
const SCALAR_START = {
  code: 'scalar-start',
  message: {
    ja: '値が %、@、` のように、引用符なしでは使えない文字で始まっています。',
    en: 'The value begins with %, @ or `, which needs quotes.',
  },
  repair: { ja: '値の全体を引用符 "…" で囲んでください。', en: 'Put the whole value in quotes "…".' },
};
const STAR = (mark: string): FileProblem => ({
  code: 'alias',
  message: {
    ja: `値が ${mark} で始まっているため、文として読めません。`,
    en: `The value begins with ${mark} and so cannot be read as text.`,
  },
  repair: { ja: '値の全体を引用符 "…" で囲んでください。', en: 'Put the whole value in quotes "…".' },
});
const AFTER_QUOTE = {
  code: 'quote',
  message: {
    ja: '閉じた引用符の後に文字が続いています。',
    en: 'There is more text after the closing quotation mark.',
  },
  repair: {
    ja: '値の全体を一組の引用符 "…" で囲むか、引用符を消してください。',
    en: 'Put the whole value in one pair of quotes "…", or remove the quotes.',
  },
};
const COLON = {
  code: 'colon',
  message: {
    ja: '文の中に「: 」（コロンと空白）があるため、どこまでが値か決められません。',
    en: 'The text has a “: ” (colon and space) in it, so that it is unclear where the value ends.',
  },
  repair: { ja: '値の全体を引用符 "…" で囲んでください。', en: 'Put the whole value in quotes "…".' },
};
const QUOTE = {
  code: 'quote',
  message: { ja: 'この引用符が閉じていません。', en: 'This quotation mark is not closed.' },
  repair: {
    ja: '値の終わりに同じ引用符を書いてください。',
    en: 'Write the same mark at the end of the value.',
  },
};
const MULTIPLE = {
  code: 'multiple-documents',
  message: {
    ja: '--- の行で文書が二つに分かれています。',
    en: 'A line --- splits the file into two documents.',
  },
  repair: {
    ja: '--- の行を消すか、ファイルを分けてください。',
    en: 'Remove the line ---, or make two files.',
  },
};
const TAG = {
  code: 'tag',
  message: {
    ja: '! で始まる値（YAML のタグ）は使えません。',
    en: 'A value that begins with ! (a YAML tag) is not allowed.',
  },
  repair: {
    ja: '値の全体を引用符 "…" で囲むか、! を消してください。',
    en: 'Put the whole value in quotes "…", or remove the !.',
  },
};
const DIRECTIVE = {
  code: 'directive',
  message: {
    ja: '行の先頭の % は YAML への指示と読まれ、使えません。',
    en: 'A line that begins with % is read as a directive of YAML, which is not allowed.',
  },
  repair: { ja: 'この行を消してください。', en: 'Remove the line.' },
};
const ASKEW = (line: number) => ({
  ja: `この行の字下げが ${line} 行目とそろっていないため、ここから先の構造が読めません。`,
  en: `The indentation does not match that of line ${line}: the structure cannot be read from here on.`,
});
const INDENT = {
  code: 'indentation',
  message: {
    ja: 'この行か上の行の字下げ、または記号が正しくないため、ここから先の構造が読めません。',
    en: 'The indentation or a mark on this line, or on the one above, is wrong: the structure cannot be read from here on.',
  },
  repair: {
    ja: '同じまとまりの行と行の先頭をそろえ、「項目: 値」か「- 」の形になっているか確かめてください。',
    en: 'Align it with the other lines of its block, and check that it has the form “key: value” or “- ”.',
  },
};
