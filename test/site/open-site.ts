import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { serveDirectory } from '../../src/pdf/serve.ts';

export interface OpenSite {
  readonly browser: Browser;
  /** `/ja/targets/` → `http://127.0.0.1:40213/ja/targets/` */
  url(path: string): string;
  /** A page in a context of its own. */
  page(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export const PHONE = { width: 375, height: 812 };
export const DESK = { width: 1280, height: 900 };

/** The site that was built for this run, served, and a browser to look at it with. */
export async function openSite(): Promise<OpenSite> {
  const [browser, server] = await Promise.all([launchBrowser(), serveDirectory(inject('dist'))]);
  return {
    browser,
    url: (path) => server.url(path),
    page: async (options) => {
      const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(15_000);
      return context.newPage();
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
