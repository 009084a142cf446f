import { writeFiles } from '../write-files.ts';

const SECTION = 50;
const MEASURES = 5;
const YEARS = ['FY2023', 'FY2024', 'FY2025'];

/**
 * Writes a made-up body of data in two languages: so many plan items, fifty to a section, each with a target and three
 * indicators that its progress speaks of. The same bytes every time.
 */
export function writeLargeBody(root: string, items: number): void {
  const sections = Array.from({ length: Math.ceil(items / SECTION) }, (_, index) => index + 1);
  const itemsOf = (section: number) => Array.from({ length: Math.min(SECTION, items - (section - 1) * SECTION) }, (_, index) => (section - 1) * SECTION + index + 1);
  const data: Record<string, string> = {
    'data/organisation.yaml': ORGANISATION,
    'data/units.yaml': UNITS,
    'data/documents.yaml': DOCUMENTS,
    'data/glossary.yaml': GLOSSARY,
    'data/2025/report.yaml': REPORT,
    'data/outline.yaml': outline(sections),
    'content/ja/about.md': '計測用のデータです。\n',
    'content/en/about.md': 'Made-up data for a measurement.\n',
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>\n',
  };
  for (const section of sections) {
    data[`data/2025/s-${section}.yaml`] = sectionYear(section, itemsOf(section));
    for (const item of itemsOf(section)) for (const kind of KINDS) data[`data/indicators/s-${section}/${kind.name}-${item}.yaml`] = indicator(kind, section, item);
  }
  writeFiles(root, Object.entries(data).map(([path, content]) => ({ path, content })));
}

interface Kind {
  readonly name: string;
  readonly ja: string;
  readonly en: string;
  readonly unit: string;
  readonly kind: string;
  readonly change: string;
  readonly value: (seed: number) => { readonly printed: string; readonly change: (before: number) => string; readonly number: number };
}

const KINDS: readonly Kind[] = [
  {
    name: 'cases', ja: '処理件数', en: 'Cases handled', unit: 'cases', kind: 'flow', change: 'difference',
    value: (seed) => {
      const number = 10_000 + drawn(seed, 9_000_000);
      return { number, printed: `${number.toLocaleString('en')}件`, change: (before) => signed(number - before, '件') };
    },
  },
  {
    name: 'share', ja: '達成した割合', en: 'Share achieved', unit: 'percent', kind: 'rate', change: 'point_change',
    value: (seed) => {
      const number = 100 + drawn(seed + 1_000_000, 890);
      return { number, printed: `${(number / 10).toFixed(1)}%`, change: (before) => `${number > before ? '+' : number < before ? '▲' : ''}${(Math.abs(number - before) / 10).toFixed(1)}ポイント` };
    },
  },
  {
    name: 'days', ja: '処理日数', en: 'Days taken', unit: 'days', kind: 'duration', change: 'difference',
    value: (seed) => {
      const number = 5 + drawn(seed + 2_000_000, 700);
      return { number, printed: `${number}日`, change: (before) => signed(number - before, '日') };
    },
  },
];

/** As if by chance, and the same every time. */
function drawn(seed: number, most: number): number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  state = Math.imul(state ^ (state >>> 15), 2246822519) >>> 0;
  return ((state ^ (state >>> 13)) >>> 0) % most;
}

function signed(number: number, unit: string): string {
  return `${number > 0 ? '+' : number < 0 ? '▲' : ''}${Math.abs(number).toLocaleString('en')}${unit}`;
}

function indicator({ name, ja, en, unit, kind, change, value }: Kind, section: number, item: number): string {
  const observations = YEARS.map((year, index) => {
    const now = value(item * 3 + index);
    const before = index > 0 ? value(item * 3 + index - 1).number : undefined;
    return `  - at: ${year}\n    value: "${now.printed}"${before === undefined ? '' : `\n    change: "${now.change(before)}"`}\n`;
  });
  return `id: ${name}-${item}
name: { ja: 業務${word(item)}の${ja}, en: "${en}, task ${word(item)}" }
section: s-${section}
unit: ${unit}
kind: ${kind}
better: ${name === 'days' ? 'lower' : 'higher'}
definition:
  ja: 業務${word(item)}について、一年の間に数えたものです。
  en: Counted over a year for the task ${word(item)}.
change: ${change}
source: { document: report, page: ${item} }
observations:
${observations.join('')}`;
}

