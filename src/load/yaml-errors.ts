import type { YAMLError } from 'yaml';
import type { Localized } from '../locale.ts';

interface Explanation {
  readonly code: string;
  /** Where to point instead of where the parser gave up. */
  readonly at?: number;
  readonly message: Localized;
  readonly repair: Localized;
}

/** What a syntax error most likely means to someone who is not a programmer. */
export function explainYamlError(error: YAMLError, text: string): Explanation {
  const line = lineAround(text, error.pos[0]);
  if (error.code === 'DUPLICATE_KEY') return { code: 'duplicate-key', ...DUPLICATE(/^\s*(?:- )*([^:]+)/.exec(line)?.[1]?.trim() ?? '') };
  if (error.code === 'TAB_AS_INDENT') return { code: 'tab', ...TAB };
  if (/^\s*(?:- )?[\w-]+:\s+[{[]/.test(line) && error.code !== 'MULTIPLE_DOCS') return { code: 'brace', ...BRACE };
  if (error.code === 'MISSING_CHAR' && /quote/.test(error.message)) return { code: 'quote', ...QUOTE };
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' || error.code === 'MULTILINE_IMPLICIT_KEY') return { code: 'colon', ...COLON };
  if (error.code === 'BAD_SCALAR_START') return { code: 'scalar-start', ...SCALAR_START };
  if (error.code === 'MULTIPLE_DOCS') return { code: 'multiple-documents', ...MULTIPLE };
  if (error.code === 'TAG_RESOLVE_FAILED') return { code: 'tag', ...TAG };
  return { code: 'yaml-syntax', ...SYNTAX };
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}

const DUPLICATE = (key: string) => ({
  message: { ja: `キー「${key}」が二度書かれています。`, en: `The key “${key}” is written twice.` },
  repair: { ja: 'どちらか一方を消してください。', en: 'Remove one of them.' },
});
const TAB = {
  message: { ja: '字下げにタブが使われています。', en: 'A tab is used as indentation.' },
  repair: { ja: '半角の空白に置き換えてください。', en: 'Replace it with spaces.' },
};
const BRACE = {
  message: { ja: '値が { または [ で始まっているため、文として読めません。', en: 'The value begins with { or [ and so cannot be read as text.' },
  repair: { ja: '全体を引用符 "…" で囲むか、キーの後に |- と書いて次の行から書いてください。', en: 'Put it in quotes "…", or write |- after the key and the text on the next line.' },
};
const QUOTE = {
  message: { ja: '引用符が閉じていません。', en: 'A quotation mark is not closed.' },
  repair: { ja: '開いた引用符と同じ引用符で閉じてください。', en: 'Close it with the same mark that opened it.' },
};
const COLON = {
  message: { ja: '字下げ、または文の中の「: 」（コロンと空白）のために構造が読めません。', en: 'The structure is unclear because of the indentation or of a “: ” (colon and space) inside a text.' },
  repair: { ja: '上の行と字下げをそろえるか、文全体を引用符 "…" で囲んでください。', en: 'Align the indentation with the line above, or put the whole text in quotes "…".' },
};
const SCALAR_START = {
  message: { ja: '値が % や @ や ` など、引用符なしでは使えない文字で始まっています。', en: 'The value begins with a character such as %, @ or ` that needs quotes.' },
  repair: { ja: '値を引用符 "…" で囲んでください。', en: 'Put the value in quotes "…".' },
};
const MULTIPLE = {
  message: { ja: '一つのファイルに文書が二つあります（--- の行）。', en: 'There are two documents in one file (a line ---).' },
  repair: { ja: '--- の行を消すか、ファイルを分けてください。', en: 'Remove the line ---, or split the file.' },
};
const TAG = {
  message: { ja: 'YAML のタグ（!）は使えません。', en: 'YAML tags (!) are not allowed.' },
  repair: { ja: '値を引用符 "…" で囲んでください。', en: 'Put the value in quotes "…".' },
};
const SYNTAX = {
  message: { ja: 'YAML として読めません。', en: 'This cannot be read as YAML.' },
  repair: { ja: 'この行と上の行の字下げ、「: 」、「- 」、引用符を確かめてください。', en: 'Check the indentation, “: ”, “- ” and quotation marks on this line and the one above.' },
};
