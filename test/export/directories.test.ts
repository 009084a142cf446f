import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { atomFeed } from '../../src/export/feed.ts';
import { sitemap } from '../../src/export/sitemap.ts';
import { editionsOf } from '../../src/view/editions.ts';
import { baseFiles } from '../check/mistakes.ts';

const { model } = checkData(baseFiles());
if (!model) throw new Error('no model');
const [first] = editionsOf(model, '/base/');

describe('the feed', () => {
  const feed = atomFeed(first!, 'https://example.org');

  test('tells each report with its address and the day that it was published', () => {
    const report = model.years.flatMap(({ year, reports }) => reports.map((each) => ({ year, ...each }))).at(-1)!;
    expect(feed).toContain(`<title>${first!.pick(report.title)}</title><link href="https://example.org/base/${first!.locale}/${report.year.slice(2)}/"/>`);
    expect(feed.match(/<entry>/g)).toHaveLength(model.years.flatMap(({ reports }) => reports).length);
  });

  test('a report that got another id is no new entry', () => {
    const { id } = model.years.at(-1)!.reports[0]!;
    const renamed = { ...model, report: { ...model.report, redirects: [{ kind: 'report' as const, from: 'first', to: id }, { kind: 'report' as const, from: 'second', to: id }] } };
    const again = atomFeed(editionsOf(renamed, '/base/')[0]!, 'https://example.org');
    expect(feed).toContain(`#${id}</id>`);
    expect(again).not.toContain(`#${id}</id>`);
    expect(again).toContain('#first</id>');
  });

  test('markup in a title stays a title', () => {
    const years = model.years.map((year) => ({ ...year, reports: year.reports.map((report) => ({ ...report, title: { ja: '<b>&', en: '<b>&' } })) }));
    expect(atomFeed(editionsOf({ ...model, years }, '/')[0]!, 'https://example.org')).toContain('<title>&lt;b&gt;&amp;</title>');
  });

  test('a change of a report is an entry of its own, the latest first', () => {
    const years = model.years.map((year) => ({
      ...year, reports: year.reports.map((report) => ({ ...report, changes: [{ on: '2031-02-03', text: { ja: '値を直しました', en: 'A figure was mended' } }] })),
    }));
    const changed = atomFeed(editionsOf({ ...model, years }, '/')[0]!, 'https://example.org');
    expect(changed.slice(changed.indexOf('<entry>'))).toMatch(/^<entry>.*<updated>2031-02-03T00:00:00Z<\/updated><summary>(値を直しました|A figure was mended)</);
  });
});

test('the site map leads from every page to the same page in the other languages', () => {
  const map = sitemap(['', 'targets/'], { home: 'https://example.org/base/', languages: ['ja', 'en'], defaultLanguage: 'ja', known: '2025-09-30' });
  expect(map.match(/<loc>[^<]+/g)).toEqual([
    '<loc>https://example.org/base/ja/', '<loc>https://example.org/base/en/', '<loc>https://example.org/base/ja/targets/', '<loc>https://example.org/base/en/targets/',
  ]);
  expect(map).toContain('<xhtml:link rel="alternate" hreflang="en" href="https://example.org/base/en/targets/"/>');
  expect(map).toContain('hreflang="x-default" href="https://example.org/base/ja/"');
});
