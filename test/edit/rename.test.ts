import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { addRedirects } from '../../src/edit/rename/redirect-file.ts';
import { rename, RENAMED } from '../../src/edit/rename/rename.ts';
import type { Asked } from '../../src/edit/rename/rename.ts';
import { openFiles } from '../../src/export/files.ts';
import { oldAddresses, oldFiles, oldPlaces } from '../../src/export/old-names.ts';
import { redirectFiles } from '../../src/export/redirects.ts';
import { idsOf, isOfAFile, isRedirected, placeOf, placesIn } from '../../src/load/named.ts';
import type { Named } from '../../src/load/named.ts';
import { readContentFiles, readDataFiles } from '../../src/load/files.ts';
import type { DataFile } from '../../src/load/files.ts';
import type { Report } from '../../src/load/report.ts';
import { loadReport } from '../../src/load/load.ts';
import { baseFiles, withChanges } from '../check/mistakes.ts';
import { withOldPlaces } from '../../src/site/old-places.ts';
import { editionsOf } from '../../src/view/editions.ts';

const data = readDataFiles(process.cwd());
const all = [...data, ...readContentFiles(process.cwd())];
const reportOf = (files: readonly DataFile[]) => loadReport(files.filter(({ file }) => file.startsWith('data/'))).report!;
const report = reportOf(data);

function renamed(files: readonly DataFile[], from: string, to: string, asked: Asked = {}): DataFile[] {
  const result = rename(reportOf(files), files, from, to, asked);
  if (!result.ok) throw new Error(result.message.en);
  const map = new Map(files.map(({ file, bytes }) => [file, bytes]));
  result.removed.forEach((file) => map.delete(file));
  result.files.forEach((text, file) => map.set(file, Buffer.from(text)));
  return [...map].map(([file, bytes]) => ({ file, bytes })).sort((a, b) => (a.file < b.file ? -1 : 1));
}

const isRedirects = ({ file }: DataFile) => file === 'data/redirects.yaml';
const say = ({ bytes }: DataFile) => new TextDecoder().decode(bytes);
const textOf = (files: readonly DataFile[]) => files.filter((file) => !isRedirects(file)).map((file) => `${file.file}\n${say(file)}`).sort();
/** How often each word of small letters, digits and hyphens stands in the data and texts. */
const traces = (files: readonly DataFile[]) => Map.groupBy(textOf(files).join('').match(/[a-z0-9-]+/g) ?? [], (word) => word);
const words = traces(all);

/** Every id, with what it is that of. */
const named = RENAMED.flatMap((kind) => (isOfAFile(kind) ? placesIn(report, kind) : [undefined])
  .flatMap((place) => [...idsOf(report, kind, place)].map((id) => ({ id, asked: { kind, ...(place === undefined ? {} : { in: place }) } satisfies Asked }))));
const things = Map.groupBy(named, ({ id }) => id);

/** Of all ids of a kind, the one that most often stands in the data, is not an English word and means nothing else. */
function mostNamed(kind: Named): (typeof named)[number] {
  return named.filter(({ id, asked }) => asked.kind === kind && things.get(id)?.length === 1 && (id.includes('-') || kind === 'section'))
    .toSorted((a, b) => (words.get(b.id)?.length ?? 0) - (words.get(a.id)?.length ?? 0))
    .find(({ id, asked }) => {
      const result = rename(report, all, id, 'quite-another-id', asked);
      return result.ok && result.places + result.removed.length === words.get(id)?.length;
    })!;
}

