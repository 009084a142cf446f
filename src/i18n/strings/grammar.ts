import type { Localized } from '../../locale.ts';

/** How a language joins words and sets signs: `{0}`, `{1}` … are what is joined. */
export const GRAMMAR_STRINGS = {
  /** Between a label and what it labels. */
  gap: { ja: '　', en: ' ' },
  /** Between a word and what follows it in brackets. */
  wordGap: { ja: '', en: ' ' },
  /** Between two sentences. */
  sentenceGap: { ja: '', en: ' ' },
  /** Between a note's mark and its text below a chart. */
  markGap: { ja: '　', en: '  ' },
  /** Between two facts of one line. */
  factGap: { ja: '　', en: ' · ' },
  listGap: { ja: '、', en: ', ' },
  /** In a list whose entries have commas of their own. */
  clauseGap: { ja: '、', en: '; ' },
  titleGap: { ja: '｜', en: ' | ' },
  spanGap: { ja: '～', en: '–' },
  bracket: { ja: '（{0}）', en: '({0})' },
  named: { ja: '{0}（{1}）', en: '{0} ({1})' },
  and: { ja: '{0}と{1}', en: '{0} and {1}' },
  titled: { ja: '{0}。{1}', en: '{0}. {1}' },
  bookTitle: { ja: '{0}　{1}', en: '{0}: {1}' },
  sourceAt: { ja: '「{0}」{1}', en: '{0}, {1}' },
  noteMark: { ja: '注{0}', en: 'Note {0}' },
  pageReference: { ja: '（{0}ページ）', en: ' (p. {0})' },
  pageList: { ja: 'P{0}', en: 'p. {0}' },
  pagesList: { ja: 'P{0}', en: 'pp. {0}' },
  inPeriod: { ja: '{0}', en: 'in {0}' },
  atEndOf: { ja: '{0}', en: 'at the {0}' },
  onDay: { ja: '{0}', en: 'on {0}' },
  subject: { ja: '{0}（{1}）', en: '{0}, {1}' },
  subjectChange: { ja: '{0}（{1}）の増減', en: '{0}, {1}, change' },
} as const satisfies Record<string, Localized>;
