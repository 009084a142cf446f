import { sentenceOf } from '../../src/charts/sentence.ts';
import type { SentenceSpec } from '../../src/charts/sentence.ts';
import type {
  BarsChartSpec,
  ChartSpec,
  CohortChartSpec,
  LineChartSpec,
  MultiplesChartSpec,
  PlannedChartSpec,
  RangesChartSpec,
  SharesChartSpec,
  TreeChartSpec,
  WaterfallChartSpec,
} from '../../src/charts/spec.ts';
import { LANGUAGES, sayIn } from '../../src/i18n/language.ts';
import type { Say } from '../../src/i18n/language.ts';
import { isTongue } from '../../src/locale.ts';
import type { Locale } from '../../src/locale.ts';
import { sevenYearsByMonth, thirteenYears } from './specs.ts';

/** Invented figures in both languages, for the eye (scripts/gallery.ts) and for the tests: one of each kind. */
export function everyKind(locale: Locale): ChartSpec[] {
  return [
    lineOfMonths(locale),
    lineOfYears(locale),
    calls(locale),
    shares(locale),
    planned(locale),
    cohorts(locale),
    multiples(locale),
    tree(locale),
    ranges(locale),
    waterfall(locale),
  ];
}

/** With the sentence that its figures say. */
function read<Spec extends SentenceSpec>(spec: Spec): Spec & { reading: string } {
  return { ...spec, reading: sentenceOf(inFull(spec), speakerOf(spec)) };
}

/** The language that a chart speaks. */
export function speakerOf({ locale }: Pick<ChartSpec, 'locale'>): Say {
  return sayIn(LANGUAGES[isTongue(locale) ? locale : 'en']);
}

/** On its axis a year is 令和4; what is said of it says 令和4年度. */
function inFull(spec: SentenceSpec): SentenceSpec {
  if (spec.kind !== 'cohort' || spec.locale !== 'ja') return spec;
  return { ...spec, x: { labels: spec.x.labels.map((label) => `${label}年度`) } };
}

type Words = readonly [ja: string, en: string];

function speak(locale: Locale): (...words: Words) => string {
  return (ja, en) => (locale === 'ja' ? ja : en);
}

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
const NAMES = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];

function monthsAxis(locale: Locale): LineChartSpec['x'] {
  return locale === 'ja'
    ? { labels: MONTHS.map((month) => `${month}月`), shortLabels: MONTHS.map(String) }
    : { labels: NAMES, shortLabels: NAMES.map((name) => name.charAt(0)) };
}

function yearsAxis(locale: Locale, first: number, count: number): LineChartSpec['x'] {
  const years = Array.from({ length: count }, (_, index) => first + index);
  const era = (year: number): string =>
    year < 2019 ? `平成${year - 1988}` : year === 2019 ? '令和元' : `令和${year - 2018}`;
  const short = (year: number): string => era(year).replace('平成', 'H').replace('令和', 'R');
  return locale === 'ja'
    ? { labels: years.map(era), shortLabels: years.map(short) }
    : {
        labels: years.map((year) => `FY${year}`),
        shortLabels: years.map((year) => `’${String(year).slice(2)}`),
      };
}

export function lineOfMonths(locale: Locale): LineChartSpec {
  const t = speak(locale);
  const spec = sevenYearsByMonth();
  return {
    ...spec,
    id: `months-${locale}`,
    locale,
    x: monthsAxis(locale),
    title: t('納付率（月次、7年度）', 'Payment rate by month, seven years'),
    reading: t(
      '8月は72.7%で、前年の同じ時点より0.2ポイント高い。',
      '72.7% in August, 0.2 pp above the same point of last year.',
    ),
    y: { number: { decimals: 1, suffix: '%' }, start: 'data', axisNote: cutNote(locale) },
    series: spec.series.map((series) => ({
      ...series,
      label: t(series.label, `FY${2018 + Number(/\d+/.exec(series.label)?.[0])}`),
      ...(series.tone === 'strong' ? { provisional: [3, 4] } : {}),
    })),
  };
}

function cutNote(locale: Locale): string {
  return speak(locale)('縦軸は0から始まりません', 'The axis does not start at zero');
}

export function lineOfYears(locale: Locale): LineChartSpec {
  const t = speak(locale);
  const spec = thirteenYears();
  const names: Words[] = [
    ['現年度', 'Current-year'],
    ['過年度\n1年目', 'First year after'],
    ['最終', 'Final'],
  ];
  return {
    ...spec,
    id: `years-${locale}`,
    locale,
    x: yearsAxis(locale, 2012, 13),
    title: t('納付率（年度）', 'Payment rates by year'),
    reading: t(
      '現年度は令和6年度に78.6%で、この期間で最も高い。',
      'The current-year rate was 78.6% in FY2024, the highest of the period.',
    ),
    y: { number: { decimals: 1, suffix: '%' }, start: 'data', axisNote: cutNote(locale) },
    series: spec.series.map((series, index) => ({ ...series, label: t(...(names[index] as Words)) })),
    target: { value: '80.0', label: t('目標 80.0%', 'Target 80.0%') },
    breaks: [{ before: 4, note: t('注1', 'Note 1') }],
    suspended: [{ from: 8, to: 8, note: t('注2', 'Note 2'), label: t('実施見送り', 'Suspended') }],
  };
}

