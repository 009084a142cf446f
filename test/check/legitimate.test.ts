import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { baseFiles, listMistakes, withChanges } from './mistakes.ts';

const LENDING = 'data/2025/lending.yaml';
const LOANS = 'data/indicators/lending/adult-loans.yaml';

type Edit = readonly [file: string, find: string, replace: string];

/** The codes that the base body is told of after these edits. */
function told(edits: readonly Edit[]): string[] {
  const files = baseFiles().map(({ file, bytes }) => {
    const own = edits.filter(([name]) => name === file);
    return own.length === 0 ? { file, bytes } : { file, bytes: Buffer.from(own.reduce(edited, new TextDecoder().decode(bytes))) };
  });
  return checkData(files).diagnostics.map(({ code }) => code);
}

function edited(text: string, [file, find, replace]: Edit): string {
  expect(text.split(find).length, `${find} in ${file}`).toBe(2);
  return text.replace(find, () => replace);
}

const NONE = '      - label: { ja: うち女性, en: Of whom women }\n        cells: [null, null, null, null]\n      - cells: [{ ja: うち男性, en: Of whom men }, null, null, null]\n';
const MEAN = '  - id: busy\n    value: 88.4%\n    op: mean\n    of: [return-rate@2024-04, return-rate@2024-06]\n';

/** A target of the plan whose result is known. */
const ENDED: Edit = ['data/mid-term/2024-2028.yaml', '    year: FY2028\n    rule:\n      rule: gte\n      indicator: return-rate\n      value: 95%', '    year: FY2024\n    rule:\n      rule: gte\n      indicator: return-rate\n      value: 95%'];

function series(values: readonly string[]): string {
  return values.map((value, index) => `  - at: FY${2023 - values.length + index}\n    value: ${value}\n`).join('').concat('  - at: FY2023\n    value: 12,300冊\n');
}

