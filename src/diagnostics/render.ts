import { TONGUES } from '../locale.ts';
import type { Tongue } from '../locale.ts';
import type { Diagnostic } from './diagnostic.ts';
import { BYTE_ORDER_MARK, DIRECTIONS, UNSEEN } from './unseen.ts';

/** Gives the text of a file, for the frame; null when it cannot be had. */
export type ReadText = (file: string) => string | null;

export type Format = 'text' | 'json' | 'github';
export const FORMATS: readonly Format[] = ['text', 'json', 'github'];

export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  locale: Tongue,
  readText: ReadText,
): string {
  if (format === 'json') return renderJson(diagnostics, locale);
  if (format === 'github') return diagnostics.map((diagnostic) => renderGithub(diagnostic, locale)).join('');
  return diagnostics.map((diagnostic) => renderText(diagnostic, locale, readText)).join('\n');
}

/**
 *     data/2025/np-collection.yaml:42:14  値が読めません…
 *         41 │     - at: 2020-09
 *       > 42 │       value: 6,4%
 *            │              ^^^^
 */
function renderText(diagnostic: Diagnostic, locale: Tongue, readText: ReadText): string {
  const { file, line, column, severity } = diagnostic;
  const kind = { error: { ja: '誤り', en: 'error' }, warning: { ja: '注意', en: 'warning' } }[severity][
    locale
  ];
  const text = readText(file);
  const head = `${visible(file)}:${line}:${column}  ${kind}  ${visible(sentence(diagnostic, locale))}\n`;
  return text === null ? head : head + renderFrame(diagnostic, text);
}

function renderFrame({ line, column, endLine, endColumn }: Diagnostic, text: string): string {
  const lines = linesOf(text);
  const width = String(line).length;
  const shown = lines[line - 1] ?? '';
  const end = endLine === line ? endColumn - 1 : shown.length;
  const from = windowStart(shown, column - 1);
  const before =
    line > 1 ? `    ${String(line - 1).padStart(width)} │ ${clip(lines[line - 2] ?? '', 0)}\n` : '';
  const lead = columns(clip(shown, from).slice(0, column - 1 - from + (from > 0 ? 1 : 0)));
  const length = Math.max(1, Math.min(columns(visible(shown.slice(column - 1, end))), MOST_COLUMNS - lead));
  return `${before}  > ${line} │ ${clip(shown, from)}\n    ${' '.repeat(width)} │ ${' '.repeat(lead)}${'^'.repeat(length)}\n`;
}

let lastText: { readonly text: string; readonly lines: readonly string[] } | undefined;

/** Many problems in a row are of one file: it is split once. */
function linesOf(text: string): readonly string[] {
  if (lastText?.text !== text) lastText = { text, lines: text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/) };
  return lastText.lines;
}

const MOST_COLUMNS = 120;

/** Where the shown part of a long line begins, so that the problem lies within it. */
function windowStart(line: string, at: number): number {
  if (columns(line.slice(0, at)) < MOST_COLUMNS - 40) return 0;
  let from = at;
  while (from > 0 && columns(line.slice(from - 1, at)) <= MOST_COLUMNS / 3) from -= 1;
  return isSecondHalf(line, from) ? from + 1 : from;
}

/** The second half of a character that takes two UTF-16 units. */
function isSecondHalf(line: string, index: number): boolean {
  return /[\uDC00-\uDFFF]/.test(line.charAt(index));
}

/** A frame is for the eye: a line of a megabyte is not. */
function clip(line: string, from: number): string {
  let to = from;
  for (let width = 0; to < line.length && width < MOST_COLUMNS; to++) width += columnsOf(line.charAt(to));
  if (isSecondHalf(line, to)) to += 1;
  return visible(`${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`);
}

const OBEYED = new RegExp(String.raw`[\p{Cc}${UNSEEN}${DIRECTIONS}${BYTE_ORDER_MARK}]`, 'gu');

/** Tabs and control characters are shown, not obeyed: they would move the mark, or worse. */
function visible(text: string): string {
  return text.replace(/\t/g, '→').replace(OBEYED, '·');
}

function columns(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** A Japanese character takes two columns of a terminal, a combining mark none. */
function columnsOf(character: string): number {
  if (/^[\p{Mn}\u200B-\u200D\uFEFF]$/u.test(character)) return 0;
  return /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]$/u.test(
    character,
  )
    ? 2
    : 1;
}

function renderJson(diagnostics: readonly Diagnostic[], locale: Tongue): string {
  const count = (severity: string) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const list = diagnostics.map((diagnostic) => ({ ...diagnostic, text: sentence(diagnostic, locale) }));
  return `${JSON.stringify({ errors: count('error'), warnings: count('warning'), diagnostics: list }, null, 2)}\n`;
}

/** A workflow command: GitHub shows it at the line of the pull request, to whoever looks, so in both languages. */
function renderGithub(diagnostic: Diagnostic, locale: Tongue): string {
  const { severity, file, line, endLine, column, endColumn, code } = diagnostic;
  const told = [locale, ...TONGUES.filter((tongue) => tongue !== locale)].map((tongue) => sentence(diagnostic, tongue)).join('\n');
  const property = (value: string) => data(value).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return `::${severity} file=${property(file)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn},title=${property(code)}::${data(told)}\n`;
}

function data(value: string): string {
  return value.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function sentence({ message, repair }: Diagnostic, locale: Tongue): string {
  return repair ? `${message[locale]} → ${repair[locale]}` : message[locale];
}
