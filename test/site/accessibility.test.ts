import axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ofEachKind, readHtmlFiles } from './html.ts';
import { DESK, openSite, PHONE } from './open-site.ts';
import type { OpenSite } from './open-site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What colours decide; all else is the same markup in the dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** `/` only leads on, and the print edition is laid out for paper. */
const files = readHtmlFiles(inject('dist')).filter(({ path }) => path !== '/' && !path.includes('/print/'));
const all = files.map(({ path }) => path);
const few = ofEachKind(files, 2);

/** Every page is opened; a machine that does other work meanwhile takes its time. */
const LONG = 1_800_000;

/** What is left of a desk's screen when a page is magnified four times. */
const MAGNIFIED = { width: 320, height: 256 };

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test('the sample holds every kind of page', () => expect(few.length).toBeGreaterThan(40));

describe('axe finds nothing, no page is wider than the screen, writes to the console or asks for what is not there', () => {
  const withTags: RunOptions = { runOnly: { type: 'tag', values: TAGS } };

  test.each(['ja', 'en', '404'])('on a phone, on every page in %s', { timeout: LONG }, async (start) => {
    const paths = all.filter((path) => path.startsWith(`/${start}`));
    expect(await onEach(paths, { viewport: PHONE, colorScheme: 'light' }, withTags)).toEqual([]);
  });

  test('on a desk, on some pages of each kind', { timeout: LONG }, async () => {
    expect(await onEach(few, { viewport: DESK, colorScheme: 'light' }, withTags)).toEqual([]);
  });

  test('in the dark and magnified, on some pages of each kind', { timeout: LONG }, async () => {
    expect(await onEach(few, { viewport: MAGNIFIED, colorScheme: 'dark' }, { runOnly: { type: 'rule', values: OF_COLOURS } })).toEqual([]);
  });
});

/** As many as a small machine has cores: each lies in a process of its own. */
const SIDE_BY_SIDE = 2;

/** What is wrong with the pages, each looked at once. */
async function onEach(paths: readonly string[], options: BrowserContextOptions, run: RunOptions): Promise<string[]> {
  const queue = [...paths];
  const found = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, async () => {
    const problems: string[] = [];
    const page = await site.page(options);
    await page.addInitScript({ content: axe.source });
    let path: string | undefined;
    page.on('console', (message) => problems.push(`${path}: console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400 && path !== '/404.html') problems.push(`${path}: ${response.status()} ${response.url()}`);
      if (!response.url().startsWith(site.url('/'))) problems.push(`${path}: ${response.url()}`);
    });
    while ((path = queue.shift()) !== undefined) {
      await page.goto(site.url(path), { waitUntil: 'domcontentloaded' });
      const found = [...await runAxe(page, run), ...await page.evaluate(tooWide)];
      problems.push(...found.map((problem) => `${path}: ${problem}`));
    }
    await page.context().close();
    return problems;
  }));
  return found.flat().sort();
}

/** The page's own markup, styles and scripts; nothing is fetched for it once more. */
async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    (own) => (globalThis as unknown as { axe: typeof axe }).axe.run({ ...own, resultTypes: ['violations'], preload: false, iframes: false }),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1] ?? ''}`));
}

/** Runs in the page. */
function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : [];
}
