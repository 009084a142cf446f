// node scripts/coverage-sources.ts [--json] [--lang ja|en] [--root DIR]
import { parseArgs } from 'node:util';
import { printCoverage } from '../src/coverage/print.ts';
import { coverSources } from '../src/coverage/sources.ts';
import { deriveModel } from '../src/derive/model.ts';
import { readDataFiles } from '../src/load/files.ts';
import { loadReport } from '../src/load/load.ts';
import { isTongue } from '../src/locale.ts';
import { preferredLocale } from './preferred-locale.ts';
import { rootFolder } from './root.ts';

const USAGE = `npm run coverage:sources -- [--json] [--lang ja|en] [--root DIR]\n`;

const values = readArguments();
const locale = values.lang ?? preferredLocale();
if (!isTongue(locale)) fail(USAGE);

process.stdout.on('error', () => process.exit()); // a reader such as `head` may go away early
const { report, diagnostics } = loadReport(readFiles());
const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
if (!report) fail(unreadable());
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

function readFiles() {
  try {
    return readDataFiles(values.root);
  } catch {
    return fail(USAGE);
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        root: { type: 'string', default: rootFolder(undefined) },
      },
    }).values;
  } catch {
    return fail(USAGE);
  }
}

function fail(message: string): never {
  process.stderr.write(message);
  process.exit(2);
}
