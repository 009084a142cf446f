import type { Locale } from '../locale.ts';

/** The marks with which a language writes numbers. */
export interface NumberMarks {
  readonly group: string;
  readonly decimal: string;
}

/** Marks that the data of a language leave out. */
export const USUAL_MARKS: NumberMarks = { group: ',', decimal: '.' };

/** As the language is mostly written: 1,234.5 in Korean, 1 234,5 in French, 1.234,5 in German. */
export function marksOfLanguage(tag: Locale): NumberMarks {
  const parts = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1_234_567.8);
  const mark = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? USUAL_MARKS[type];
  return { group: mark('group'), decimal: mark('decimal') };
}
