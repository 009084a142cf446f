import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * node --import ./scripts/compiled.ts PROGRAM: the program in the form in which Node compiled it the last time, which is kept
 * in .cache/ where that can be written. Whoever runs a short one often does not wait for that each time.
 */
enableCompileCache(join(import.meta.dirname, '../.cache/compiled'));