function sectionYear(section: number, items: readonly number[]): string {
  const size = Math.ceil(items.length / MEASURES);
  const measures = Array.from({ length: MEASURES }, (_, index) => items.slice(index * size, (index + 1) * size)).filter((some) => some.length > 0);
  return `section: s-${section}
report: report-2025
source: { document: report, page: ${section} }
summary:
  ja: 業務を計画どおりに進めました。
  en: The tasks went as planned.
measures:
${measures.map((some, index) => `  - id: m-${index + 1}
    title: { ja: 施策${word(index + 1)}, en: Measure ${word(index + 1)} }
    clauses:
${some.map(clause).join('')}`).join('')}targets:
${items.map((item) => `  - id: t-${item}
    title: { ja: 業務${word(item)}の割合, en: Share of task ${word(item)} }
    wording:
      ja: 割合を前年度以上とする。
      en: Keep the share at or above the year before.
    year: FY2025
    rule: { rule: gte_prev, indicator: share-${item} }
    official: { says: not_stated }
    note: { ja: 報告書は達成したかどうかを述べていません。, en: The report does not say whether it was met. }
    source: { document: report, page: ${item} }
`).join('')}tables:
${measures.map((some, index) => `  - id: table-${index + 1}
    title: { ja: 施策${word(index + 1)}の件数, en: Cases of measure ${word(index + 1)} }
    columns:
${YEARS.map((year) => `      - at: ${year}\n`).join('')}    rows:
${some.map((item) => `      - indicator: cases-${item}\n`).join('')}    withChange: true
    source: { document: report, page: ${section} }
`).join('')}`;
}

function clause(item: number, index: number): string {
  return `      - id: c-${item}
        plan:
          ja: 業務${word(item)}の手順を見直し、{term:task}を早く終えます。窓口の案内を改め、届出を電子申請に移します。
          en: Review the steps of task ${word(item)} so that each {term:task} is done sooner. Improve the guidance at the counter and move filings online.
        targets: [t-${item}]
        progress:
          - text:
              ja: 件数は{cases-${item}@FY2025}（前年から{cases-${item}@FY2025:change}）、割合は{share-${item}@FY2025}、日数は{days-${item}@FY2025}でした。
              en: There were {cases-${item}@FY2025} cases ({cases-${item}@FY2025:change}), a share of {share-${item}@FY2025}, in {days-${item}@FY2025}.
${index === 0 ? `            tables: [table-${Math.floor(((item - 1) % SECTION) / (SECTION / MEASURES)) + 1}]\n` : ''}        evaluation:
          - text:
              ja: 計画どおりです。
              en: As planned.
`;
}

function outline(sections: readonly number[]): string {
  const parts = Array.from({ length: Math.ceil(sections.length / 10) }, (_, index) => sections.slice(index * 10, index * 10 + 10));
  return `parts:
${parts.map((some, index) => `  - id: part-${index + 1}
    number: "${index + 1}"
    title: { ja: 部${word(index + 1)}, en: Part ${word(index + 1)} }
    sections:
${some.map((section, at) => `      - id: s-${section}
        number: "${at + 1}"
        title: { ja: 節${word(section)}, en: Section ${word(section)} }
`).join('')}`).join('')}`;
}

/** A number without digits, which a text would have to bind: 27 → BA. */
function word(number: number): string {
  return number < 1 ? '' : word(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));
}

const ORGANISATION = `name: { ja: 計測庁, en: Measurement Agency }
shortName: { ja: 計測庁, en: the Agency }
site:
  title: { ja: 計測庁の計画と実績, en: "Measurement Agency: plans and results" }
  description: { ja: 計測用のデータです。, en: Made-up data for a measurement. }
  url: https://bench.example
  base: /
official: false
statement: { ja: 計測用のデータです。, en: Made-up data for a measurement. }
languages: [ja, en]
defaultLanguage: ja
fiscalYear: { startMonth: 4, eras: true }
wording:
  bands: { low: [0, 5], mid: [4, 7], high: [5, 10] }
  approximately: 10%
headline: [cases-1, share-1, days-1]
licence:
  code: MIT
  data: { ja: 自由に使えます。, en: Free to use. }
`;
const UNITS = `units:
  - id: percent
    kind: rate
    label: { ja: { other: "%" }, en: { other: "%" } }
    change: point
  - id: point
    kind: point
    label: { ja: { other: ポイント }, en: { other: pp } }
  - id: cases
    kind: count
    label: { ja: { other: 件 }, en: { one: case, other: cases } }
  - id: days
    kind: count
    label: { ja: { other: 日 }, en: { one: day, other: days } }
`;
const DOCUMENTS = `documents:
  - id: report
    title: { ja: 令和7年度報告書, en: Report on FY2025 }
    publisher: { ja: 計測庁, en: Measurement Agency }
    published: 2026-06-30
`;
const GLOSSARY = `terms:
  - id: task
    term: { ja: 業務, en: task }
    text: { ja: 計測のための仕事です。, en: Work made up for the measurement. }
`;
const REPORT = `year: FY2025
reports:
  - id: report-2025
    kind: performance
    title: { ja: 令和7年度報告, en: Report on FY2025 }
    asOf: 2026-03-31
    published: 2026-06-30
    document: report
`;