/** What officials rightly write, and beside it the slip that it is near to. */
describe.each<{ readonly what: string; readonly right: readonly Edit[][]; readonly wrong: readonly Edit[]; readonly code: string }>([
  {
    what: 'a target whose wording gives its figure in another scale or in a fraction',
    right: [
      [[LENDING, '返却率を前年度から{1.0}ポイント伸ばす。', '貸出を{1.2}万冊以上にする。'], [LENDING, 'Raise the return rate by {1.0} pp.', 'Lend {1.2} times ten thousand books.'], ...gte('12,000冊')],
      [[LENDING, '返却率を前年度から{1.0}ポイント伸ばす。', '蔵書{60,000}冊の{5}分の{1}以上を貸す。'], [LENDING, 'Raise the return rate by {1.0} pp.', 'Lend {1}/{5} of the {60,000} books.'], ...gte('12,000冊')],
      [[LENDING, '返却率を前年度から{1.0}ポイント伸ばす。', '一層の貸出に努める。'], [LENDING, 'Raise the return rate by {1.0} pp.', 'Lend even more, in three ways.'], ...gte('12,000冊')],
    ],
    wrong: [[LENDING, '返却率を前年度から{1.0}ポイント伸ばす。', '貸出を{1.3}万冊以上にする。'], [LENDING, 'Raise the return rate by {1.0} pp.', 'Lend {1.3} times ten thousand books.'], ...gte('12,000冊')],
    code: 'wording-differs',
  },
  {
    what: 'a rounded figure beside the exact one',
    right: [[[LOANS, '    value: 12,300冊\n', also('12,300冊', '約12,000冊')]], [[LOANS, '    value: 12,300冊\n', also('12,300冊', 'およそ1.2万冊')]]],
    wrong: [[LOANS, '    value: 12,300冊\n', also('12,300冊', '約12,200冊')]],
    code: 'recheck-differs',
  },
  {
    what: 'a number of a name in running text',
    right: [[[LOANS, '大人に貸し出した本の数。', 'COVID-19、PM2.5、HbA1cとCO2の本を含みます。'], [LOANS, 'Books lent to adults.', 'With those on COVID-19, PM2.5 and HbA1c.']]],
    wrong: [[LOANS, '大人に貸し出した本の数。', 'ICT3件の本を含みます。']],
    code: 'unbound-number',
  },
  {
    what: 'a year of an era that was yet to end',
    right: [[[LENDING, '返却の遅れをどのように減らすか。', '平成{32}年度の計画をどう見直すか。'], [LENDING, 'How can late returns be reduced?', 'What of the plan for {32}?']], [[LENDING, '      ja: 返却の促進\n', '      ja: 平成32年度（2020年度）からの返却の促進\n']]],
    wrong: [[LENDING, '      ja: 返却の促進\n', '      ja: 平成32年度（2021年度）からの返却の促進\n']],
    code: 'era-year',
  },
  {
    what: 'an official name in Latin letters',
    right: [[[LENDING, '      ja: 返却の促進\n', '      ja: Times Higher Education Impact Rankings\n']]],
    wrong: [[LENDING, '      ja: 返却の促進\n', '      ja: Getting the books of the library back\n']],
    code: 'other-language',
  },
  {
    what: 'heads and rows of words that a table repeats',
    right: [[[LENDING, '      - at: 2024-09\n', '      - at: 2024-09\n      - label: { ja: 備考, en: Note }\n      - label: { ja: 備考, en: Note }\n'], [LENDING, '        cells: [loans@FY2023, loans@FY2024]', '        cells: [loans@FY2023, null, null, loans@FY2024]'],
      [LENDING, '      - indicator: return-rate\n      - label', `      - indicator: return-rate\n${NONE}${NONE}      - label`]]],
    wrong: [[LENDING, '      - indicator: return-rate\n      - label', '      - indicator: return-rate\n      - indicator: return-rate\n      - label']],
    code: 'entry-twice',
  },
  {
    what: 'a figure that has stood the same for years',
    right: [[[LOANS, '  - at: FY2023\n    value: 12,300冊\n', series(['12,345冊', '12,345冊', '12,345冊', '12,345冊'])]]],
    wrong: [[LOANS, '  - at: FY2023\n    value: 12,300冊\n', series(['12,100冊', '12,345冊', '12,345冊', '12,400冊'])]],
    code: 'stale-value',
  },
  {
    what: 'the mean of chosen months, of which a note says so',
    right: [[[LENDING, 'tables:\n  - id: returns-by-year', `${MEAN}    note: { ja: 繁忙期の平均です。, en: Mean of the busy months. }\ntables:\n  - id: returns-by-year`]]],
    wrong: [[LENDING, 'tables:\n  - id: returns-by-year', `${MEAN}tables:\n  - id: returns-by-year`]],
    code: 'mean-of-months',
  },
  {
    what: 'a target of the State that was met',
    right: [[clause('国の目標を達成しました。')]],
    wrong: [clause('返却の目標を達成しました。')],
    code: 'status-without-target',
  },
  {
    what: 'a target without a verdict, of a document that judges none',
    right: [[ENDED, [LENDING, 'says: on_track', 'says: not_stated']]],
    wrong: [ENDED],
    code: 'status-missing',
  },
  {
    what: 'a target of a fall',
    right: [[[LOANS, 'better: higher', 'better: lower'], ...gte('12,000冊'), [LENDING, '      rule: gte\n      indicator: adult-loans\n      value: 12,000冊', '      rule: delta_prev\n      indicator: adult-loans\n      value: -1冊']]],
    wrong: [[LOANS, 'better: higher', 'better: lower'], ...gte('12,000冊'), [LENDING, '      rule: gte\n      indicator: adult-loans\n      value: 12,000冊', '      rule: delta_prev\n      indicator: adult-loans\n      value: +1冊']],
    code: 'rise-of-lower',
  },
  {
    what: 'a head that names the year of a target or of a census',
    right: [
      [[LENDING, '      - label:\n          ja: 貸出冊数\n          en: Loans\n', '      - label:\n          ja: 令和12年度目標に対する貸出\n          en: Loans towards the target for FY2030\n']],
      [[LENDING, '      - label:\n          ja: 貸出冊数\n          en: Loans\n', '      - label:\n          ja: 令和2年国勢調査の人口当たり\n          en: Loans per head of the census of 2020\n']],
    ],
    wrong: [[LENDING, '      - label:\n          ja: 貸出冊数\n          en: Loans\n', '      - label:\n          ja: 令和2年度の貸出\n          en: Loans of FY2020\n']],
    code: 'label-year',
  },
])('$what', ({ right, wrong, code }) => {
  test('is right', () => {
    for (const edits of right) expect(told(edits), JSON.stringify(edits)).toEqual([]);
  });

  test('and the slip is told', () => expect(told(wrong)).toContain(code));
});

function gte(value: string): Edit[] {
  return [[LENDING, '      rule: delta_prev\n      indicator: return-rate\n      value: +1.0ポイント', `      rule: gte\n      indicator: adult-loans\n      value: ${value}`]];
}

/** Another clause, without a target, and with this progress. */
function clause(progress: string): Edit {
  return [LENDING, '            tables: [returns-by-year]\n', `            tables: [returns-by-year]\n      - id: more\n        progress:\n          - text: { ja: ${progress}, en: It was met. }\n`];
}

function also(value: string, other: string): string {
  return `    value: ${value}\n    also:\n      - value: ${other}\n        source:\n          document: progress-2025\n          page: 1\n`;
}

test('an indicator of another section judges a target that speaks of it by its name', () => {
  const { changes } = listMistakes().find(({ name }) => name === 'target-of-another-section')!;
  const spoken = [...changes, { file: LENDING, find: '{2}年続けて上げる。', replace: '{2}年続けて、郵送での返却を増やす。' }];
  const codes = (some: typeof spoken) => checkData(withChanges(baseFiles(), some)).diagnostics.map(({ code }) => code);
  expect(codes([...changes])).toContain('indicator-of-another-section');
  expect(codes(spoken)).not.toContain('indicator-of-another-section');
});