describe('an id is changed everywhere', () => {
  test.each(RENAMED.map((kind) => ({ kind, ...mostNamed(kind) })))('$kind $id: the check passes, nothing is left of it, and back again every byte is as it was', ({ kind, id, asked }) => {
    const there = renamed(all, id, 'quite-another-id', asked);
    expect(checkData(there.filter(({ file }) => file.startsWith('data/'))).diagnostics).toEqual([]);
    expect(traces(there).get(id)).toBeUndefined();
    const place = asked.in === undefined ? '' : `    in: ${asked.in}\n`;
    if (!isRedirected(kind)) expect(there.some(isRedirects)).toBe(false);
    else expect(say(there.find(isRedirects)!)).toBe(`# yaml-language-server: $schema=./schema/redirects.json\nredirects:\n  - kind: ${kind}\n${place}    from: ${id}\n    to: quite-another-id\n`);
    expect(textOf(renamed(there, 'quite-another-id', id, asked))).toEqual(textOf(all));
  });

  test('a section, a measure, an issue, a row, a report or a unit whose name other things have too', () => {
    const { data: { section, measures, issues }, file } = report.sections.find(({ data }) => data.issues)!;
    const cases: [string, Asked][] = [[section, { kind: 'section' }], [measures[0]!.id, { kind: 'measure', in: placeOf(file) }], [issues![0]!.id, { kind: 'issue', in: placeOf(file) }], ['general', { kind: 'row', in: 'items' }], ['plan-2021', { kind: 'report' }], ['people', { kind: 'unit' }]];
    for (const [id, asked] of cases) {
      const there = renamed(all, id, 'quite-another-id', asked);
      expect(checkData(there.filter(({ file: each }) => each.startsWith('data/'))).diagnostics).toEqual([]);
      expect(textOf(renamed(there, 'quite-another-id', id, asked))).toEqual(textOf(all));
    }
  });

  test('a row of the budget, in every year and wherever it is named, and no row of another table', () => {
    const result = rename(report, all, 'general', 'administration', { kind: 'row', in: 'items' });
    expect(result.ok && [...result.files.keys()].toSorted()).toEqual(['data/2021/budget.yaml', 'data/finance/2019.yaml', 'data/finance/2020.yaml', 'data/finance/2021.yaml', 'data/redirects.yaml']);
    const [budget, money, redirects] = ['data/2021/budget.yaml', 'data/finance/2021.yaml', 'data/redirects.yaml'].map((file) => (result.ok ? result.files.get(file)! : '')) as [string, string, string];
    expect(budget).toContain('of: [budget/items/administration@FY2020, settlement/items/administration@FY2020]');
    expect(budget).not.toContain('items/general');
    expect(money).toContain('settlement/items/administration@FY2020}');
    expect(money).toContain('is: items/administration\n');
    expect(money).toMatch(/^ +- id: administration$/m);
    expect(money).toMatch(/^ +- id: general$/m);
    expect(redirects.match(/in: \S+/g)).toEqual(['in: finance/2019/items', 'in: finance/2020/items', 'in: finance/2021/items']);
    const one = rename(report, all, 'general', 'administration', { kind: 'row', in: 'finance/2020/items' });
    expect(one.ok && [...one.files.keys()].toSorted()).toEqual(['data/2021/budget.yaml', 'data/finance/2020.yaml', 'data/finance/2021.yaml', 'data/redirects.yaml']);
    expect(one.ok && one.files.get('data/finance/2021.yaml')).toMatch(/\{budget\/items\/administration@FY2020\}[^]*\n +is: items\/general\n/);
    const which = rename(report, all, 'general', 'administration', { kind: 'row' });
    expect(which.ok ? '' : which.message.ja).toMatch(/^id「general」はいくつかの表にあります（finance\/2019\/items、/);
  });

  test('an indicator, whichever it is', () => {
    for (const id of [...report.indicators.keys()].filter((_, index) => index % 92 === 0)) {
      const there = renamed(all, id, 'quite-another-id', { kind: 'indicator' });
      expect(checkData(there.filter(({ file }) => file.startsWith('data/'))).diagnostics).toEqual([]);
      expect(textOf(renamed(there, 'quite-another-id', id, { kind: 'indicator' }))).toEqual(textOf(all));
    }
  });

  test.each([
    ['np-current-rate', 'Bad_ID', '「Bad_ID」は id として使えません。'], ['np-current-rate', 'np-final-rate', '「np-final-rate」はすでに使われています。'],
    ['no-such-id', 'other', 'id「no-such-id」はありません。'], ['np-curent-rate', 'other', '「np-current-rate」ではありませんか。'],
    ['np-current-rate', 'np-current-rate', '今の id と新しい id が同じです。'],
  ])('%s → %s is refused', (from, to, message) => {
    const result = rename(report, all, from, to);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.message.ja + result.repair.ja).toContain(message);
  });

  test('of several sections: it is asked which, and the others stay', () => {
    const city = readDataFiles('test/cases/mistakes/base');
    const twice = [...city, ...city.filter(({ file }) => file === 'data/2025/lending.yaml').map(({ bytes }) => ({ file: 'data/2025/reading.yaml', bytes: Buffer.from(new TextDecoder().decode(bytes).replace('section: lending', 'section: reading').replace(/id: t25/g, 'id: u25')) }))];
    const there = loadReport(twice).report!;
    const [id] = idsOf(there, 'clause', '2025/lending');
    const asked = rename(there, twice, id!, 'other');
    expect(asked.ok ? '' : `${asked.message.en} ${asked.repair.en}`).toBe(`The id “${id}” stands in several sections: 2025/lending, 2025/reading. Say which, as in --in lending.`);
    const result = rename(there, twice, id!, 'other', { in: 'reading' });
    expect(result.ok && [...result.files.keys()]).toEqual(['data/2025/reading.yaml', 'data/redirects.yaml']);
    const none = rename(there, twice, id!, 'other', { in: 'writing' });
    expect(none.ok ? '' : none.message.ja).toBe(`writing に id「${id}」はありません。`);
  });
});

