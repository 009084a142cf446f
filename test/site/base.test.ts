import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shellEnvironment } from './environment.ts';
import { readHtmlFiles } from './html.ts';
import { brokenLinks, references } from './links.ts';

const dist = join(process.cwd(), '.cache', 'test-base');
const root = join('test', 'cases', 'organisations', 'city');

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts', '--root', root, '--no-pdf', '--out', dist], {
    encoding: 'utf8', env: { ...shellEnvironment(), NENPO_BASE: 'nenpo', NENPO_SITE: 'https://reports.example' },
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
});

afterAll(() => rm(dist, { recursive: true, force: true }));

test('below a base path every link and file is still found', () => {
  const files = readHtmlFiles(dist);
  expect(files.length).toBeGreaterThan(30);
  expect(brokenLinks(files, dist, '/nenpo/').filter((problem) => !/\.pdf: no such file$/.test(problem))).toEqual([]);
});

test('pages name their own address at the site that was configured', () => {
  const [home] = readHtmlFiles(dist).filter(({ path }) => path === '/en/');
  const absolute = references(home!).filter(({ tag }) => tag.name === 'link').map(({ target }) => target);
  expect(absolute).toContain('https://reports.example/nenpo/en/');
  expect(absolute).toContain('https://reports.example/nenpo/ja/');
});

test('the styles ask for the typeface beside them, wherever that is', () => {
  const css = readFileSync(join(dist, 'fonts', 'fonts.css'), 'utf8');
  const urls = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, url]) => url ?? '');
  expect(urls.length).toBeGreaterThan(0);
  expect(urls.filter((url) => /^(\/|https?:)/.test(url))).toEqual([]);
});