export function calls(locale: Locale): BarsChartSpec {
  const t = speak(locale);
  return read({
    kind: 'bars',
    id: `calls-${locale}`,
    locale,
    x: monthsAxis(locale),
    title: t('電話の本数と応答率', 'Calls and share answered'),
    bars: {
      label: t('総呼数（万件）', 'Calls (thousand)'),
      number: { decimals: locale === 'ja' ? 1 : 0 },
      values: ['68.1', '61.4', '73.9', '70.2', '66.6', '58.0', null, null, null, null, null, null].map(
        (value) => (value === null ? null : t(value, String(Math.round(Number(value) * 10)))),
      ),
      provisional: [5],
    },
    rate: {
      label: t('応答率', 'Answered'),
      number: { decimals: 1, suffix: '%' },
      start: 'data',
      axisNote: t('応答率の軸は0から始まりません', 'The axis of the share answered does not start at zero'),
      values: ['64.0', '70.9', '60.5', '68.8', '72.1', '76.2', null, null, null, null, null, null],
      provisional: [5],
    },
  });
}

export function shares(locale: Locale): SharesChartSpec {
  const t = speak(locale);
  return read({
    kind: 'shares',
    id: `shares-${locale}`,
    locale,
    title: t('納付方法別の割合', 'Ways of paying'),
    parts: [
      t('口座振替', 'Direct debit'),
      t('クレジットカード', 'Credit card'),
      t('コンビニエンスストア', 'Convenience store'),
      t('電子納付', 'Electronic'),
      t('その他', 'Other'),
    ],
    number: { decimals: 1, suffix: '%' },
    rows: [
      { label: t('令和4年度', 'FY2022'), values: ['40.1', '6.1', '31.2', '11.9', '10.7'] },
      { label: t('令和5年度', 'FY2023'), values: ['39.0', '6.5', '30.6', '13.8', '10.1'] },
      { label: t('令和6年度', 'FY2024'), values: ['38.2', '6.7', '29.8', '16.1', '9.2'] },
    ],
  });
}

export function planned(locale: Locale): PlannedChartSpec {
  const t = speak(locale);
  return read({
    kind: 'planned',
    id: `planned-${locale}`,
    locale,
    title: t('納付督励の計画と実績', 'Reminders, planned and done'),
    names: { plan: t('計画', 'Planned'), actual: t('実績', 'Actual') },
    number: { decimals: 0, suffix: t('件', '') },
    rows: [
      {
        label: t('特別催告状', 'Special notices'),
        plan: '8967293',
        actual: '9338215',
        achievement: t('達成率 104.1%', '104.1% of plan'),
      },
      {
        label: t('電話による督励', 'Reminders by telephone'),
        plan: '14890000',
        actual: '9331204',
        achievement: t('達成率 62.7%', '62.7% of plan'),
      },
      {
        label: t('戸別訪問', 'Home visits'),
        plan: '5240000',
        actual: null,
        achievement: t('未集計', 'not yet known'),
      },
    ],
  });
}

export function cohorts(locale: Locale): CohortChartSpec {
  const t = speak(locale);
  const first = [59.0, 60.9, 63.1, 63.4, 65.0, 66.3, 68.1, 69.3, 71.5, 73.9, 76.1, 77.6, 78.6];
  return read({
    kind: 'cohort',
    id: `cohort-${locale}`,
    locale,
    x: yearsAxis(locale, 2012, 13),
    title: t('年度分ごとの納付率', 'Payment rate by year of contribution'),
    stages: [t('現年度', 'Current year'), t('1年目', 'after one year'), t('最終', 'final')],
    y: {
      number: { decimals: 1, suffix: '' },
      start: 'data',
      axisNote: cutNote(locale),
      unit: t('（%）', '%'),
    },
    values: first.map((rate, index) => [
      rate.toFixed(1),
      index > 11 ? null : (rate + 4.2).toFixed(1),
      index > 10 ? null : (rate + 7 - index * 0.1).toFixed(1),
    ]),
  });
}

