import type { Path, Problem } from '../diagnostics/problem.ts';
import type { LoadedMidTerm } from '../load/report.ts';
import { duplicates } from './duplicates.ts';
import { problem } from './problem.ts';

/** Names of a medium-term plan that must be unique, and agree with the name of its file. */
export function checkMidTermIds({ file, data }: LoadedMidTerm): Problem[] {
  const { from, to, chapters } = data;
  const name = `${from.slice(2)}-${to.slice(2)}.yaml`;
  const misnamed = file.endsWith(`/${name}`) ? [] : [problem('file-name', file, ['to'], FILE_NAME(from, to), RENAME(name))];
  const backwards = from > to ? [problem('year-differs', file, ['to'], BACKWARDS(from, to), BACKWARDS_REPAIR)] : [];
  const issues = chapters.flatMap((chapter, c) =>
    (chapter.issues ?? []).map(({ id }, index) => ({ id, path: ['chapters', c, 'issues', index, 'id'] as Path })),
  );
  const measures = chapters.flatMap((chapter, c) =>
    (chapter.measures ?? []).map(({ id }, index) => ({ id, path: ['chapters', c, 'measures', index, 'id'] as Path })),
  );
  return [...(backwards.length > 0 ? backwards : misnamed), ...duplicates(file, issues), ...duplicates(file, measures)];
}

/** A target may be of any year up to the last of the plan; its review may speak of the years before. */
export function checkMidTermYears({ file, data }: LoadedMidTerm): Problem[] {
  return (data.targets ?? []).flatMap(({ year }, index) =>
    year <= data.to ? [] : [problem('year-differs', file, ['targets', index, 'year'], LATER(year, data.to), LATER_REPAIR(data.to))],
  );
}

const FILE_NAME = (from: string, to: string) => ({
  ja: `ファイル名が計画の年度 ${from}～${to} と違います。`,
  en: `The file name differs from the years of the plan, ${from} to ${to}.`,
});
const RENAME = (name: string) => ({
  ja: `ファイル名を ${name} にするか、from と to を直してください。`,
  en: `Name the file ${name}, or mend “from” and “to”.`,
});
const BACKWARDS = (from: string, to: string) => ({
  ja: `最後の年度 ${to} が最初の年度 ${from} より前です。`,
  en: `The last year, ${to}, comes before the first, ${from}.`,
});
const BACKWARDS_REPAIR = { ja: 'from と to を直してください。', en: 'Mend “from” and “to”.' };
const LATER = (year: string, to: string) => ({
  ja: `目標の年度 ${year} が計画の最後の年度 ${to} より後です。`,
  en: `The year of the target, ${year}, comes after the last year of the plan, ${to}.`,
});
const LATER_REPAIR = (to: string) => ({
  ja: `${to} までの年度を書いてください。`,
  en: `Write a year up to ${to}.`,
});
