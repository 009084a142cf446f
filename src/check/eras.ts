import type { Path, Problem } from '../diagnostics/problem.ts';
import { ERA_NAMES, ERA_YEAR, isYearOfEra, westernYear, yearNumber } from '../format/era.ts';
import { keptBy } from '../cache/kept-by.ts';
import type { Report } from '../load/report.ts';
import { isText } from '../schema/languages.ts';
import type { Languages } from '../schema/languages.ts';
import { problem } from './problem.ts';

/** Years of eras in names and texts: years that the era never had, and ones that the Western year beside them contradicts. */
export function checkEras(report: Report): Problem[] {
  const files = [...report.indicators.values(), ...report.sections, ...report.midTerms, ...report.finances, ...report.years];
  return [
    ...files.flatMap(({ file, data }) => found(data, [report.languages.tags.join(), file], () => search(report.languages, file, data, []))),
    ...search(report.languages, 'data/documents.yaml', { documents: [...report.documents.values()] }, []),
    ...search(report.languages, 'data/glossary.yaml', { terms: [...report.glossary.values()] }, []),
  ];
}

const found = keptBy<object, Problem[]>();

function search(languages: Languages, file: string, value: unknown, path: Path): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value, languages)) return Object.entries(value).flatMap(([tag, text]) => slips(file, [...path, tag], text ?? ''));
  return Object.entries(value).flatMap(([key, each]) => search(languages, file, each, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** 令和6年度（2024年度） */
const OF_ERA = new RegExp(`(${ERA_NAMES})\\s?(${ERA_YEAR})年度?(?:[（(]([\\d０-９]{4})年?度?[）)])?`, 'g');

function slips(file: string, path: Path, text: string): Problem[] {
  return [...text.matchAll(OF_ERA)].flatMap(([words, era = '', year = '', beside]) => {
    const western = westernYear(era, year);
    const isExplained = beside !== undefined && Number(beside.normalize('NFKC')) === western;
    // Before 2019 plans spoke of 平成32年度 (2020年度).
    if (!isYearOfEra(era, yearNumber(year))) return isExplained ? [] : [problem('era-year', file, path, NEVER(words), NEVER_REPAIR, 'warning')];
    if (beside === undefined || isExplained) return [];
    return [problem('era-year', file, path, OTHER(words, western), OTHER_REPAIR, 'warning')];
  });
}

const NEVER = (words: string) => ({ ja: `「${words}」という年はありません。`, en: `There was no year “${words}”.` });
const NEVER_REPAIR = {
  ja: '元号と年を確かめてください。改元前の文書がそう書いていれば、「平成32年度（2020年度）」のように西暦を添えます。',
  en: 'Check the era and the year. If a document from before the new era says so, add the Western year, as in 平成32年度（2020年度）.',
};
const OTHER = (words: string, western: number) => ({
  ja: `「${words}」の元号の年は西暦${western}年で、括弧内と違います。`,
  en: `The year of the era in “${words}” is ${western}, not the one in brackets.`,
});
const OTHER_REPAIR = { ja: 'どちらかを直してください。', en: 'Mend one of them.' };
