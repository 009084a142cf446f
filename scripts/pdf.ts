import { parseArgs } from 'node:util';
import { readSiteAddress } from '../src/load/site-address.ts';
import { printEditions } from './print-editions.ts';
import { rootFolder } from './root.ts';

/** Prints the print edition of a built site: npm run pdf -- [--lang ja|en] [--report ID] [--dist DIR] [--root DIR] [--base PATH] */
const { values } = parseArgs({
  options: {
    lang: { type: 'string' },
    report: { type: 'string' },
    dist: { type: 'string', default: 'dist' },
    root: { type: 'string' },
    base: { type: 'string' },
  },
});

try {
  const { root, base = readSiteAddress(rootFolder(root)).base, ...rest } = values;
  await printEditions({ ...rest, base, tell: console.log, passes: process.stderr.isTTY });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
