import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkData } from '../../../src/check/check.ts';
import { checklist } from '../../../src/edit/new-year/checklist.ts';
import { formatYaml } from '../../../src/edit/format-yaml.ts';
import { scaffoldYear } from '../../../src/edit/new-year/scaffold.ts';
import type { Scaffold } from '../../../src/edit/new-year/scaffold.ts';
import { readDataFiles } from '../../../src/load/files.ts';
import { latestEdition } from '../../../src/derive/model.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CITY = join(ROOT, 'test/cases/organisations/city');

const begun = new Map<string, ReturnType<typeof beginAnew>>();

function begin(root: string, year: string): ReturnType<typeof beginAnew> {
  const found = begun.get(root + year) ?? beginAnew(root, year);
  begun.set(root + year, found);
  return found;
}

function beginAnew(root: string, year: string) {
  const files = readDataFiles(root);
  const { model } = checkData(files);
  const scaffold = scaffoldYear(model!, readFileSync(join(root, 'data/documents.yaml'), 'utf8'), year) as Scaffold;
  const all = new Map([...files.map(({ file, bytes }) => [file, bytes] as const), ...[...scaffold.files].map(([file, text]) => [file, new TextEncoder().encode(text)] as const)]);
  const after = checkData([...all].map(([file, bytes]) => ({ file, bytes })).toSorted((a, b) => (a.file < b.file ? -1 : 1)));
  return { before: model!, scaffold, ...after };
}

describe.each([
  ['the real data', ROOT, 'FY2026'],
  ['a city whose year is the calendar’s', CITY, 'FY2026'],
  ['an agency with three languages', join(ROOT, 'test/cases/organisations/agency'), 'FY2026'],
])('a year of %s', { timeout: 120_000 }, (_, root, year) => {
  let found: ReturnType<typeof begin>;
  beforeAll(() => {
    found = begin(root, year);
  }, 120_000);

  test('has no mistakes and is in the shape of all files', () => {
    expect(found.diagnostics).toEqual([]);
    for (const [file, text] of found.scaffold.files) if (file !== 'data/documents.yaml') expect([file, formatYaml(text)]).toEqual([file, text]);
  });

  test('has each measure of the year before, its items continuing those, and claims nothing else', () => {
    const { model, before, scaffold } = found;
    const own = model!.report.sections.filter((section) => section.year === year);
    const old = before.report.sections.filter((section) => section.year === scaffold.from);
    expect(own.map(({ data }) => data.section)).toEqual(old.map(({ data }) => data.section));
    for (const clause of own.flatMap(({ data }) => data.measures.flatMap(({ clauses }) => clauses))) {
      expect(Object.keys(clause).filter((key) => !['id', 'targets', 'from'].includes(key))).toEqual([]);
      expect(clause.from?.of?.[0]).toMatch(new RegExp(`^${scaffold.from.slice(2)}/`));
    }
  });

  test('has its targets, without a figure yet', () => {
    const verdicts = [...found.model!.verdictsById.values()].filter(({ target }) => target.year === year && found.scaffold.sections.some(({ targets }) => targets.includes(target.id)));
    expect(verdicts.length).toBe(found.scaffold.sections.flatMap(({ targets }) => targets).length);
    expect(new Set(verdicts.map(({ result }) => result))).toEqual(new Set(verdicts.length > 0 ? ['no_target'] : []));
  });

  test('leaves what was known as it was: earlier verdicts, the first page', () => {
    const { model, before } = found;
    expect(model!.known).toBe(before.known);
    expect(latestEdition(model!)?.data.id).toBe(latestEdition(before)?.data.id);
    for (const [id, { result }] of before.verdictsById) expect([id, model!.verdictsById.get(id)?.result]).toEqual([id, result]);
  });

  test('names every issue of the year before in its checklist', () => {
    const issues = found.before.report.sections.filter((section) => section.year === found.scaffold.from).flatMap(({ data }) => data.issues ?? []);
    expect(checklist(found.scaffold, 'ja').match(/前年度の課題に答える/g)?.length ?? 0).toBe(issues.length);
    expect(checklist(found.scaffold, 'en').match(/Answer last year’s issue/g)?.length ?? 0).toBe(issues.length);
  });
});