test('what a figure counts, and the part of a share, get the new name too', () => {
  const files = withChanges(baseFiles(), [
    { file: 'data/2025/lending.yaml', find: 'figures:\n', replace: 'figures:\n  - id: counted\n    value: 3冊\n    counts: [t25-01, t25-02, reminders]\n' },
    { file: 'data/indicators/lending/return-rate.yaml', find: 'change: point_change\n', replace: 'change: point_change\nshareOf:\n  part: loans\n  whole: all-items\n' },
  ]);
  const after = (from: string, to: string, file: string) => say(renamed(files, from, to).find((each) => each.file === file)!);
  expect(after('t25-02', 't25-09', 'data/2025/lending.yaml')).toContain('counts: [t25-01, t25-09, reminders]');
  expect(after('reminders', 'postcards-sent', 'data/2025/lending.yaml')).toContain('counts: [t25-01, t25-02, postcards-sent]');
  expect(after('loans', 'lent', 'data/indicators/lending/return-rate.yaml')).toContain('  part: lent\n');
});

describe('redirects', () => {
  const head = '# yaml-language-server: $schema=./schema/redirects.json\nredirects:\n';
  const entry = (kind: string, from: string, to: string, place?: string) => `  - kind: ${kind}\n${place === undefined ? '' : `    in: ${place}\n`}    from: ${from}\n    to: ${to}\n`;
  const a = { kind: 'indicator' as const, from: 'a', to: 'b' };
  const first = addRedirects(undefined, [], [a]);

  test('follow a second change, and go when the id comes back', () => {
    expect(first).toBe(head + entry('indicator', 'a', 'b'));
    expect(addRedirects(`${first}# kept\n`, [a], [{ kind: 'indicator', from: 'b', to: 'c' }])).toBe(`${head}${entry('indicator', 'a', 'c')}${entry('indicator', 'b', 'c')}# kept\n`);
    expect(addRedirects(first, [a], [{ kind: 'indicator', from: 'b', to: 'a' }])).toBe(head + entry('indicator', 'b', 'a'));
  });

  test('are of a file, which may itself get another name', () => {
    const tables = ['2024/lending', '2025/lending'].map((place) => ({ kind: 'table' as const, in: place, from: 'a', to: 'b' }));
    const stored = addRedirects(undefined, [], tables);
    expect(stored).toBe(head + entry('table', 'a', 'b', '2024/lending') + entry('table', 'a', 'b', '2025/lending'));
    expect(addRedirects(stored, tables, [{ kind: 'section', from: 'lending', to: 'loans' }])).toBe(head + entry('table', 'a', 'b', '2024/loans') + entry('table', 'a', 'b', '2025/loans') + entry('section', 'lending', 'loans'));
  });

  const movedSection = (addresses: readonly string[]) => {
    const id = report.sections[0]!.data.section;
    const there = renamed(all, id, 'quite-another-id', { kind: 'section' }).filter(({ file }) => file.startsWith('data/'));
    const model = checkData(there).model!;
    return { id, files: new Map(redirectFiles(model.report, editionsOf(model, '/base/'), addresses, { url: 'https://example.org', base: '/base/' }).map(({ path, content }) => [path, content])) };
  };
  const addresses = ['', '2025/', '2025/quite-another-id/', 'compare/2020-2025/quite-another-id/', 'checks/equal/quite-another-id/', 'print/mid-year-2025/', 'print/mid-year-2025/quite-another-id/', '2025/another/', 'glossary/'];

  test('are pages that lead on, wherever there is a page of it, in every language', () => {
    const { id, files } = movedSection(addresses);
    const pages = ['2025', 'compare/2020-2025', 'checks/equal', 'print/mid-year-2025'];
    expect([...files.keys()].sort()).toEqual(['_redirects', 'moved.js', ...['en', 'ja'].flatMap((tag) => pages.map((page) => `${tag}/${page}/${id}/index.html`))].sort());
    for (const page of pages) {
      const content = files.get(`en/${page}/${id}/index.html`)!;
      expect(content).toContain(`<link rel="canonical" href="https://example.org/base/en/${page}/quite-another-id/">`);
      expect(content).toContain(`<noscript><meta http-equiv="refresh" content="0; url=/base/en/${page}/quite-another-id/"></noscript>`);
      expect(content).toContain(`<script src="/base/moved.js" data-to="/base/en/${page}/quite-another-id/"></script>`);
      expect(content).toContain('<meta name="robots" content="noindex">');
      expect(files.get('_redirects')).toContain(`/base/ja/${page}/${id}/ /base/ja/${page}/quite-another-id/ 301\n`);
    }
  });

  test('never take the place of a page that there is', () => {
    const { id, files } = movedSection(['2025/quite-another-id/', `2025/${report.sections[0]!.data.section}/`]);
    expect([...files.keys()]).toEqual([]);
    expect(movedSection(addresses).files.has(`ja/2025/${id}/index.html`)).toBe(true);
  });

  test('of two things in one address lead on from every name that it had', () => {
    const both = { ...report, redirects: [{ kind: 'section' as const, from: 'a', to: 'b' }, { kind: 'mid-term' as const, from: 'second', to: 'third' }, { kind: 'section' as const, from: 'b', to: 'c' }, { kind: 'section' as const, from: 'a', to: 'c' }] };
    expect(oldAddresses(both)('print/plan-2020/c/')).toEqual(['print/plan-2020/b/', 'print/plan-2020/a/']);
    expect(oldAddresses(both)('mid-term/third/')).toEqual(['mid-term/second/']);
    expect(oldAddresses(both)('print/third/')).toEqual(['print/second/']);
    const report2 = { ...both, redirects: [...both.redirects, { kind: 'report' as const, from: 'autumn', to: 'mid-year' }] };
    expect(oldAddresses(report2)('print/mid-year/c/')).toEqual(['print/mid-year/b/', 'print/mid-year/a/', 'print/autumn/c/', 'print/autumn/b/', 'print/autumn/a/']);
    expect(oldAddresses(both)('mid-term/c/')).toEqual([]);
  });
});

