import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkData, hasErrors } from '../src/check/check.ts';
import { FORMATS, renderDiagnostics } from '../src/diagnostics/render.ts';
import type { Format } from '../src/diagnostics/render.ts';
import { readDataFiles } from '../src/load/files.ts';
import type { DataFile } from '../src/load/files.ts';
import { isTongue } from '../src/locale.ts';
import { preferredLocale } from './preferred-locale.ts';
import { rootFolder } from './root.ts';

const USAGE = `npm run check -- [--lang ja|en] [--format text|json|github] [--root DIR]\n`;

const values = readArguments();
const locale = isTongue(values.lang) ? values.lang : preferredLocale();
const format = values.format as Format;
if ((values.lang !== undefined && !isTongue(values.lang)) || !FORMATS.includes(format)) {
  fail(USAGE);
}

process.stdout.on('error', () => process.exit()); // a reader such as `head` may go away early
const files = readFiles();
const { diagnostics } = checkData(files);
const text = new Map(files.map(({ file, bytes }) => [file, bytes]));
process.stdout.write(renderDiagnostics(diagnostics, format, locale, (file) => readText(file)));
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

function readText(file: string): string | null {
  const bytes = text.get(file);
  return bytes ? new TextDecoder().decode(bytes) : null;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        lang: { type: 'string' },
        format: { type: 'string', default: 'text' },
        root: { type: 'string', default: rootFolder(undefined) },
      },
    }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : ''}\n${USAGE}`);
  }
}

function readFiles(): DataFile[] {
  try {
    return readDataFiles(values.root);
  } catch (error) {
    const { path = join(values.root, 'data') } = error as { path?: string };
    return fail(
      locale === 'ja'
        ? `${path} を読めません。--root にデータのあるフォルダーを書いてください。\n`
        : `${path} cannot be read. Give the folder above data/ with --root.\n`,
    );
  }
}

function fail(message: string): never {
  process.stderr.write(message);
  process.exit(2);
}
