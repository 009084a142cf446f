import { join } from 'node:path';
import { computeAnew } from '../src/cache/remember.ts';
import { checkBody } from '../src/check/body.ts';
import { hasErrors } from '../src/check/check.ts';
import { FORMATS, renderDiagnostics } from '../src/diagnostics/render.ts';
import { fill } from '../src/i18n/fill.ts';
import { filesIn, textIn } from '../src/load/files.ts';
import { oneOf, readLocale, readOptions, stopWhenReaderLeaves } from './command.ts';
import { readAll } from './read-data.ts';
import { rootFolder } from './root.ts';

const USAGE = `npm run check -- [--lang ja|en] [--format text|json|github] [--fresh] [--cache DIR] [--root DIR]\n`;

const { values } = readOptions({
  options: {
    lang: { type: 'string' },
    format: { type: 'string', default: 'text' },
    fresh: { type: 'boolean', default: false },
    cache: { type: 'string', default: join(import.meta.dirname, '../.cache') },
    root: { type: 'string' },
  },
}, USAGE);
const root = rootFolder(values.root);
const locale = readLocale(values.lang, USAGE);
const format = oneOf('--format', values.format, FORMATS, USAGE);

stopWhenReaderLeaves();
const body = readAll(root, locale);
const files = filesIn(body);
const remember = values.fresh ? computeAnew : (await import('./store.ts')).rememberIn(values.cache);
const { diagnostics } = checkBody(body, remember);
process.stdout.write(renderDiagnostics(diagnostics, format, locale, textIn(files)));
if (format === 'text') process.stdout.write(summary());
if (hasErrors(diagnostics)) process.exitCode = 1;

function summary(): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const blank = diagnostics.length > 0 ? '\n' : '';
  return locale === 'ja'
    ? `${blank}${files.length} ファイルを確かめました: 誤り ${errors} 件、注意 ${warnings} 件\n`
    : blank + fill('Checked {0} {0|file|files}: {1} {1|error|errors}, {2} {2|warning|warnings}\n', [files.length, errors, warnings], 'en');
}
