import type { ReportModel } from '../../derive/model.ts';
import { sectionCode } from '../../derive/section-code.ts';
import type { Verdict } from '../../derive/verdict.ts';
import { figureCells, placeCells } from '../cells.ts';
import { FIGURE, field, OF_DOCUMENT, perLanguage, PLACE, textCells } from '../resource.ts';
import type { Resource } from '../resource.ts';

/** Texts of the data in plain words, figures and terms filled in: `plain(text, place)` for one language. */
export type Plain = (language: string, text: Readonly<Record<string, string | undefined>>, place: Verdict['section']) => string;

export function sections({ report }: ReportModel, languages: readonly string[]): Resource {
  return {
    name: 'sections',
    title: { ja: '節', en: 'Sections' },
    fields: [
      field('id', '節の id', 'Id of the section'),
      field('code', '番号', 'Number'),
      ...perLanguage(languages, 'title', '題名', 'Title'),
      ...perLanguage(languages, 'part', '部', 'Part'),
    ],
    primaryKey: ['id'],
    rows: report.outline.parts.flatMap((part) =>
      part.sections.map((section) => [
        section.id, sectionCode(part, section), ...textCells(languages, section.title), ...textCells(languages, part.title),
      ]),
    ),
  };
}

/** What sections were called in some years, where that is not their title of today. */
export function sectionTitles({ report }: ReportModel, languages: readonly string[]): Resource {
  return {
    name: 'section-titles',
    title: { ja: '節の年度ごとの題名', en: 'Titles of sections in some years' },
    fields: [
      field('section', '節の id', 'Id of the section'),
      field('from', '最初の年度', 'First fiscal year'),
      field('to', '最後の年度', 'Last fiscal year'),
      ...perLanguage(languages, 'title', '題名', 'Title'),
    ],
    primaryKey: ['section', 'from'],
    foreignKeys: [{ field: 'section', resource: 'sections', key: 'id' }],
    rows: report.outline.parts.flatMap((part) => part.sections.flatMap(({ id, titles = [] }) =>
      titles.map(({ from, to, title }) => [id, from, to ?? '', ...textCells(languages, title)]))),
  };
}

export function clauses(model: ReportModel, languages: readonly string[], plain: Plain): Resource {
  return {
    name: 'clauses',
    title: { ja: '計画項目', en: 'Plan clauses' },
    fields: [
      field('id', '年度/節/項目の id', 'year/section/clause'),
      field('year', '年度', 'Fiscal year'),
      field('section', '節の id', 'Id of the section'),
      field('measure', '施策の id', 'Id of the measure'),
      ...perLanguage(languages, 'measure_title', '施策', 'Measure'),
      field('relation', '前年度の項目とのつながり', 'Link to the clauses of the year before', ['', 'continues', 'replaces', 'new']),
      field('from', '前年度の項目の id', 'Ids of the clauses of the year before'),
      ...perLanguage(languages, 'plan', '計画', 'Plan'),
      ...perLanguage(languages, 'progress', '取組状況', 'Progress'),
      ...perLanguage(languages, 'evaluation', '自己評価', 'Self-evaluation'),
      ...PLACE,
    ],
    primaryKey: ['id'],
    foreignKeys: [OF_DOCUMENT, { field: 'section', resource: 'sections', key: 'id' }],
    rows: model.years.flatMap(({ year, sections }) =>
      sections.flatMap(({ section, entry, measures }) =>
        measures.flatMap((measure) =>
          measure.clauses.map((clause) => {
            const say = (texts: readonly (Readonly<Record<string, string | undefined>> | undefined)[]) =>
              languages.map((language) => texts.flatMap((text) => (text ? [plain(language, text, section)] : [])).join('\n'));
            return [
              `${year.slice(2)}/${entry.id}/${clause.id}`, year, entry.id, measure.id, ...textCells(languages, measure.title),
              clause.from?.relation ?? '', (clause.from?.of ?? []).join(' '),
              ...say([clause.plan]), ...say((clause.progress ?? []).map(({ text }) => text)), ...say((clause.evaluation ?? []).map(({ text }) => text)),
              ...placeCells(clause.source ?? section.data.source),
            ];
          }),
        ),
      ),
    ),
  };
}

/** One line for each rule of each target. */
export function targets(model: ReportModel, languages: readonly string[], plain: Plain): Resource {
  return {
    name: 'targets',
    title: { ja: '目標と判定', en: 'Targets and verdicts' },
    fields: [
      field('id', '目標の id', 'Id of the target'),
      field('part', '規則の番号', 'Number of the rule'),
      field('year', '年度', 'Fiscal year'),
      ...perLanguage(languages, 'title', '題名', 'Title'),
      ...perLanguage(languages, 'wording', '内容', 'Wording'),
      field('deadline', '期限', 'Deadline'),
      field('rule', '判定規則', 'Rule'),
      field('indicator', '指標の id', 'Id of the indicator'),
      field('period', '判定した時点', 'Period that is judged'),
      ...FIGURE,
      field('result', '結果', 'Result', ['achieved', 'not_achieved', 'pending', 'no_data', 'no_target', 'not_assessed']),
      field('timing', '中間か通期か', 'Interim or full year', ['interim', 'full_year']),
      field('data', 'データの状態', 'State of the data', ['provisional', 'final', 'revised', 'estimate', 'not_stated']),
      field('trajectory', '進み具合（中間のみ）', 'Course (interim only)', ['', 'ahead', 'on_track', 'behind', 'unknown']),
      field('official', '機関自身の評価', 'The body’s own verdict'),
      ...PLACE,
    ],
    primaryKey: ['id', 'part'],
    foreignKeys: [OF_DOCUMENT],
    rows: [...model.verdictsById.values()].flatMap((verdict) => {
      const { target, section, parts } = verdict;
      const places = parts.length === 0 ? [undefined] : parts;
      return places.map((part, index) => [
        target.id, String(index + 1), target.year, ...textCells(languages, target.title),
        ...languages.map((language) => plain(language, target.wording, section)),
        verdict.deadline, part?.rule.rule ?? target.rule.rule, part?.indicator?.data.id ?? '',
        part?.value?.origin.kind === 'observation' ? part.value.origin.at : '', ...figureCells(part?.value?.figure),
        verdict.result, verdict.timing, verdict.data, verdict.trajectory ?? '', target.official.says, ...placeCells(target.source),
      ]);
    }),
  };
}
