import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import { nearest } from '../load/nearest.ts';
import type { LoadedMidTerm, LoadedSection, LoadedText, Report } from '../load/report.ts';
import type { Cell, Table } from '../schema/table.ts';
import type { Rule, SimpleRule } from '../schema/target.ts';
import { keptBy } from '../cache/kept-by.ts';
import { oncePerReport } from '../load/once-per-report.ts';
import { isUnread } from '../load/unread.ts';
import { findFigure } from '../derive/figures.ts';
import { meantOr, noAmount, noPeriod, periodsOf } from './meant.ts';
import { WORDS } from '../i18n/strings.ts';
import { checkCase } from '../recheck/case.ts';
import { describeProblem } from '../recheck/problem.ts';
import type { Operation } from '../schema/figure.ts';
import { problem } from './problem.ts';

/** Every id that names something must lead to it. */
export function checkReferences(report: Report): Problem[] {
  return [
    ...checkOrganisation(report),
    ...checkUnits(report),
    ...[...report.indicators.values()].flatMap((indicator) => checkIndicator(report, indicator)),
    ...report.sections.flatMap((section) => checkSection(report, section)),
    ...report.midTerms.flatMap((plan) => checkMidTerm(report, plan)),
    ...checkSources(report),
  ];
}

type Kind =
  'indicator' | 'unit' | 'section' | 'document' | 'report' | 'table' | 'target' | 'figure' | 'clause' | 'issue';

/** Ids that are known: a set, or a map by id. Asked as often as there are references, listed only for a mistake. */
interface Known {
  has(id: string): boolean;
  keys(): Iterable<string>;
}

/** The id, or the problem that it leads nowhere. */
function need(report: Report, kind: Kind, id: string, known: Known, file: string, path: Path): Problem[] {
  if (known.has(id) || isUnread(report, kind, id)) return [];
  return [
    problem('dangling-reference', file, path, UNKNOWN(kind, id), meantOr(nearest(id, [...known.keys()]), HOME[kind])),
  ];
}

function checkOrganisation(report: Report): Problem[] {
  const { organisation, indicators } = report;
  return organisation.headline.flatMap((id, index) =>
    need(report, 'indicator', id, indicators, 'data/organisation.yaml', ['headline', index]),
  );
}

/** The unit of differences. The units stand in the order of their file. */
function checkUnits(report: Report): Problem[] {
  return [...report.units.values()].flatMap(({ change }, index) =>
    (change === undefined ? [] : need(report, 'unit', change, report.units, 'data/units.yaml', ['units', index, 'change'])),
  );
}

function checkIndicator(
  report: Report,
  { file, data }: Report['indicators'] extends ReadonlyMap<string, infer I> ? I : never,
): Problem[] {
  const { formula, cohort, shareOf } = data;
  return [
    ...need(report, 'unit', data.unit, report.units, file, ['unit']),
    ...need(report, 'section', data.section, sectionIds(report), file, ['section']),
    ...(cohort
      ? need(report, 'indicator', cohort.base, report.indicators, file, ['cohort', 'base'])
      : []),
    ...(shareOf ? need(report, 'indicator', shareOf.part, report.indicators, file, ['shareOf', 'part']) : []),
    ...(formula ? checkOperation(file, ['formula', 'of'], formula.op, formula.of, formula) : []),
    ...(formula?.of ?? []).flatMap((id, index) =>
      need(report, 'indicator', id, report.indicators, file, ['formula', 'of', index]),
    ),
  ];
}

function checkSection(report: Report, section: LoadedSection): Problem[] {
  const { file, data } = section;
  const tables = new Set((data.tables ?? []).map(({ id }) => id));
  const targets = new Set((data.targets ?? []).map(({ id }) => id));
  const reports = new Set(report.years.flatMap((year) => year.data.reports.map(({ id }) => id)));
  return [
    ...need(report, 'section', data.section, sectionIds(report), file, ['section']),
    ...reportsIn(data).flatMap(({ id, path }) => [
      ...need(report, 'report', id, reports, file, path),
      ...otherYear(report, section, id, path),
    ]),
    ...(data.dropped ?? []).flatMap((ref, index) => needClause(report, ref, file, ['dropped', index])),
    ...(data.reference ?? []).flatMap((id, index) =>
      need(report, 'table', id, tables, file, ['reference', index]),
    ),
    ...data.measures.flatMap((measure, m) =>
      measure.clauses.flatMap((clause, c) => [
        ...(clause.targets ?? []).flatMap((id, index) =>
          need(report, 'target', id, targets, file, ['measures', m, 'clauses', c, 'targets', index]),
        ),
        ...(['progress', 'evaluation'] as const).flatMap((column) =>
          (clause[column] ?? []).flatMap((entry, p) =>
            (entry.tables ?? []).flatMap((id, index) =>
              need(report, 'table', id, tables, file, [
                'measures',
                m,
                'clauses',
                c,
                column,
                p,
                'tables',
                index,
              ]),
            ),
          ),
        ),
        ...(clause.from?.of ?? []).flatMap((ref, index) =>
          needClause(report, ref, file, ['measures', m, 'clauses', c, 'from', 'of', index]),
        ),
      ]),
    ),
    ...checkText(report, section),
    ...(data.tables ?? []).flatMap((table, index) => checkTable(report, section, table, ['tables', index])),
  ];
}

