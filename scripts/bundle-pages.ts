import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { isKept, keepFolder } from '../src/cache/kept-folder.ts';
import type { Trouble } from '../src/files/trouble.ts';
import type { Bundle, Known } from './bundle.ts';
import { frugal } from './memory.ts';

/** A bundle, and the folder with the styles and scripts that go with its pages. */
export interface Bundled {
  readonly bundle: Bundle;
  readonly site: string;
}

/** What lies in the folder of a bundle: the pages, what goes with them, and what is known of them. */
export const PAGES = 'pages';
const SITE = 'site';
const KNOWN = 'known';

/** The pages as Astro bundles them into the folder `made`. What was bundled before is taken from `kept`, or kept there. */
export async function bundlePages(made: string, kept: string | undefined, signal: AbortSignal): Promise<Bundled> {
  if (kept !== undefined && isKept(kept)) return bundledIn(kept);
  writeFileSync(join(made, KNOWN), serialize(await bundle(made, signal)));
  return bundledIn(kept !== undefined && keepFolder(made, kept) ? kept : made);
}

function bundledIn(folder: string): Bundled {
  const known = deserialize(readFileSync(join(folder, KNOWN))) as Known;
  return { bundle: { folder: join(folder, PAGES), ...known }, site: join(folder, SITE) };
}

async function bundle(folder: string, signal: AbortSignal): Promise<Known> {
  const { env, ...modest } = frugal();
  // What the pages are does not hang on what is set where they are made.
  const bundler = fork(new URL('./bundler.ts', import.meta.url), [folder], { serialization: 'advanced', signal, env: { ...env, NODE_ENV: 'production', NENPO_OUT: join(folder, SITE) }, ...modest });
  const ended = once(bundler, 'exit');
  const [{ known, error, trouble }] = (await Promise.race([once(bundler, 'message'), ended.then(([code, signal]) => [{ error: new Error(`scripts/bundler.ts: ${signal ?? code}`) }])])) as [{ known?: Known; error?: object; trouble?: Trouble }];
  await ended;
  if (!known) throw Object.assign(error!, trouble);
  return known;
}
