import { resolve } from 'node:path';

/** The folder above data/, content/ and public/: that of --root, of NENPO_ROOT, or the one we are in. */
export function rootFolder(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(given ?? environment['NENPO_ROOT'] ?? process.cwd());
}
