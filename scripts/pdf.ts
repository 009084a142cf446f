import { parseArgs } from 'node:util';
import { readSiteAddress } from '../src/load/site-address.ts';
import { printEditions } from './print-editions.ts';

/** Prints the print edition of a built site: npm run pdf -- [--lang ja|en] [--report ID] [--dist DIR] [--base PATH] */
const { values } = parseArgs({
  options: {
    lang: { type: 'string' },
    report: { type: 'string' },
    dist: { type: 'string', default: 'dist' },
    base: { type: 'string', default: readSiteAddress(process.env['NENPO_ROOT'] ?? process.cwd()).base },
  },
});

try {
  await printEditions({ ...values, tell: console.log, passes: process.stderr.isTTY });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
