import { join } from 'node:path';
import { build } from 'astro';
import type { Bundle } from './bundle.ts';
import { keepBundle } from './prerender.ts';

/** Bundles the pages into the folder that it is given, in a process of its own: what that takes of memory is free when pages are made. */
process.on('disconnect', () => process.exit());
const [folder = ''] = process.argv.slice(2);
let bundle: Bundle | undefined;
try {
  // What a body publishes as it is is checked, and taken over by the makers.
  await build({ publicDir: join(folder, 'none'), logLevel: 'warn', integrations: [keepBundle(folder, (kept) => (bundle = kept))] });
  process.send?.({ bundle });
} catch (error) {
  process.send?.({ error });
}
process.disconnect();
