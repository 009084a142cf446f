import { build } from 'astro';
import type { Bundle } from './bundle.ts';
import { keepBundle } from './prerender.ts';

/** Bundles the pages into the folder that it is given, in a process of its own: what that takes of memory is free when pages are made. */
process.on('disconnect', () => process.exit());
const [folder = ''] = process.argv.slice(2);
let bundle: Bundle | undefined;
try {
  await build({ logLevel: 'warn', integrations: [keepBundle(folder, (kept) => (bundle = kept))] });
  process.send?.({ bundle });
} catch (error) {
  process.send?.({ error });
}
process.disconnect();
