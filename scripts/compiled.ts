import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * node --import ./scripts/compiled.ts PROGRAM: the program in the form in which Node compiled it the last time, which is kept
 * in .cache/ where that can be written. Whoever runs a short one often does not wait for that each time. For the same reason
 * package.json gives `check` room (semi-space, in MB) for what it reads: cleared up in small pieces, it takes a tenth longer.
 */
enableCompileCache(join(import.meta.dirname, '../.cache/compiled'));
