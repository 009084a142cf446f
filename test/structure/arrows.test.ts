import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each folder may import from the others. What is not here is not allowed. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  cache: ['files'],
  files: [],
  locale: [],
  time: [],
  quantity: ['locale'],
  schema: ['time'],
  diagnostics: ['locale'],
  recheck: ['locale', 'quantity'],
  load: ['cache', 'diagnostics', 'locale', 'quantity', 'schema', 'time'],
  derive: ['cache', 'diagnostics', 'load', 'locale', 'quantity', 'recheck', 'schema', 'time'],
  format: ['locale', 'quantity', 'time'],
  i18n: ['format', 'locale'],
  prose: ['cache', 'diagnostics', 'format', 'i18n', 'locale', 'schema', 'time'],
  check: [
    'cache',
    'derive',
    'diagnostics',
    'fonts',
    'format',
    'i18n',
    'load',
    'locale',
    'prose',
    'quantity',
    'recheck',
    'schema',
    'time',
  ],
  mutation: ['check', 'derive', 'diagnostics', 'load', 'locale', 'quantity'],
  coverage: ['derive', 'i18n', 'load', 'locale', 'schema'],
  charts: ['format', 'i18n', 'locale', 'quantity'],
  browser: ['charts', 'format', 'i18n', 'locale', 'quantity', 'search', 'time'],
  fonts: ['cache', 'locale'],
  pdf: ['cache', 'files', 'fonts', 'locale'],
  export: ['charts', 'derive', 'format', 'i18n', 'load', 'locale', 'quantity', 'schema', 'time', 'view'],
  diff: ['format', 'locale'],
  view: [
    'cache',
    'charts',
    'coverage',
    'derive',
    'diff',
    'fonts',
    'format',
    'i18n',
    'load',
    'locale',
    'pdf',
    'prose',
    'quantity',
    'schema',
    'time',
  ],
  edit: ['diff', 'load', 'schema', 'locale', 'time', 'quantity', 'derive', 'diagnostics', 'format', 'i18n', 'prose'],
  cards: ['fonts', 'i18n', 'locale', 'time', 'view'],
  search: ['cache', 'charts', 'derive', 'i18n', 'load', 'locale', 'schema', 'view'],
  impact: ['check', 'derive', 'diagnostics', 'diff', 'i18n', 'load', 'locale', 'pdf', 'prose', 'quantity', 'schema', 'view'],
  site: ['cache', 'check', 'derive', 'diagnostics', 'export', 'fonts', 'i18n', 'load', 'locale', 'prose', 'view'],
  middleware: ['site'],
  components: ['i18n', 'locale', 'styles', 'view'],
  layouts: ['browser', 'components', 'i18n', 'locale', 'styles', 'view'],
  pages: ['browser', 'components', 'derive', 'export', 'i18n', 'layouts', 'locale', 'pdf', 'site', 'styles', 'view'],
  // Any part that is free of Astro.
  scripts: [
    'cache',
    'cards',
    'charts',
    'check',
    'coverage',
    'derive',
    'diagnostics',
    'edit',
    'export',
    'files',
    'fonts',
    'format',
    'i18n',
    'impact',
    'load',
    'locale',
    'mutation',
    'pdf',
    'prose',
    'quantity',
    'recheck',
    'schema',
    'search',
    'site',
    'time',
    'view',
  ],
};

/** The only places, beside scripts/, that read or write files. */
const FILE_READERS = /^src\/(load\/(files|site-address|typefaces)|charts\/font|cache\/(kept|kept-folder|file-digest|store|program)|(files|site|pdf|fonts)\/.+)\.ts$/;

/** The only places where chart.js runs: where charts are drawn to SVG, and in the reader's browser. */
const CHART_RUNNERS = /^src\/(charts\/(?:svg|settled-scales)\.ts|browser\/.+)$/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const files = [...sourcesIn('src'), ...sourcesIn('scripts')];
const imports = files.flatMap(importsOf);

test('the import of every file is read', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports).toContainEqual({ from: 'src/check/check.ts', to: 'src/derive/model.ts', isType: false });
  expect(imports).toContainEqual({ from: 'src/charts/marks.ts', to: 'chart.js', isType: true });
});

describe('arrows between folders', () => {
  const between = imports
    .filter(({ to }) => to.startsWith('src/') || to.startsWith('scripts/'))
    .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to), line: `${from} → ${to}` }))
    .filter(({ from, to }) => from !== to);

  test('are those of the table', () => {
    expect(between.filter(({ from, to }) => !ARROWS[from]?.includes(to)).map(({ line }) => line)).toEqual([]);
  });

  test('never lead round in a circle', () => {
    expect(Object.keys(ARROWS).filter((folder) => reachable(folder).has(folder))).toEqual([]);
  });
});

describe('what only few files may touch', () => {
  const others = (to: RegExp, allowed: RegExp) =>
    imports.filter((each) => to.test(each.to) && !allowed.test(each.from)).map(({ from }) => from);

  test('Astro’s own modules: pages, and the one bridge to them', () => {
    expect(others(/^astro:/, /^src\/(site\/.*|content\.config\.ts|.*\.astro)$/)).toEqual([]);
    expect(
      imports.filter(({ from, to, isType }) => to === 'astro' && !isType && !from.startsWith('scripts/')),
    ).toEqual([]);
  });

  test('files: the reader of the data, the site, the PDF and the fonts', () => {
    const readers = new RegExp(`${FILE_READERS.source}|^scripts/`);
    expect(others(/^(node:)?fs(\/promises)?$/, readers)).toEqual([]);
  });

  test('chart.js at run time: where the SVG is drawn', () => {
    expect(
      imports
        .filter(({ from, to, isType }) => /^chart\.js/.test(to) && !isType && !CHART_RUNNERS.test(from))
        .map(({ from }) => from),
    ).toEqual([]);
  });
});

test('the code knows no particular organisation', () => {
  const knowing = files.filter((file) =>
    /年金|\bpensions?\b|\bJPS\b|nenkin/i.test(readFileSync(file, 'utf8')),
  );
  expect(knowing).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /^\s*(?:import|export)\s(?:(type)\s)?(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...found].map(([, type, fixed, dynamic]) => {
    const name = fixed ?? dynamic ?? '';
    return {
      from: file,
      to: name.startsWith('.') ? posix.join(posix.dirname(file), name) : name,
      isType: type !== undefined,
    };
  });
}

/** src/check/check.ts → check, src/locale.ts → locale, scripts/check.ts → scripts */
function folderOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'scripts' ? top : second.replace(/\.ts$/, '');
}

function reachable(folder: string): Set<string> {
  const seen = new Set<string>();
  const visit = (from: string) =>
    ARROWS[from]?.forEach((to) => {
      if (seen.has(to)) return;
      seen.add(to);
      visit(to);
    });
  visit(folder);
  return seen;
}
