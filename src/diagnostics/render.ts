import type { Locale } from '../locale.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Gives the text of a file, for the frame; null when it cannot be had. */
export type ReadText = (file: string) => string | null;

export type Format = 'text' | 'json' | 'github';
export const FORMATS: readonly Format[] = ['text', 'json', 'github'];

export function renderDiagnostics(
  diagnostics: readonly Diagnostic[], format: Format, locale: Locale, readText: ReadText,
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
function renderText(diagnostic: Diagnostic, locale: Locale, readText: ReadText): string {
  const { file, line, column, severity } = diagnostic;
  const kind = { error: { ja: '誤り', en: 'error' }, warning: { ja: '注意', en: 'warning' } }[severity][locale];
  const text = readText(file);
  const head = `${file}:${line}:${column}  ${kind}  ${sentence(diagnostic, locale)}\n`;
  return text === null ? head : head + renderFrame(diagnostic, text);
}

function renderFrame({ line, column, endLine, endColumn }: Diagnostic, text: string): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const width = String(line).length;
  const shown = lines[line - 1] ?? '';
  const length = endLine === line ? endColumn - column : shown.length - column + 1;
  const before = line > 1 ? `    ${String(line - 1).padStart(width)} │ ${clip(lines[line - 2] ?? '')}\n` : '';
  const mark = pad(shown.slice(0, column - 1)) + '^'.repeat(Math.max(1, columns(shown.substr(column - 1, length))));
  return `${before}  > ${line} │ ${clip(shown)}\n    ${' '.repeat(width)} │ ${clip(mark)}\n`;
}

/** A frame is for the eye: a line of a megabyte is not. */
function clip(line: string): string {
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/** Blanks as wide as the text: a Japanese character takes two columns of a terminal. */
function pad(text: string): string {
  return ' '.repeat(columns(text));
}

function columns(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(character) ? 2 : 1;
  return width;
}

function renderJson(diagnostics: readonly Diagnostic[], locale: Locale): string {
  const count = (severity: string) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const list = diagnostics.map((diagnostic) => ({ ...diagnostic, text: sentence(diagnostic, locale) }));
  return `${JSON.stringify({ errors: count('error'), warnings: count('warning'), diagnostics: list }, null, 2)}\n`;
}

/** A workflow command: GitHub shows it at the line of the pull request. */
function renderGithub(diagnostic: Diagnostic, locale: Locale): string {
  const { severity, file, line, endLine, column, endColumn, code } = diagnostic;
  const property = (value: string) => data(value).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return `::${severity} file=${property(file)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn},title=${property(code)}::${data(sentence(diagnostic, locale))}\n`;
}

function data(value: string): string {
  return value.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function sentence({ message, repair }: Diagnostic, locale: Locale): string {
  return repair ? `${message[locale]} → ${repair[locale]}` : message[locale];
}
