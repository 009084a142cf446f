/** Strings of the print edition. */
export const PRINT_STRINGS = {
  dataBook: { ja: '指標データ集', en: 'Data book of indicators' },
  planPeriod: { ja: '計画期間', en: 'Plan period' },
  continued: { ja: '{0}（続き）', en: '{0} (continued)' },
  continues: { ja: '次のページへ続く', en: 'continued on the next page' },
  partContents: { ja: 'この部の節', en: 'Sections of this part' },
  offprintOf: { ja: '{0}から', en: 'From: {0}' },
  measureDirection: { ja: '主な方向性', en: 'Main direction' },
  sectionPdf: { ja: 'この節の PDF', en: 'This section as PDF' },
  planPdf: { ja: 'この計画の PDF', en: 'This plan as PDF' },
  dataBookPdf: { ja: '指標データ集の PDF', en: 'Data book as PDF' },
  previousPlan: { ja: '{0}計画', en: 'Plan of {0}' },
  relationToPrevious: { ja: '前年の計画との関係', en: 'Against the year before' },
} as const;
