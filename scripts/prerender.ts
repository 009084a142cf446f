import { cpSync, readdirSync } from 'node:fs';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Known } from './bundle.ts';

/** What Astro's own renderer holds, beside what it promises. */
interface Own extends AstroPrerenderer {
  readonly app?: {
    getOptions(): { readonly allPages: Readonly<Record<string, { readonly key: string; readonly styles: unknown }>> };
    getSettings(): { readonly scripts: readonly unknown[] };
  };
}

/** Astro bundles the pages, and makes none: the bundle is kept in a folder, for others to make them with. */
export function keepBundle(folder: string, keep: (known: Known) => void): AstroIntegration {
  let made: URL;
  return {
    name: 'nenpo-bundle',
    hooks: {
      'astro:config:done': ({ config }) => {
        made = new URL('.prerender/', config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer((own: Own) => ({
        name: 'nenpo',
        async setup() {
          await own.setup?.();
          cpSync(made, folder, { recursive: true });
          keep(knownIn(folder, own));
        },
        getStaticPaths: async () => [],
        render: () => Promise.reject(new RangeError('no page')),
      })),
    },
  };
}

function knownIn(folder: string, { app }: Own): Known {
  const entry = readdirSync(folder).find((name) => /^prerender-entry\..+\.mjs$/.test(name));
  if (!app || entry === undefined || app.getSettings().scripts.length > 0) throw new Error('astro: not the version that nenpo was made for / 対応していない版の astro です');
  const pages = Object.values(app.getOptions().allPages);
  return { entry, styles: new Map(pages.map(({ key, styles }) => [key, styles])) };
}
