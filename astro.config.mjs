import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { readSiteAddress } from './src/load/site-address.ts';
import { developmentData, developmentFonts, overlayWithoutStack, reloadOnData } from './src/site/development.ts';

const root = process.env.NENPO_ROOT ?? process.cwd();
const { url, base } = readSiteAddress(root);

export default defineConfig({
  site: url,
  base,
  outDir: process.env.NENPO_OUT ?? 'dist',
  publicDir: join(root, 'public'),
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  devToolbar: { enabled: false },
  vite: {
    plugins: [reloadOnData(root), overlayWithoutStack(), developmentFonts(root), developmentData(root)],
    build: { assetsInlineLimit: 0 },
  },
});