describe('what has but a place on a page', () => {
  const redirects: Report['redirects'] = [
    { kind: 'clause', in: '2025/np', from: 'was', to: 'is' }, { kind: 'measure', in: '2025/np', from: 'way', to: 'path' },
    { kind: 'table', in: '2025/np', from: 'list', to: 'sheet' }, { kind: 'table', in: '2025/np', from: 'roll', to: 'sheet' },
    { kind: 'target', from: 't-1', to: 't-2' }, { kind: 'term', from: 'word', to: 'term' }, { kind: 'indicator', from: 'rate', to: 'share' },
    { kind: 'section', from: 'old', to: 'np' }, { kind: 'issue', in: 'mid-term/2024-2028', from: 'gap', to: 'hole' },
    { kind: 'report', from: 'autumn', to: 'mid-year-2025' }, { kind: 'row', in: 'finance/2021/items', from: 'upkeep', to: 'general' },
  ];
  const moved = { ...report, redirects };
  const plan = report.midTerms.find(({ file }) => file.includes('2024-2028'))!.data.id;
  const at = (address: string, html: string) => {
    const oldOf = oldPlaces(moved)(address);
    return oldOf ? withOldPlaces(html, oldOf) : html;
  };

  test.each([
    ['2025/np/', '<h2 id="path">P</h2>', '<h2 id="path"><span id="way"></span>P</h2>'],
    ['2025/np/', '<div class="clause" id="clause-is">', '<div class="clause" id="clause-is"><span id="clause-was"></span>'],
    ['2020/np/', '<div id="clause-is">', '<div id="clause-is">'],
    ['2025/np/', '<div id="table-sheet">', '<div id="table-sheet"><span id="table-list"></span><span id="table-roll"></span>'],
    ['2025/np/', '<tr id="table-sheet--share"> <th scope="row">', '<tr id="table-sheet--share"> <th scope="row"><span id="table-list--share"></span><span id="table-roll--share"></span><span id="table-sheet--rate"></span><span id="table-list--rate"></span><span id="table-roll--rate"></span>'],
    ['2025/np/', '<p data-x="a > b" id="target-t-2">', '<p data-x="a > b" id="target-t-2"><span id="target-t-1"></span>'],
    ['2025/np/', '<p id="target-t-2x"><i id="x-path">', '<p id="target-t-2x"><i id="x-path">'],
    ['2025/np/', '<h2 id="path"></h2><h2 id="way">', '<h2 id="path"></h2><h2 id="way">'],
    ['glossary/', '<div id="term"><dt>', '<div id="term"><dt><span id="word"></span>'],
    ['compare/2021-2025/np/', '<tr role="row" id="np--is" class="new"><td>', '<tr role="row" id="np--is" class="new"><td><span id="np--was"></span><span id="old--is"></span><span id="old--was"></span>'],
    [`mid-term/${plan}/`, '<li id="issue-hole">', '<li id="issue-hole"><span id="issue-gap"></span>'],
    ['checks/equal/', '<tr id="check-share-2025-09-change"><td>', '<tr id="check-share-2025-09-change"><td><span id="check-rate-2025-09-change"></span>'],
    ['indicators/share/', '<figure class="chart-figure" id="chart-share-years"><figcaption><strong>', '<figure class="chart-figure" id="chart-share-years"><figcaption><span id="chart-rate-years"></span><strong>'],
    ['', '<figure id="chart-share-of-x-years"><i id="chart-share-years-hint">', '<figure id="chart-share-of-x-years"><i id="chart-share-years-hint">'],
    ['print/mid-year-2025/', '<figure id="chart-share-years">', '<figure id="chart-share-years">'],
    ['2025/np/', '<figure id="chart-mid-year-2025-np">', '<figure id="chart-mid-year-2025-np"><span id="chart-mid-year-2025-old"></span><span id="chart-autumn-np"></span><span id="chart-autumn-old"></span>'],
    ['finance/2021/', '<tr id="items-general"><th>', '<tr id="items-general"><th><span id="items-upkeep"></span>'],
    ['finance/2021/', '<tr id="items-general-other"><th>', '<tr id="items-general-other"><th>'],
    ['finance/2020/', '<tr id="items-general"><th>', '<tr id="items-general"><th>'],
    ['checks/equal/finance/2021/', '<tr id="check-finance-2021-items-general-budget-also-1"><td>', '<tr id="check-finance-2021-items-general-budget-also-1"><td><span id="check-finance-2021-items-upkeep-budget-also-1"></span>'],
    ['about/', '<h2 id="path">', '<h2 id="path">'],
  ])('%s %s: keeps the old one beside the new', (address, html, expected) => expect(at(address, html)).toBe(expected));

  test('files of the open data are there under the old names too', () => {
    const before = oldFiles(moved);
    expect(before('data/indicators/share.excel.csv')).toEqual(['data/indicators/rate.excel.csv']);
    expect(before('data/tables/2025/np/sheet.ja.csv')).toEqual(['list', 'roll'].flatMap((name) => [`data/tables/2025/np/${name}.ja.csv`]).concat(['sheet', 'list', 'roll'].map((name) => `data/tables/2025/old/${name}.ja.csv`)));
    expect(before('data/tables/2020/np/sheet.json')).toEqual(['data/tables/2020/old/sheet.json']);
    expect(before('data/indicators/shares.csv')).toEqual([]);
    expect(before('data/charts/chart-share-cohorts.ja.csv')).toEqual(['data/charts/chart-rate-cohorts.ja.csv']);
    expect(before('data/charts/chart-share-of-all-years.ja.csv')).toEqual([]);
    expect(before('data/charts/chart-mid-year-2025-np.en.csv')).toEqual(['chart-mid-year-2025-old', 'chart-autumn-np', 'chart-autumn-old'].map((name) => `data/charts/${name}.en.csv`));
  });

  test('among the files that are written', async () => {
    const id = report.organisation.headline[0]!;
    const { in: place, id: table } = report.sections.flatMap(({ file, data: { tables = [] } }) => tables.map((each) => ({ in: placeOf(file), id: each.id })))[0]!;
    const there = renamed(renamed(all, id, 'another-rate', { kind: 'indicator' }), table, 'another-table', { kind: 'table', in: place });
    const model = checkData(there.filter(({ file }) => file.startsWith('data/'))).model!;
    const files = new Map(openFiles(editionsOf(model, '/'), 'https://example.org/').map(({ path, content }) => [path, content]));
    for (const [now, before] of [[`data/indicators/another-rate.json`, `data/indicators/${id}.json`], [`data/tables/${place}/another-table.json`, `data/tables/${place}/${table}.json`]] as const)
      expect(await files.get(before)!()).toBe(await files.get(now)!());
  });
});

describe('npm run rename', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nenpo-rename-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('moves files, says where, and leaves a redirect; --dry-run writes nothing', () => {
    cpSync('test/cases/organisations/city', folder, { recursive: true });
    const [id] = [...reportOf(readDataFiles(folder)).indicators.keys()];
    const command = (...args: string[]) => spawnSync(process.execPath, ['scripts/rename.ts', id!, 'renamed-id', '--lang', 'en', '--root', folder, ...args], { encoding: 'utf8' });
    expect(command('--dry-run').stdout).toContain('nothing was written');
    expect(existsSync(join(folder, 'data/redirects.yaml'))).toBe(false);
    expect(command().status).toBe(0);
    expect(readFileSync(join(folder, 'data/redirects.yaml'), 'utf8')).toContain(`from: ${id}\n    to: renamed-id`);
    expect(checkData(readDataFiles(folder)).diagnostics).toEqual([]);
    expect([...reportOf(readDataFiles(folder)).indicators.keys()]).toContain('renamed-id');
  });
});
