import type { Problem } from '../diagnostics/problem.ts';

/** Of one file: more than anyone makes by hand, and few enough to be looked up one by one. */
export const MOST_TOLD = 500;

/** Of the problems of each file the first, errors before warnings; of the rest, how many there are. */
export function firstOfEachFile(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_TOLD) return problems;
  return [...Map.groupBy(problems, ({ file }) => file)].flatMap(([file, some]) => {
    if (some.length <= MOST_TOLD) return some;
    const sorted = errorsFirst(some);
    return [...sorted.slice(0, MOST_TOLD), moreMistakes(file, sorted.length - MOST_TOLD, sorted[MOST_TOLD]?.severity)];
  });
}

function errorsFirst(problems: readonly Problem[]): Problem[] {
  const { error = [], warning = [] } = Object.groupBy(problems, ({ severity }) => severity);
  return [...error, ...warning];
}

export function moreMistakes(file: string, count: number, severity: Problem['severity'] = 'error'): Problem {
  return { severity, code: 'more-mistakes', file, path: [], message: MORE[severity](count), repair: MEND_FIRST };
}

const MORE = {
  error: (count: number) => ({
    ja: `このファイルには、ほかに ${count} 件の誤りがあります。`,
    en: count === 1 ? 'There is 1 more mistake in this file.' : `There are ${count} more mistakes in this file.`,
  }),
  warning: (count: number) => ({
    ja: `このファイルには、ほかに ${count} 件の注意があります。`,
    en: count === 1 ? 'There is 1 more warning for this file.' : `There are ${count} more warnings for this file.`,
  }),
};
const MEND_FIRST = { ja: '示した誤りを直して、もう一度確かめてください。', en: 'Mend those that are told, and check it again.' };
