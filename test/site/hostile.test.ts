import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml';
import { checkBody } from '../../src/check/body.ts';
import { isRunning } from '../../src/check/prose.ts';
import { BUILT } from '../../src/check/published.ts';
import { readBody } from '../../src/load/files.ts';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { serveDirectory } from '../../src/pdf/serve.ts';
import { shellEnvironment } from './environment.ts';
import { readHtmlFiles } from './html.ts';
import type { HtmlFile } from './html.ts';

/** A body of data that an enemy wrote: every text of it means to be run. */
const folder = mkdtempSync(join(tmpdir(), 'nenpo-hostile-'));
const [root, dist] = [join(folder, 'root'), join(folder, 'dist')];
let files: HtmlFile[] = [];
let browser: Browser;

const ATTACK = `</title></head></style></script><script>window.hacked=true</script><img src=x onerror=window.hacked=true>"'><svg onload=window.hacked=true> [x](javascript:window.hacked=true) [y]: data:text/html,x ]]>--><b style=color:red>`;

/** As an editor writes it who means it to be read: text, to Markdown. */
const SPELLED = ATTACK.replace(/[!-/:-@[-`{-~]/g, '\\$&');

beforeAll(async () => {
  cpSync('test/cases/organisations/city', root, { recursive: true });
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(yaml|md)$/.test(name))) {
    const text = readFileSync(join(root, file), 'utf8');
    writeFileSync(join(root, file), file.endsWith('.md') ? `${text}\n${SPELLED}\n` : file.endsWith('units.yaml') ? text : attacked(text));
  }
  mkdirSync(join(root, 'public/.well-known'));
  for (const name of ['.env', '.well-known/security.txt', 'town.pdf']) writeFileSync(join(root, 'public', name), name);
  await promisify(execFile)(process.execPath, ['scripts/build.ts', '--root', root, '--out', dist], { env: { ...shellEnvironment(), LANG: 'C' } });
  files = readHtmlFiles(dist);
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a reader of a link sees when pointing at it: in a page of another language each paragraph and table gets a language. */
const POINTED = '[z](https://a.example "&lt;p onclick=window.hacked=true &gt;")';

/** The attack behind every English name and text, and the sign of a formula before it. `inText`: how it is written where Markdown is read. A text of a plan is not translated, and is read in Japanese on English pages. */
function attacked(yaml: string, inText = SPELLED): string {
  const document = parseDocument(yaml);
  visit(document, {
    Pair(_, { key, value }, above) {
      if (isScalar(key) && key.value === 'plan' && isMap(value) && value.has('ja') && inText === SPELLED) {
        value.set('ja', `${String(value.get('ja'))} ${POINTED}`);
        value.delete('en');
      }
      if (!isScalar(key) || key.value !== 'en' || !isScalar(value) || typeof value.value !== 'string') return;
      const keys = above.flatMap((each) => (isPair(each) && isScalar(each.key) ? [String(each.key.value)] : []));
      value.value = `=${value.value} ${isRunning(keys) ? inText : ATTACK}`;
    },
  });
  return document.toString({ lineWidth: 0 });
}

test('as Markdown it is told, in every file that has texts', () => {
  const city = readBody('test/cases/organisations/city');
  const written = { ...city,
    data: city.data.map(({ file, bytes }) => ({ file, bytes: file.endsWith('units.yaml') ? bytes : Buffer.from(attacked(Buffer.from(bytes).toString(), ATTACK)) })),
    content: city.content.map(({ file, bytes }) => ({ file, bytes: Buffer.concat([bytes, Buffer.from(`\n${ATTACK}\n`)]) })),
  };
  const { diagnostics } = checkBody(written);
  const told = new Set(diagnostics.filter(({ code }) => code === 'html-in-text').map(({ file }) => file));
  const withTexts = written.data.filter(({ file, bytes }) => file !== 'data/organisation.yaml' && Buffer.from(bytes).includes('<svg') && /^ *(?:definition|text|summary|wording|notes?|plan):/m.test(Buffer.from(bytes).toString())).map(({ file }) => file);
  expect([...told].toSorted()).toEqual([...withTexts, ...city.content.map(({ file }) => file)].toSorted());
});

test('what is published as it is is there, and nothing hidden or built is replaced', () => {
  expect(readFileSync(join(dist, 'town.pdf'), 'utf8')).toBe('town.pdf');
  expect(readFileSync(join(dist, '.well-known/security.txt'), 'utf8')).toBe('.well-known/security.txt');
  expect(readFileSync(join(dist, 'favicon.svg'))).toEqual(readFileSync('test/cases/organisations/city/public/favicon.svg'));
  expect(readdirSync(dist)).not.toContain('.env');
});

test('nothing that a body publishes can have a name that the build gives', () => {
  const own = ['town.pdf', '.well-known', 'favicon.svg', 'en', 'ja'];
  expect(readdirSync(dist).filter((name) => !own.includes(name) && !BUILT.includes(name))).toEqual([]);
});

test('the attack is on the pages, as text', () => {
  const pages = files.filter(({ html }) => html.includes('hacked'));
  expect(pages.length).toBeGreaterThan(10);
});

test('no element, attribute or address of it is', () => {
  const found = files.flatMap(({ path, tags }) => tags.flatMap(({ name, attributes }) => [
    ...[...attributes.keys()].filter((key) => /^on|^style$/.test(key)).map((key) => `${path}: ${name} ${key}`),
    ...(/^\s*(javascript|data):/i.test(attributes.get('href') ?? '') ? [`${path}: ${name} href`] : []),
    ...(name === 'img' && attributes.get('src') === 'x' ? [`${path}: img`] : []),
  ]));
  expect(found).toEqual([]);
});

test('every page says what it may do, before anything else', () => {
  for (const { path, html } of files) {
    expect(html, path).toMatch(/<head>\s*<meta charset="utf-8"\s*\/?><meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
    expect(html.slice(0, html.indexOf('</head>')), path).not.toContain('unsafe-inline');
  }
});

test('JSON within pages can be read, and ends where it should', () => {
  for (const { path, html } of files) {
    for (const [, json = ''] of html.matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>([^]*?)<\/script>/g))
      expect(() => JSON.parse(json) as unknown, path).not.toThrow();
  }
});

test('no cell of a table file is a formula', () => {
  const files = readdirSync(join(dist, 'data'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.csv'));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const text = readFileSync(join(dist, 'data', file), 'utf8').replace(/^\uFEFF/, '');
    expect(text.match(/(^|[\r\n,])"?=[^\r\n]*/)?.[0], file).toBeUndefined();
  }
});

test('opened in a browser nothing of it runs, and no policy is broken', async () => {
  const server = await serveDirectory(dist);
  try {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
    page.on('dialog', (dialog) => { said.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
    for (const { path } of files.filter(({ path }) => path.startsWith('/en/') || path === '/404.html')) {
      await page.goto(server.url(path), { waitUntil: 'load' });
      expect(await page.evaluate(() => 'hacked' in window), path).toBe(false);
    }
    expect(said).toEqual([]);
  } finally {
    await server.close();
  }
}, 180_000);
