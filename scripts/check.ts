import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkData, hasErrors } from '../src/check/check.ts';
import { FORMATS, renderDiagnostics } from '../src/diagnostics/render.ts';
import type { Format } from '../src/diagnostics/render.ts';
import { readDataFiles } from '../src/load/files.ts';
import { isLocale } from '../src/locale.ts';
import { preferredLocale } from './preferred-locale.ts';

const USAGE = `npm run check -- [--lang ja|en] [--format text|json|github] [--root DIR]\n`;

const { values } = parseArgs({
  options: { lang: { type: 'string' }, format: { type: 'string', default: 'text' }, root: { type: 'string', default: process.cwd() } },
});
const locale = isLocale(values.lang) ? values.lang : preferredLocale();
const format = values.format as Format;
if ((values.lang !== undefined && !isLocale(values.lang)) || !FORMATS.includes(format)) {
  process.stderr.write(USAGE);
  process.exit(2);
}

const root = values.root;
const files = readDataFiles(root);
const { diagnostics } = checkData(files);
process.stdout.write(renderDiagnostics(diagnostics, format, locale, (file) => readText(join(root, file))));
if (format === 'text') process.stdout.write(summary());
if (hasErrors(diagnostics)) process.exitCode = 1;

function summary(): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const blank = diagnostics.length > 0 ? '\n' : '';
  return locale === 'ja'
    ? `${blank}${files.length} ファイルを確かめました: 誤り ${errors} 件、注意 ${warnings} 件\n`
    : `${blank}Checked ${files.length} files: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}\n`;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
