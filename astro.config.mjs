import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { developmentFonts, reloadOnData } from './src/site/development.ts';

const root = process.env.NENPO_ROOT ?? process.cwd();
const { site } = readSite();

export default defineConfig({
  site: process.env.NENPO_SITE ?? site.url,
  base: process.env.NENPO_BASE ?? site.base,
  outDir: process.env.NENPO_OUT ?? 'dist',
  publicDir: join(root, 'public'),
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  devToolbar: { enabled: false },
  vite: {
    plugins: [reloadOnData(root), developmentFonts()],
    build: { chunkSizeWarningLimit: 1000, assetsInlineLimit: 0 },
  },
});

/** Address and base path; the check of the data reports what is wrong with them. */
function readSite() {
  try {
    return parse(readFileSync(join(root, 'data/organisation.yaml'), 'utf8'));
  } catch {
    return { site: { url: 'http://localhost', base: '/' } };
  }
}
