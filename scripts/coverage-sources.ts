import { printCoverage } from '../src/coverage/print.ts';
import { coverSources } from '../src/coverage/sources.ts';
import { deriveModel } from '../src/derive/model.ts';
import { loadReport } from '../src/load/load.ts';
import { finish, readLocale, readOptions, stopWhenReaderLeaves } from './command.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

const USAGE = `npm run coverage:sources -- [--json] [--lang ja|en] [--root DIR]\n`;

const { values } = readOptions({ options: { json: { type: 'boolean', default: false }, lang: { type: 'string' }, root: { type: 'string' } } }, USAGE);
const locale = readLocale(values.lang, USAGE);

stopWhenReaderLeaves();
const { report, diagnostics } = loadReport(readData(rootFolder(values.root), locale));
const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
if (!report) finish(unreadable(), 2);
const coverage = coverSources(deriveModel(report));
process.stdout.write(values.json ? `${JSON.stringify(coverage, null, 2)}\n` : printCoverage(coverage, locale));
if (errors > 0) {
  process.stderr.write(unreadable());
  process.exitCode = 1;
}

/** What could not be read was not counted: `npm run check` says what it is. */
function unreadable(): string {
  return locale === 'ja'
    ? 'データに読めないところがあり、数えていません。npm run check で確かめてください。\n'
    : 'Some of the data cannot be read and is not counted. See npm run check.\n';
}
