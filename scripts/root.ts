import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** The folder above data/, content/ and public/: that of --root, of NENPO_ROOT, or the one we are in. */
export function rootFolder(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(given ?? environment['NENPO_ROOT'] ?? process.cwd());
}

/** Where the last prints are kept: reports of two bodies of data may have the same id. */
export function printMemory(root: string, cache = '.cache'): string {
  if (root === process.cwd()) return cache;
  return join(cache, 'roots', createHash('sha256').update(root).digest('hex').slice(0, 12));
}