/** What the figures and targets of a file name. */
function checkText(report: Report, section: LoadedText): Problem[] {
  const { file, data } = section;
  return [
    ...(data.figures ?? []).flatMap((figure, f) => [
      ...(figure.unit === undefined
        ? []
        : need(report, 'unit', figure.unit, report.units, file, ['figures', f, 'unit'])),
      ...(figure.of ?? []).flatMap((ref, index) =>
        needFigure(report, ref, section, ['figures', f, 'of', index]),
      ),
      ...(figure.op && figure.of
        ? checkOperation(file, ['figures', f, 'of'], figure.op, figure.of, figure)
        : []),
      ...((figure.op === undefined) === (figure.of === undefined)
        ? []
        : [problem('incomplete-operation', file, ['figures', f], OP_AND_OF, OP_AND_OF_REPAIR)]),
    ]),
    ...(data.targets ?? []).flatMap((target, index) =>
      checkRule(report, target.rule, file, ['targets', index, 'rule']),
    ),
  ];
}

/** A plan names sections, its own issues and its own targets. */
function checkMidTerm(report: Report, plan: LoadedMidTerm): Problem[] {
  const { file, data } = plan;
  const targets = new Set((data.targets ?? []).map(({ id }) => id));
  const issues = new Set(data.chapters.flatMap((chapter) => (chapter.issues ?? []).map(({ id }) => id)));
  const each = (kind: Kind, known: Known, ids: readonly string[] = [], path: Path) =>
    ids.flatMap((id, index) => need(report, kind, id, known, file, [...path, index]));
  return [
    ...data.concept.flatMap((part, index) => each('target', targets, part.targets, ['concept', index, 'targets'])),
    ...data.chapters.flatMap((chapter, c) => [
      ...each('section', sectionIds(report), chapter.sections, ['chapters', c, 'sections']),
      ...(chapter.measures ?? []).flatMap((measure, m) => {
        const path: Path = ['chapters', c, 'measures', m];
        return [
          ...each('section', new Set(chapter.sections), measure.sections, [...path, 'sections']),
          ...measure.items.flatMap((item, i) => [
            ...each('issue', issues, item.answers, [...path, 'items', i, 'answers']),
            ...each('target', targets, item.targets, [...path, 'items', i, 'targets']),
          ]),
        ];
      }),
    ]),
    ...checkText(report, plan),
  ];
}

/** An operation that cannot take so many inputs would never be rechecked, and nobody would know. */
function checkOperation(
  file: string,
  path: Path,
  op: Operation,
  of: readonly string[],
  { signs, groups }: { signs?: readonly number[] | undefined; groups?: readonly (readonly number[])[] | undefined },
): Problem[] {
  const result = checkCase({
    kind: op,
    inputs: of.map(() => '1'),
    quanta: of.map(() => '0'),
    reported: '1',
    decimals: 0,
    ...(signs ? { signs } : {}),
    ...(groups ? { groups } : {}),
  });
  if (result.ok) return [];
  const about = { ...result.problem, field: result.problem.field === 'inputs' ? 'of' : result.problem.field };
  return [
    problem(
      'invalid-operation',
      file,
      path,
      {
        ja: `計算「${WORDS.operation[op].ja}」（${op}）ができません: ${describeProblem(about, 'ja')}。`,
        en: `The operation “${WORDS.operation[op].en}” (${op}) cannot be carried out: ${describeProblem(about, 'en')}.`,
      },
      {
        ja: '入力（of）の数と順、signs、groups を確かめてください。',
        en: 'Check the number and order of the inputs (“of”), “signs” and “groups”.',
      },
    ),
  ];
}

/** Every report that a section and its clauses name, with the place where they do. */
function reportsIn(data: LoadedSection['data']): { readonly id: string; readonly path: Path }[] {
  const own = typeof data.report === 'string'
    ? [{ id: data.report, path: ['report'] }]
    : data.report.map((id, index) => ({ id, path: ['report', index] }));
  const clauses = data.measures.flatMap((measure, m) =>
    measure.clauses.flatMap(({ report }, c) => (report === undefined ? [] : [{ id: report, path: ['measures', m, 'clauses', c, 'report'] }])),
  );
  return [...own, ...clauses];
}