test('an issue stands in a comment over the measure that it is headed by', () => {
  const { scaffold } = begin(ROOT, 'FY2026');
  const text = scaffold.files.get('data/2026/np-collection.yaml')!;
  expect(text).toMatch(/ {2}# この施策で答える前年度の課題 \/ last year’s issues, to be answered here:\n {2}# - 引き続き納付率を上げるため[^\n]*\n(?: {2}# [^\n]*\n)+ {2}- id: local-conditions\n/);
  expect(text).toContain('  # - {"rule":"delta_prev"');
});

test('titles of targets move on by a year, and promise nothing', () => {
  const { model } = begin(ROOT, 'FY2026');
  const titles = model!.report.sections.filter(({ year }) => year === 'FY2026').flatMap(({ data: { targets = [] } }) => targets.map(({ id, title }) => [id, title.ja, title.en]));
  expect(titles).toContainEqual(['t26-02', '現年度納付率', 'Current-year payment rate']);
  expect(titles).toContainEqual(['t26-03', '令和7年度分の過年度1年目納付率', 'First-year-after payment rate, FY2025 contributions']);
  expect(titles.filter(([, ja, en]) => /令和[5]年度|FY2023/.test(`${ja}${en}`))).toEqual([]);
});

test('the checklist is in words', () => {
  const { scaffold } = begin(ROOT, 'FY2026');
  expect(checklist(scaffold, 'ja')).toContain('を大量に保管している事務センターの分について、令和8年度以降、');
  expect(`${checklist(scaffold, 'ja')}${checklist(scaffold, 'en')}`).not.toMatch(/\{(term:|FY)/);
});

describe('scripts/new-year.ts', { timeout: 120_000 }, () => {
  let root = '';
  const run = (...args: string[]) => {
    const env = { ...process.env, LANG: 'ja_JP.UTF-8', LC_ALL: '', NENPO_LANG: undefined };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/new-year.ts'), ...args, '--root', root], { encoding: 'utf8', env });
    return { status, stdout, stderr };
  };
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'nenpo-new-year-'));
    cpSync(CITY, root, { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('--dry-run writes nothing and tells what there would be', () => {
    const before = readdirSync(join(root, 'data'), { recursive: true });
    const { status, stdout } = run('2026', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('新規  data/2026/parks.yaml\n');
    expect(stdout).toContain('# 2026年を始める手順');
    expect(readdirSync(join(root, 'data'), { recursive: true })).toEqual(before);
  });

  test('writes the year with a checklist in both languages; the second time it refuses', () => {
    expect(run('2026').status).toBe(0);
    expect(readdirSync(join(root, 'data/2026')).sort()).toEqual(['checklist.md', 'parks.yaml', 'report.yaml', 'waste.yaml']);
    expect(readFileSync(join(root, 'data/2026/checklist.md'), 'utf8')).toMatch(/^# 2026年を始める手順\n[^]*\n---\n\n# How to begin 2026\n/);
    expect(parse(readFileSync(join(root, 'data/2026/report.yaml'), 'utf8'))).toMatchObject({
      year: 'FY2026', reports: [{ id: 'plan-2026', kind: 'plan', title: { ja: '2026年 計画', en: '2026 plan' }, published: '2026-01', document: 'plan-2026' }],
    });
    expect(readdirSync(join(root, 'data')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(run('2026')).toEqual({ status: 1, stdout: '', stderr: 'data/2026/ はすでにあります。何も書きませんでした。\n' });
  });

  test('refuses a year before the latest, what is no year, and data with errors', () => {
    expect(run('2020').stderr).toBe('2020 は、いちばん新しい 2026 より前の年度です。何も書きませんでした。\n');
    expect(run('next').status).toBe(2);
    rmSync(join(root, 'data/glossary.yaml'));
    const { status, stderr } = run('2027');
    expect(status).toBe(1);
    expect(stderr).toContain('データに誤りがあります。先に直してください。\n');
    expect(existsSync(join(root, 'data/2027'))).toBe(false);
  });
});