export function multiples(locale: Locale): MultiplesChartSpec {
  const t = speak(locale);
  const names: Words[] = [
    ['国民年金の現年度納付率', 'Current-year payment rate'],
    ['厚生年金の収納率', 'Collection rate'],
    ['年金事務所の待ち時間（分）', 'Waiting time at branch offices (min)'],
    ['電話の応答率', 'Calls answered'],
    ['ねんきんネットの利用者', 'Users of the online service'],
    ['電子申請の割合', 'Electronic filings'],
  ];
  const rows = [
    ['69.3', '71.5', '73.9', '76.1', '77.6', '78.6'],
    ['98.6', '97.9', '99.0', '99.2', '99.2', '99.3'],
    ['31', '24', '22', '23', '19', '17'],
    ['51.9', '44.8', null, '62.2', '70.0', '68.7'],
    ['6210000', '6800000', '7590000', '8430000', '9270000', '10120000'],
    ['31.3', '46.9', '57.9', '64.5', '70.5', '74.9'],
  ];
  return read({
    kind: 'multiples',
    id: `multiples-${locale}`,
    locale,
    x: yearsAxis(locale, 2019, 6),
    title: t('節ごとの主な指標', 'Main indicators of the sections'),
    scale: 'own',
    scaleNote: t(
      '目盛りは図ごとに異なり、0から始まりません。',
      'Each panel has its own scale, which does not start at zero.',
    ),
    panels: names.map((name, index) => ({
      label: t(...name),
      values: rows[index] ?? [],
      number: index === 2 || index === 4 ? { decimals: 0 } : { decimals: 1, suffix: '%' },
    })),
  });
}

export function tree(locale: Locale): TreeChartSpec {
  const t = speak(locale);
  return read({
    kind: 'tree',
    id: `tree-${locale}`,
    locale,
    title: t('未統合記録の内訳', 'Records not yet merged, by what became of them'),
    root: {
      label: t('未統合記録', 'Records not merged'),
      value: '5095',
      text: t('5,095万件', '50.95 million'),
      parts: [
        {
          label: t('解明された記録', 'Resolved'),
          value: '3383',
          text: t('3,383万件', '33.83 million'),
          parts: [
            {
              label: t('基礎年金番号に統合済みの記録', 'Merged into a basic pension number'),
              value: '2147',
              text: t('2,147万件', '21.47 million'),
            },
            {
              label: t('死亡者等の記録', 'Records of the deceased'),
              value: '1236',
              text: t('1,236万件', '12.36 million'),
            },
          ],
        },
        {
          label: t('解明作業中またはなお解明を要する記録', 'Being resolved, or still to be resolved'),
          value: '1712',
          text: t('1,712万件', '17.12 million'),
          parts: [
            {
              label: t('持ち主の手がかりがまだ得られていない記録', 'No trace of the owner yet'),
              value: '918',
              text: t('918万件', '9.18 million'),
            },
          ],
        },
      ],
    },
  });
}

export function ranges(locale: Locale): RangesChartSpec {
  const t = speak(locale);
  const row = (
    label: string,
    base: string,
    target: string,
    now: string,
    unit: string,
    reached: boolean,
  ): RangesChartSpec['rows'][number] => ({
    label,
    base: { value: base, text: `${t('基準', 'base')} ${base}${unit}` },
    target: { value: target, text: `${t('目標', 'target')} ${target}${unit}` },
    now: { value: now, text: `${t('現在', 'now')} ${now}${unit}` },
    reached,
  });
  return read({
    kind: 'ranges',
    id: `ranges-${locale}`,
    locale,
    title: t('目標までの道のり', 'The way to the targets'),
    scaleNote: t(
      '横の目盛りは行ごとに異なります。右ほど値が大きい。',
      'Each row has its own scale; further right is higher.',
    ),
    rows: [
      row(t('最終納付率', 'Final payment rate'), '76.1', '84.5', '85.2', '%', true),
      row(t('現年度納付率', 'Current-year payment rate'), '78.6', '79.6', '79.1', '%', false),
      row(
        t('年金給付の決定までの平均日数', 'Average days until a pension is decided'),
        '34.2',
        '30.0',
        '31.5',
        t('日', ' days'),
        false,
      ),
    ],
  });
}

export function waterfall(locale: Locale): WaterfallChartSpec {
  const t = speak(locale);
  return read({
    kind: 'waterfall',
    id: `waterfall-${locale}`,
    locale,
    title: t('予算から決算まで', 'From budget to settlement'),
    number: {
      decimals: locale === 'ja' ? 0 : 1,
      minus: t('▲', '−'),
      prefix: t('', '¥'),
      suffix: t('億円', 'bn'),
    },
    rows: (
      [
        ['予算', 'Budget', 3120, true],
        ['人件費', 'Staff', -41],
        ['システム経費', 'Systems', -98],
        ['郵送料の値上げ', 'Dearer postage', 37],
        ['その他', 'Other', -49],
        ['決算', 'Settlement', 2969, true],
      ] as const
    ).map(([ja, en, value, total]) => ({
      label: t(ja, en),
      value: locale === 'ja' ? String(value) : (value / 10).toFixed(1),
      ...(total ? { total } : {}),
    })),
  });
}