/** A section stands in the folder of its reports. */
function otherYear(report: Report, { file, year }: LoadedSection, id: string, path: Path): Problem[] {
  const home = report.years.find((each) => each.data.reports.some((other) => other.id === id));
  if (!home || home.data.year === year || home.file.startsWith(file.slice(0, file.lastIndexOf('/'))))
    return [];
  return [
    problem(
      'year-differs',
      file,
      path,
      OTHER_YEAR(id, home.data.year),
      OTHER_YEAR_REPAIR(home.file),
    ),
  ];
}

function checkRule(report: Report, rule: Rule | SimpleRule, file: string, path: Path): Problem[] {
  if (rule.rule === 'each')
    return rule.of.flatMap((each, index) => checkRule(report, each, file, [...path, 'of', index]));
  const indicator =
    'indicator' in rule && rule.indicator
      ? need(report, 'indicator', rule.indicator, report.indicators, file, [...path, 'indicator'])
      : [];
  const plan =
    rule.rule === 'reduction_plan'
      ? need(report, 'indicator', rule.plan, report.indicators, file, [...path, 'plan'])
      : [];
  return [...indicator, ...plan, ...checkBase(report, rule, file, path)];
}

/** A base that has no figure leaves the target unjudged for ever. */
function checkBase(report: Report, rule: SimpleRule, file: string, path: Path): Problem[] {
  if (!('base' in rule)) return [];
  const indicator = report.indicators.get(rule.indicator);
  if (!indicator || indicator.observations.has(rule.base) || isUnread(report, 'indicator', `${rule.indicator}@${rule.base}`)) return [];
  return [problem('dangling-reference', file, [...path, 'base'], noPeriod(rule.indicator, rule.base), periodsOf(indicator))];
}

function checkTable(report: Report, section: LoadedSection, table: Table, path: Path): Problem[] {
  return table.rows.flatMap((row, r) => {
    const at = [...path, 'rows', r];
    if ((row.indicator === undefined) === (row.cells === undefined))
      return [problem('table-row', section.file, at, ROW, ROW_REPAIR)];
    if (row.indicator !== undefined)
      return need(report, 'indicator', row.indicator, report.indicators, section.file, [
        ...at,
        'indicator',
      ]);
    const cells = row.cells ?? [];
    const count =
      cells.length === table.columns.length
        ? []
        : [
            problem(
              'table-width',
              section.file,
              [...at, 'cells'],
              WIDTH(cells.length, table.columns.length, table.id),
              WIDTH_REPAIR,
            ),
          ];
    return [...count, ...cells.flatMap((cell, c) => checkCell(report, section, cell, [...at, 'cells', c]))];
  });
}

function checkCell(report: Report, section: LoadedSection, cell: Cell, path: Path): Problem[] {
  if (typeof cell === 'string') return needFigure(report, cell, section, path);
  if (Array.isArray(cell))
    return cell.flatMap((ref, index) => needFigure(report, ref, section, [...path, index]));
  return [];
}

/** 2020/np-collection/payment-rates */
function needClause(report: Report, ref: string, file: string, path: Path): Problem[] {
  return need(report, 'clause', ref, clausesOf(report), file, path);
}

const clausesOf = oncePerReport((report) => new Set(report.sections.flatMap(({ year, data }) =>
  data.measures.flatMap((measure) => measure.clauses.map((clause) => `${year.slice(2)}/${data.section}/${clause.id}`)))));

function needFigure(report: Report, ref: string, section: LoadedText, path: Path): Problem[] {
  const [plain = ''] = ref.split(':');
  if (findFigure(report, plain, section) || isUnread(report, 'figure', plain)) return [];
  const [id = '', at] = plain.split('@');
  if (id.includes('/')) {
    const { message, repair } = noAmount(report, id, at ?? '');
    return [problem('dangling-reference', section.file, path, message, repair)];
  }
  const indicator = report.indicators.get(id);
  if (at !== undefined && indicator) {
    return [problem('dangling-reference', section.file, path, noPeriod(id, at), periodsOf(indicator))];
  }
  const known = at === undefined ? section.figures : report.indicators;
  return need(report, at === undefined ? 'figure' : 'indicator', id, known, section.file, path);
}

function checkSources(report: Report): Problem[] {
  const files = [...report.indicators.values(), ...report.sections, ...report.midTerms, ...report.finances, ...report.years];
  return files.flatMap(({ file, data }) =>
    sourcesOf(data, [], () => sourcesIn(data, [])).flatMap(({ document, path }) => need(report, 'document', document, report.documents, file, path)),
  );
}

