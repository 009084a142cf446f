import { join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { build } from 'astro';
import { troubleOf } from '../src/files/trouble.ts';
import type { Trouble } from '../src/files/trouble.ts';
import { PAGES } from './bundle-pages.ts';
import type { Known } from './bundle.ts';
import { keepBundle } from './prerender.ts';

/** Bundles the pages into the folder that it is given, in a process of its own: what that takes of memory is free when pages are made. */
process.on('disconnect', () => process.exit());
const [folder = ''] = process.argv.slice(2);
let known: Known | undefined;
try {
  // What a body publishes as it is is checked, and taken over by the makers.
  await build({ publicDir: join(folder, 'none'), logLevel: 'warn', integrations: [keepBundle(join(folder, PAGES), (kept) => (known = kept))] });
  process.send?.({ known });
} catch (error) {
  process.send?.({ error, trouble: troubleOf(error) ?? troubleIn(String(error)) });
}
process.disconnect();

/** What bundles is no program of Node, and has in its message what the system says: `Failed to write file in a.mjs … (os error 28)` */
function troubleIn(message: string): Trouble | undefined {
  const [, number] = /\(os error (\d+)\)/.exec(message) ?? [];
  const [code] = (process.platform === 'win32' ? undefined : getSystemErrorMap().get(-Number(number))) ?? [];
  const [, path] = /Failed to write file in (.+)/.exec(message) ?? [];
  return code === undefined ? undefined : { code, syscall: 'write', ...(path === undefined ? {} : { path }) };
}
