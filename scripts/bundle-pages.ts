import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Trouble } from '../src/files/trouble.ts';
import type { Bundle } from './bundle.ts';
import { frugal } from './memory.ts';

/** Has Astro bundle the pages into a folder, and put the styles and scripts of the site in their place. */
export async function bundlePages(folder: string, signal: AbortSignal): Promise<Bundle> {
  const bundler = fork(new URL('./bundler.ts', import.meta.url), [folder], { serialization: 'advanced', signal, ...frugal() });
  const ended = once(bundler, 'exit');
  const [{ bundle, error, trouble }] = (await Promise.race([once(bundler, 'message'), ended.then(([code, signal]) => [{ error: new Error(`scripts/bundler.ts: ${signal ?? code}`) }])])) as [{ bundle?: Bundle; error?: object; trouble?: Trouble }];
  await ended;
  if (!bundle) throw Object.assign(error!, trouble);
  return bundle;
}
