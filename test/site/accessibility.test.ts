import axe from 'axe-core';
import type { AxeResults, RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ofEachKind, readHtmlFiles } from './html.ts';
import { DESK, openSite, PHONE } from './open-site.ts';
import type { OpenSite } from './open-site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `/` only leads on, and the print edition is laid out for paper. */
const files = readHtmlFiles(inject('dist')).filter(({ path }) => path !== '/' && !path.includes('/print/'));
/** Thousands of rows that are built as those of the page above it: axe would look at them for minutes, and find the same. */
const REGISTER = /\/checks\/equal\/$/;
const few = ofEachKind(files, 4).filter((path) => !REGISTER.test(path));
const many = ofEachKind(files, 12);

/** Many pages are opened one by one; a machine that does other work meanwhile takes its time. */
const LONG = 600_000;

/** What is left of a desk's screen when a page is magnified four times. */
const MAGNIFIED = { width: 320, height: 256 };

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test('the sample holds every kind of page', () => expect(few.length).toBeGreaterThan(40));

/** What colours and widths decide; all else is the same markup on every screen. */
const OF_THE_SCREEN = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

describe.each([
  { name: 'on a desk, light', options: { viewport: DESK, colorScheme: 'light' }, run: { type: 'tag', values: TAGS } },
  { name: 'on a phone, dark', options: { viewport: PHONE, colorScheme: 'dark' }, run: { type: 'rule', values: OF_THE_SCREEN } },
] as const)('axe finds nothing $name', ({ options, run }) => {
  test.each(['ja', 'en', '404'])('%s', { timeout: LONG }, async (start) => {
    const page = await site.page(options);
    const violations: string[] = [];
    for (const path of few.filter((each) => each.startsWith(`/${start}`))) {
      await page.goto(site.url(path));
      violations.push(...await runAxe(page, path, { type: run.type, values: [...run.values] }));
    }
    await page.context().close();
    expect(violations).toEqual([]);
  });
});

describe('on a phone', () => {
  test('no page is wider than the screen, also magnified, and none writes to the console', { timeout: LONG }, async () => {
    const page = await site.page({ viewport: PHONE });
    const problems: string[] = [];
    let path = '';
    page.on('console', (message) => problems.push(`${path}: console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`));
      page.on('response', (response) => {
      if (response.status() >= 400 && path !== '/404.html') problems.push(`${path}: ${response.status()} ${response.url()}`);
      if (!response.url().startsWith(site.url('/'))) problems.push(`${path}: ${response.url()}`);
    });
    for (path of many) {
      await page.goto(site.url(path));
      problems.push(...(await page.evaluate(lookAtPage)).map((problem) => `${path}: ${problem}`));
      if (!few.includes(path)) continue;
      await page.setViewportSize(MAGNIFIED);
      problems.push(...(await page.evaluate(lookAtPage)).map((problem) => `${path}, magnified: ${problem}`));
      await page.setViewportSize(PHONE);
    }
    await page.context().close();
    expect(problems).toEqual([]);
  });
});

async function runAxe(page: Page, path: string, runOnly: RunOnly): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (only): Promise<AxeResults> => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: only, resultTypes: ['violations'] }),
    runOnly,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${path}: ${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1] ?? ''}`));
}

/** Runs in the page. */
function lookAtPage(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : [];
}
