import { Typefaces } from '../src/fonts/faces.ts';
import { readSiteAddress } from '../src/load/site-address.ts';
import { readOwnTypefaces } from '../src/load/typefaces.ts';
import { endAtSignals, oneOf, readOptions } from './command.ts';
import { tellEnd } from './describe-trouble.ts';
import { preferredLocale } from './preferred-locale.ts';
import { printEditions } from './print-editions.ts';
import { readData } from './read-data.ts';
import { printMemory, rootFolder } from './root.ts';
import { ownTemporaryFolder } from './temporary.ts';

const USAGE = 'npm run pdf -- [--report ID] [--section ID] [--lang ja|en] [--paper a4|letter] [--gutter] [--dist DIR] [--root DIR] [--base PATH]\n';
const { values: { paper: size, gutter, root, base, ...request } } = readOptions({
  options: {
    report: { type: 'string' }, section: { type: 'string' }, lang: { type: 'string' }, paper: { type: 'string', default: 'a4' },
    gutter: { type: 'boolean', default: false }, dist: { type: 'string', default: 'dist' }, root: { type: 'string' }, base: { type: 'string' },
  },
}, USAGE);
const paper = oneOf('--paper', size, ['a4', 'letter'], USAGE);
const folder = rootFolder(root);
if (root !== undefined) readData(folder, preferredLocale());

const clear = ownTemporaryFolder();
endAtSignals(clear);
/** Prints the print pages of a built site; what has not changed since it was last printed is not printed again. */
try {
  await printEditions({
    ...request, base: base ?? readSiteAddress(folder).base, cache: printMemory(folder), paper: { size: paper, gutter }, typefaces: new Typefaces(readOwnTypefaces(folder)), locale: preferredLocale(), tell: (line) => { clearLine(); console.log(line); },
    ...(process.stderr.isTTY ? { show: (line: string) => { clearLine(); process.stderr.write(line); } } : {}),
  });
} catch (error) {
  console.error(tellEnd(error, preferredLocale()));
  process.exitCode = 1;
} finally {
  clear();
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