const sourcesOf = keptBy<object, { document: string; path: Path }[]>();

/** Every document that a file names, wherever it stands: of a source, of the same clause in another one, of a report. */
function sourcesIn(value: unknown, path: Path): { document: string; path: Path }[] {
  if (typeof value === 'string') return path.at(-1) === 'document' ? [{ document: value, path }] : [];
  if (Array.isArray(value)) return value.flatMap((each, index) => sourcesIn(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => sourcesIn(each, [...path, key]));
}

export const sectionIds = oncePerReport(({ outline }) => new Set(outline.parts.flatMap((part) => part.sections.map(({ id }) => id))));

const NOUN: Record<Kind, Localized> = {
  indicator: { ja: '指標', en: 'indicator' },
  unit: { ja: '単位', en: 'unit' },
  section: { ja: '節', en: 'section' },
  document: { ja: '文書', en: 'document' },
  report: { ja: '報告', en: 'report' },
  table: { ja: '表', en: 'table' },
  target: { ja: '目標', en: 'target' },
  figure: { ja: '値', en: 'figure' },
  clause: { ja: '計画項目', en: 'clause' },
  issue: { ja: '課題', en: 'issue' },
};
const HOME: Record<Kind, Localized> = {
  indicator: {
    ja: 'data/indicators/ に指標を加えるか、id を直してください。',
    en: 'Add the indicator to data/indicators/, or mend the id.',
  },
  unit: {
    ja: 'data/units.yaml に単位を加えるか、id を直してください。',
    en: 'Add the unit to data/units.yaml, or mend the id.',
  },
  section: {
    ja: 'data/outline.yaml の節の id を書いてください。',
    en: 'Write the id of a section of data/outline.yaml.',
  },
  document: {
    ja: 'data/documents.yaml に文書を加えるか、id を直してください。',
    en: 'Add the document to data/documents.yaml, or mend the id.',
  },
  report: {
    ja: 'data/<年度>/report.yaml の報告の id を書いてください。',
    en: 'Write the id of a report of data/<year>/report.yaml.',
  },
  table: {
    ja: 'このファイルの tables に表を加えるか、id を直してください。',
    en: 'Add the table to “tables” of this file, or mend the id.',
  },
  target: {
    ja: 'このファイルの targets に目標を加えるか、id を直してください。',
    en: 'Add the target to “targets” of this file, or mend the id.',
  },
  figure: {
    ja: 'このファイルの figures に値を加えるか、id を直してください。',
    en: 'Add the figure to “figures” of this file, or mend the id.',
  },
  clause: {
    ja: 'その年度の節にある計画項目の id を書いてください。',
    en: 'Write the id of a clause in that year’s section.',
  },
  issue: {
    ja: 'このファイルの issues に課題を加えるか、id を直してください。',
    en: 'Add the issue to “issues” of this file, or mend the id.',
  },
};
const UNKNOWN = (kind: Kind, id: string) => ({
  ja: `${NOUN[kind].ja}「${id}」はありません。`,
  en: `There is no ${NOUN[kind].en} “${id}”.`,
});
const OTHER_YEAR = (id: string, year: string) => ({
  ja: `報告「${id}」は ${year} の報告で、このフォルダーの年度と違います。`,
  en: `The report “${id}” is one of ${year}, not of the year of this folder.`,
});
const OTHER_YEAR_REPAIR = (home: string) => ({
  ja: `このフォルダーの report.yaml の報告の id を書くか、ファイルを ${home} と同じフォルダーに移してください。`,
  en: `Write the id of a report of this folder’s report.yaml, or move the file beside ${home}.`,
});
const OP_AND_OF = { ja: 'op と of はそろえて書きます。', en: '“op” and “of” go together.' };
const OP_AND_OF_REPAIR = {
  ja: '計算（op）と入力（of）の両方を書くか、両方を消してください。',
  en: 'Write both the operation and its inputs, or neither.',
};
const ROW = {
  ja: '行には indicator か cells のどちらか一つが必要です。',
  en: 'A row needs either “indicator” or “cells”.',
};
const ROW_REPAIR = {
  ja: '指標の値を並べるなら indicator、個々の値を選ぶなら cells を書いてください。',
  en: 'Write “indicator” for its values by column, or “cells” to choose each figure.',
};
const WIDTH = (cells: number, columns: number, table: string) => ({
  ja: `この行のセルは ${cells} 個ですが、表「${table}」の列は ${columns} 列です。`,
  en: `The row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the table “${table}” ${columns} ${columns === 1 ? 'column' : 'columns'}.`,
});
const WIDTH_REPAIR = {
  ja: '空欄は null と書き、数をそろえてください。',
  en: 'Make them equal; write null for an empty cell.',
};
