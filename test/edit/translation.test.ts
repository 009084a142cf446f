import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSheets } from '../../src/edit/sheet/read-sheet.ts';
import { sheetCsv, sheetXlsx } from '../../src/edit/sheet/write-sheet.ts';
import { doubts, findTranslations } from '../../src/edit/translation/findings.ts';
import { importTranslations, translationSheet } from '../../src/edit/translation/table.ts';
import { bodyTexts, idOf } from '../../src/edit/translation/texts.ts';
import { loadReport } from '../../src/load/load.ts';
import { readDataFiles } from '../../src/load/files.ts';

const root = process.cwd();
const files = readDataFiles(root);
const { report } = loadReport(files);
if (!report) throw new Error('the data cannot be read');
const { languages } = report;
const contents = new Map(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
const read = (file: string) => contents.get(file)!;
const texts = bodyTexts(files, languages);
const LANGUAGES = { tags: ['ja', 'en'], text: 'ja' };
const TERMS = [
  { id: 'branch', term: { ja: '年金事務所', en: 'branch office' }, text: { ja: 'x' } },
  { id: 'np', term: { ja: '国民年金', en: 'National Pension' }, text: { ja: 'x' } },
  { id: 'ep', term: { ja: '厚生年金', en: 'Employees’ Pension Insurance' }, text: { ja: 'x' } },
  { id: 'statement', term: { ja: 'ねんきん定期便', en: 'Nenkin Teikibin (regular statement)' }, text: { ja: 'x' } },
  { id: 'student', term: { ja: '学生納付特例', en: 'Special Payment System for Students' }, text: { ja: 'x' } },
  { id: 'system', term: { ja: '基幹システム', en: 'Special Payment System' }, text: { ja: 'x' } },
  { id: 'corona', term: { ja: '新型コロナウイルス感染症', en: 'COVID-19' }, also: { en: ['the pandemic'] }, text: { ja: 'x' } },
];

test('months are known in the words of every language', () => {
  const found = (en: string, other: string, tag: string) => doubts(en, other, 'en', tag, []).map((doubt) => doubt.en);
  for (const [words, tag] of [['Moyenne de décembre.', 'fr'], ['DÉCEMBRE', 'fr'], ['12월의 평균', 'ko'], ['od grudnia', 'pl'], ['grudzień', 'pl'], ['Mittel im Dezember', 'de'], ['12月的平均值', 'zh']] as const)
    expect(found('The mean of December.', words, tag), words).toEqual([]);
  expect(found('The mean of December.', 'Moyenne de novembre.', 'fr')).toEqual(['only in en: m12', 'only in fr: m11']);
  expect(found('The mean.', 'Décembriste.', 'fr')).toEqual([]);
});

describe('a text is suspect', () => {
  const found = (ja: string, en: string) => doubts(ja, en, 'ja', 'en', TERMS).map((doubt) => doubt.en);

  test.each([
    ['令和6年度は3件です。', 'Three in FY2024.'], ['平成31年4月から', 'from April 2019'], ['1万人', '10,000 people'], ['1.5億円', '¥150 million'],
    ['{a@FY2024}でした。', 'It was {a@FY2024}.'], ['年金事務所で', 'at branch offices'], ['四月から', 'from April'], ['{term:branch}で{FY2024}に', 'in {FY2024} at a branch'],
    ['一月当たり{a}でした。', 'It was {a} a month.'], ['目標の５割弱です。', 'A little under 50% of the goal.'], ['①納付月数', 'Months paid'], ['（１）の人数', 'People'],
    ['20歳以上60歳未満の人。', 'People between 20 and 59.'], ['令和3年4月～令和4年3月', 'April to March FY2021'], ['2年前納', 'two-year prepayment'],
    ['ねんきん定期便を送りました。', 'Regular statements were sent.'], ['学生納付特例の期間が終わった。', 'Their time in the student scheme was over.'], ['新型コロナウイルス感染症の影響です。', 'An effect of the pandemic.'],
    ['国民年金保険料の納付率', 'Payment rate'], ['うち、年金事務所の件数', 'Of these'],
  ])('not: %s / %s', (ja, en) => expect(found(ja, en)).toEqual([]));

  test.each([
    ['令和6年度', 'FY2023', ['only in ja: 2024', 'only in en: 2023']], ['15件', 'some', ['only in ja: 15']], ['9月末', 'the end of October', ['only in ja: m9', 'only in en: m10']],
    ['{a@FY2024}でした。', 'It was {a@FY2023}.', ['only in ja: {a@FY2024}', 'only in en: {a@FY2023}']],
    ['1万人', '1,000 people', ['only in ja: 10000', 'only in en: 1000']],
    ['一月から', 'from February', ['only in ja: m1', 'only in en: m2']], ['目標の5割です。', 'It is 60% of the goal.', ['only in ja: 50', 'only in en: 60']],
    ['20歳以上60歳未満の人。', 'People between 20 and 58.', ['only in ja: 60', 'only in en: 58']], ['令和3年10月～令和4年8月', 'October 2021 to August', ['only in ja: 2022']],
    ['国民年金の納付率', 'Payment rate of Employees’ Pension Insurance', ['“国民年金” is “National Pension” in the glossary']],
    ['国民年金の手続です。', 'This is the procedure.', ['“国民年金” is “National Pension” in the glossary']],
    ['ねんきん定期便を送りました。', 'Letters were sent.', ['“ねんきん定期便” is “Nenkin Teikibin (regular statement)” in the glossary']],
    ['年金事務所で受け付けます。', 'It is accepted at shops.', ['“年金事務所” is “branch office” in the glossary']],
  ])('%s / %s', (ja, en, doubt) => expect(found(ja, en)).toEqual(doubt));
});

describe('a text is stale', () => {
  const [text] = bodyTexts([{ file: 'data/x.yaml', bytes: Buffer.from('t:\n  ja: |-\n    一\n    二\n  en: two\n') }], LANGUAGES);
  const found = (times: readonly (readonly [string, number])[]) =>
    findTranslations([text!], LANGUAGES, [], (_, line) => ({ commit: times[line - 1]![0], time: times[line - 1]![1] })).map(({ kind }) => kind);

  test('where a line of the original is newer than its translation', () => {
    expect(found([['a', 1], ['a', 1], ['a', 1], ['b', 2], ['a', 1]])).toEqual(['stale']);
    expect(found([['a', 1], ['a', 1], ['a', 1], ['b', 2], ['b', 2]])).toEqual([]);
    expect(found([['a', 1], ['a', 1], ['a', 1], ['a', 1], ['b', 2]])).toEqual([]);
  });
});

describe('the table for translators', () => {
  test.each(['csv', 'xlsx'])('of every text comes back as %s without a difference, and with a new translation of each', async (kind) => {
    const sheet = translationSheet(texts, [], languages, 'ja');
    const bytes = async (each: typeof sheet) => (kind === 'csv' ? Buffer.from(sheetCsv(each)) : sheetXlsx([each]));
    const back = async (each: typeof sheet) => {
      const sheets = await readSheets(`t.${kind}`, await bytes(each));
      return importTranslations(sheets.ok ? sheets.sheets[0]! : { rows: [], merges: [] }, texts, languages, read, () => { throw new Error('a conflict'); });
    };
    expect(texts.length).toBeGreaterThan(1000);
    expect(await back(sheet)).toEqual({ files: new Map(), written: 0, conflicts: [], problems: [], stale: [] });

    const few = texts.filter((_, index) => index % 97 === 0);
    const fill = (row: readonly string[], index: number) => (index > 0 && (index - 1) % 97 === 0 ? row.map((cell, column) => (column === 4 ? `New: text\nof ${row[0]}` : cell)) : row);
    const result = await back({ ...sheet, rows: sheet.rows.map(fill) });
    expect(result.written).toBe(few.length);
    for (const text of few) {
      const value = text.path.reduce<unknown>((inside, key) => (inside as Record<string | number, unknown>)[key], parse(result.files.get(text.file)!)) as Record<string, string>;
      expect(value).toMatchObject({ ja: text.by['ja']!.text, en: `New: text\nof ${idOf(text)}` });
    }
  });

  const sheetWith = (cells: readonly string[]) => ({ rows: [['id', '状態', 'ja', 'en', 'en（新）'], cells], merges: [] });
  const bring = (yaml: string, cells: readonly string[], answer: 'keep' | 'replace' = 'keep') =>
    importTranslations(sheetWith(cells), bodyTexts([{ file: 'data/x.yaml', bytes: Buffer.from(yaml) }], LANGUAGES), LANGUAGES, () => yaml, () => answer);

  test('adds what is missing, with comments left alone', () => {
    expect(bring('t: # c\n  ja: 文 # d\n# e\n', ['data/x.yaml#t', '', '文', '', 'A text']).files.get('data/x.yaml')).toBe('t: # c\n  ja: 文 # d\n  en: A text\n# e\n');
  });

  test('leaves out what translates an original that has changed, and asks where the translation has', () => {
    const changed = bring('t:\n  ja: 別の文\n', ['data/x.yaml#t', '', '文', '', 'A text']);
    expect(changed).toMatchObject({ written: 0, stale: [{ cell: 'E2' }] });
    const both = ['data/x.yaml#t', '', '文', 'Old', 'New'];
    expect(bring('t:\n  ja: 文\n  en: Other\n', both)).toMatchObject({ written: 0, conflicts: [{ cell: 'E2', stored: 'Other', sheet: 'New' }] });
    expect(bring('t:\n  ja: 文\n  en: Other\n', both, 'replace').files.get('data/x.yaml')).toBe('t:\n  ja: 文\n  en: New\n');
    expect(bring('t:\n  ja: 文\n  en: Old\n', both).files.get('data/x.yaml')).toBe('t:\n  ja: 文\n  en: New\n');
  });

  test('follows a text that moved, and refuses what is no text of the data', () => {
    expect(bring('l:\n  - t:\n      ja: 前\n  - t:\n      ja: 文\n', ['data/x.yaml#l.0.t', '', '文', '', 'A text']).files.get('data/x.yaml')).toContain('      ja: 文\n      en: A text\n');
    expect(bring('t:\n  ja: 文\n', ['data/x.yaml#u', '', '他', '', 'A text'])).toMatchObject({ written: 0, problems: [{ cell: 'E2' }] });
  });
});

describe('npm run translation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nenpo-translation-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(root, 'test/cases/mistakes/base'), folder, { recursive: true });
  const command = (...args: string[]) => spawnSync(process.execPath, [join(root, 'scripts/translation.ts'), '--lang', 'en', '--root', folder, ...args], { encoding: 'utf8', env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() } });
  const git = (date: string, ...args: string[]) => execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } });

  test('says that there is no history, then finds what is stale in it', () => {
    const before = command('--kind', 'stale');
    expect(before.stderr).toContain('There is no git history here');
    git('2026-01-01T00:00:00Z', 'init', '-q');
    git('2026-01-01T00:00:00Z', 'add', '.');
    git('2026-01-01T00:00:00Z', 'commit', '-qm', 'first');
    const file = join(folder, 'data/organisation.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/(statement:\n {2}ja: )/, '$1新しい'));
    git('2026-02-01T00:00:00Z', 'commit', '-qam', 'second');
    const after = command('--kind', 'stale', '--format', 'json');
    expect(JSON.parse(after.stdout)).toMatchObject({ history: true, findings: [{ kind: 'stale', to: 'en', id: 'data/organisation.yaml#statement' }] });
  });
});
