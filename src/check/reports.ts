import type { Problem } from '../diagnostics/problem.ts';
import type { Report } from '../load/report.ts';
import { problem } from './problem.ts';

/** A site needs one report that tells of one section. */
export function checkReports({ sections, years: [year] }: Report): Problem[] {
  if (sections.length > 0) return [];
  if (!year) return [problem('no-report', 'data/organisation.yaml', [], NO_REPORT, NO_REPORT_REPAIR)];
  return [problem('no-section', year.file, [], NO_SECTION(year.data.year), NO_SECTION_REPAIR(year.file))];
}

const NO_REPORT = { ja: '報告がまだ一つもありません。', en: 'There is no report yet.' };
const NO_REPORT_REPAIR = {
  ja: 'data/<年度>/report.yaml と、節のファイル data/<年度>/<節>.yaml を作ってください（書き方は docs/begin.ja.md）。',
  en: 'Create data/<year>/report.yaml, and data/<year>/<section>.yaml for a section (docs/begin.md says how).',
};
const NO_SECTION = (year: string) => ({
  ja: `${year} の報告に、節のファイルが一つもありません。`,
  en: `The reports of ${year} have no section.`,
});
const NO_SECTION_REPAIR = (file: string) => ({
  ja: `outline.yaml の節の id を名前にして、${file.replace('report.yaml', '<節>.yaml')} を作ってください（書き方は docs/begin.ja.md）。`,
  en: `Create ${file.replace('report.yaml', '<section>.yaml')}, named after the id of a section in outline.yaml (docs/begin.md says how).`,
});
