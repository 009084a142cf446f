import { readdirSync } from 'node:fs';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Bundle, Page } from './bundle.ts';

/** What Astro's own renderer holds, beside what it promises. */
interface Own extends AstroPrerenderer {
  readonly app?: {
    getOptions(): { readonly allPages: Readonly<Record<string, { readonly key: string; readonly styles: unknown }>> };
    getSettings(): { readonly scripts: readonly unknown[] };
  };
}

/** Astro bundles the pages and finds which there are; they are made and written elsewhere. */
export function prerenderWith(make: (bundle: Bundle, page: Page) => Promise<void>): AstroIntegration {
  let folder: URL;
  return {
    name: 'nenpo-prerender',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = new URL('.prerender/', config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer((own: Own) => {
        let bundle: Bundle;
        return {
          name: 'nenpo',
          async setup() {
            await own.setup?.();
            bundle = bundleOf(own, folder);
          },
          getStaticPaths: () => own.getStaticPaths(),
          async render({ url }, { routeData: { route, component } }) {
            await make(bundle, { url, route, component });
            // What has no body leaves nothing to write.
            return new Response(null);
          },
        };
      }),
    },
  };
}

function bundleOf({ app }: Own, folder: URL): Bundle {
  const entry = readdirSync(folder).find((name) => /^prerender-entry\..+\.mjs$/.test(name));
  if (!app || entry === undefined || app.getSettings().scripts.length > 0) throw new Error('astro: not the version that nenpo was made for / 対応していない版の astro です');
  const pages = Object.values(app.getOptions().allPages);
  return { entry: new URL(entry, folder).href, styles: new Map(pages.map(({ key, styles }) => [key, styles])) };
}
