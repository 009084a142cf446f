/** Strings of the open data. */
export const OPEN_DATA_STRINGS = {
  openData: { ja: 'オープンデータ', en: 'Open data' },
  openDataIntro: {
    ja: 'このサイトのデータはすべて、同じアドレスで取得できます。アドレスは変わりません。値は文書に印刷された桁のまま、正確な十進数で収めています。',
    en: 'Everything on this site can be downloaded, at addresses that do not change. Figures are exact decimals, with the resolution at which the documents print them.',
  },
  wholeData: { ja: '全体', en: 'The whole' },
  dataAddresses: { ja: 'アドレスの規則', en: 'Scheme of addresses' },
  dataAddress: { ja: 'アドレス', en: 'Address' },
  dataHolds: { ja: '内容', en: 'What it holds' },
  dataTables: { ja: '表と列', en: 'Tables and columns' },
  dataRows: { ja: '{0}行', en: '{0} {0|row|rows}' },
  dataColumn: { ja: '列', en: 'Column' },
  dataMeaning: { ja: '意味', en: 'Meaning' },
  dataReading: {
    ja: 'value は1単位の正確な値、resolution は最後に印刷された桁の1刻みです（4.1万人は value 41000、resolution 1000）。値がないときは absent に理由があります。年度は FY2025、月は 2025-09 と書きます。',
    en: 'value is exact, in units of one; resolution is one step of the last printed place (18.5 million has value 18500000 and resolution 100000). Where there is no figure, absent says why. A fiscal year is written FY2025, a month 2025-09.',
  },
  csvForExcel: { ja: 'CSV（Excel 用）', en: 'CSV for Excel' },
  workbook: { ja: 'Excel ブック', en: 'Excel workbook' },
  tableData: { ja: 'この表のデータ', en: 'Data of this table' },
} as const;
