/** A row of a table as the document prints it, and what the English edition makes of it. `·` parts the cells. */
export interface PrintedRow {
  readonly table: string;
  readonly ja: string;
  readonly en: string;
  /** Which of the rows with this name, counted from zero: a table may name a scheme once for each of its parts. */
  readonly nth?: number;
  readonly printed: string;
  readonly english: string;
}

export const SECTIONS: Readonly<Record<string, readonly PrintedRow[]>> = {
  'np-collection': [
    {
      table: 'payment-rate-triangle', ja: '令和5年度分保険料', en: 'Contributions for FY2023',
      printed: '71.1%（+2.1ポイント） · 81.7%（+4.0ポイント） · 85.1%（+7.4ポイント）',
      english: '71.1% (+2.1 pp) · 81.7% (+4.0 pp) · 85.1% (+7.4 pp)',
    },
    {
      table: 'payment-rate-triangle', ja: '令和6年度分保険料', en: 'Contributions for FY2024',
      printed: '— · 72.5%（+1.3ポイント） · 82.6%（+4.0ポイント）', english: '— · 72.5% (+1.3 pp) · 82.6% (+4.0 pp)',
    },
    {
      table: 'payment-rate-triangle', ja: '令和7年度分保険料', en: 'Contributions for FY2025',
      printed: '— · — · 72.7%（+0.2ポイント）', english: '— · — · 72.7% (+0.2 pp)',
    },
    {
      table: 'transfer-and-card-rates', ja: '口座振替納付', en: 'Account transfer',
      printed: '32.2% · 31.8% · ▲0.4ポイント', english: '32.2% · 31.8% · −0.4 pp',
    },
    {
      table: 'transfer-and-card-rates', ja: 'クレジットカード納付', en: 'Credit card',
      printed: '7.5% · 7.7% · +0.2ポイント', english: '7.5% · 7.7% · +0.2 pp',
    },
    {
      table: 'transfer-and-card-rates', ja: '合計', en: 'Total',
      printed: '39.7% · 39.4% · ▲0.2ポイント', english: '39.7% · 39.4% · −0.2 pp',
    },
    {
      table: 'months-by-method', ja: '口座振替', en: 'Account transfer',
      printed: '1,216万月（31.3%） · 原資料で欠落', english: '12.16 million (31.3%) · Missing in the source',
    },
    {
      table: 'months-by-method', ja: '①納付月数合計', en: 'Months paid, total',
      printed: '2,814万月 · 2,775万月', english: '28.14 million · 27.75 million',
    },
    {
      table: 'months-by-method', ja: '③納付対象月数', en: 'Months due',
      printed: '3,881万月 · 3,819万月', english: '38.81 million · 38.19 million',
    },
    {
      table: 'payment-rates-by-year', ja: '第1号被保険者数', en: 'Category 1 insured persons',
      printed: '1,742万人（▲3.5%） · 1,668万人（▲4.3%） · 1,575万人（▲5.5%） · 1,505万人（▲4.5%） · 1,471万人（▲2.3%）'
        + ' · 1,453万人（▲0.3%） · 1,449万人（▲0.3%） · 1,431万人（▲1.3%） · 1,405万人（▲1.9%） · 1,387万人（▲1.3%）'
        + ' · 1,368万人（▲1.4%） · 1,345万人（▲1.4%） · 1,330万人（▲1.2%）',
      english: '17.42 million (−3.5%) · 16.68 million (−4.3%) · 15.75 million (−5.5%) · 15.05 million (−4.5%)'
        + ' · 14.71 million (−2.3%) · 14.53 million (−0.3%) · 14.49 million (−0.3%) · 14.31 million (−1.3%)'
        + ' · 14.05 million (−1.9%) · 13.87 million (−1.3%) · 13.68 million (−1.4%) · 13.45 million (−1.4%)'
        + ' · 13.30 million (−1.2%)',
    },
    {
      table: 'payment-rates-by-year', ja: '督促状送付', en: 'Formal demands sent',
      printed: '46,586件 · 43,757件 · 50,423件 · 66,270件 · 81,597件 · 89,615件 · 0件 · 15件 · 133,476件 · 102,238件'
        + ' · 99,962件 · 58,666件 · 60,242件',
      english: '46,586 · 43,757 · 50,423 · 66,270 · 81,597 · 89,615 · 0 · 15 · 133,476 · 102,238 · 99,962 · 58,666'
        + ' · 60,242',
    },
    {
      table: 'monthly-current-rate', ja: '令和7年度', en: 'FY2025',
      printed: '61.0% · 64.3% · 71.5% · 71.9% · 72.7% · — · — · — · — · — · — · —',
      english: '61.0% · 64.3% · 71.5% · 71.9% · 72.7% · — · — · — · — · — · — · —',
    },
    {
      table: 'action-plan-offices', ja: '特別催告状送付件数', en: 'Special notices sent',
      printed: '3,387,913件 · 3,341,674件 · 101.4% · 8,967,293件 · 9,197,562件',
      english: '3,387,913 · 3,341,674 · 101.4% · 8,967,293 · 9,197,562',
    },
    {
      table: 'action-plan-contractors', ja: '文書勧奨件数', en: 'Letter reminders',
      printed: '3,498,708件 · 3,814,076件 · 109.0% · 7,991,366件',
      english: '3,498,708 · 3,814,076 · 109.0% · 7,991,366',
    },
  ],
  'ep-coverage': [
    {
      table: 'guidance-results', ja: '新規適用事業所数', en: 'Establishments newly covered',
      printed: '5.1万事業所 · 4.4万事業所 · 4.1万事業所', english: '51,000 · 44,000 · 41,000',
    },
    {
      table: 'guidance-results', ja: '新規適用被保険者数', en: 'People newly covered',
      printed: '8.7万人 · 8.4万人 · 8.5万人', english: '87,000 · 84,000 · 85,000',
    },
    {
      table: 'candidates-trend', ja: '適用調査対象事業所数', en: 'Establishments under coverage review',
      printed: '16.2万事業所 · 14.9万事業所 · 14.3万事業所', english: '162,000 · 149,000 · 143,000',
    },
    {
      table: 'possible-people', ja: '適用の可能性がある人', en: 'People to whom the insurance may apply',
      printed: '約200万人程度 · 約105万人程度 · 約97万人程度',
      english: 'about 2.00 million · about 1.05 million · about 970,000',
    },
    {
      table: 'possible-corporations', ja: '調査対象の法人事業所', en: 'Corporations under review',
      printed: '約97万件 · 約14.3万件', english: 'about 970,000 · about 143,000',
    },
  ],
  'ep-collection': [
    {
      table: 'collection-rate-comparison', ja: '徴収決定額', en: 'Amount assessed',
      printed: '184,572億円 · 190,960億円 · 59,987億円 · 61,999億円',
      english: '¥18,457.2 billion · ¥19,096.0 billion · ¥5,998.7 billion · ¥6,199.9 billion',
    },
    {
      table: 'collection-rate-comparison', ja: '収納率', en: 'Collection rate',
      printed: '97.5% · 97.7% · 95.4% · 95.8%', english: '97.5% · 97.7% · 95.4% · 95.8%',
    },
    {
      table: 'outstanding-comparison', ja: '厚生年金保険', en: 'Employees’ Pension Insurance',
      printed: '4,595億円 · 4,200億円 · ▲395億円', english: '¥459.5 billion · ¥420.0 billion · −¥39.5 billion',
    },
    {
      table: 'outstanding-comparison', ja: '協会管掌健康保険', en: 'Health insurance (Japan Health Insurance Association)',
      printed: '2,715億円 · 2,494億円 · ▲221億円', english: '¥271.5 billion · ¥249.4 billion · −¥22.1 billion',
    },
    {
      table: 'arrears-comparison', ja: '適用事業所に占める滞納事業所の割合', en: 'Share of covered establishments in arrears',
      printed: '4.9% · 4.8%', english: '4.9% · 4.8%',
    },
    {
      table: 'special-department', ja: '所管事業所数', en: 'Establishments in its charge',
      printed: '189事業所 · 207事業所 · 396事業所 · 357事業所', english: '189 · 207 · 396 · 357',
    },
    {
      table: 'collection-trend', ja: '収納率', en: 'Collection rate',
      printed: '98.9%（+0.1ポイント） · 99.0%（+0.1ポイント） · 99.1%（+0.1ポイント） · 99.1%（0.0ポイント）'
        + ' · 97.5%（▲1.6ポイント） · 98.3%（+0.8ポイント） · 98.5%（+0.2ポイント） · 98.7%（+0.2ポイント）'
        + ' · 98.9%（+0.2ポイント） · 97.5%（+0.4ポイント） · 97.7%（+0.2ポイント）',
      english: '98.9% (+0.1 pp) · 99.0% (+0.1 pp) · 99.1% (+0.1 pp) · 99.1% (0.0 pp) · 97.5% (−1.6 pp)'
        + ' · 98.3% (+0.8 pp) · 98.5% (+0.2 pp) · 98.7% (+0.2 pp) · 98.9% (+0.2 pp) · 97.5% (+0.4 pp)'
        + ' · 97.7% (+0.2 pp)',
    },
    {
      table: 'collection-by-scheme', ja: '船員保険', en: 'Seamen’s insurance', nth: 2,
      printed: '0.6億円 · 0.9億円 · 0億円 · 1億円 · 0.5億円 · 0.1億円 · ▲0.4億円',
      english: '¥0.06 billion · ¥0.09 billion · ¥0.0 billion · ¥0.1 billion · ¥0.05 billion · ¥0.01 billion'
        + ' · −¥0.04 billion',
    },
    {
      table: 'collection-by-scheme', ja: '厚生年金保険', en: 'Employees’ Pension Insurance', nth: 3,
      printed: '5,379億円 · 5,071億円 · 4,402億円 · 3,889億円 · 4,595億円 · 4,200億円 · ▲395億円',
      english: '¥537.9 billion · ¥507.1 billion · ¥440.2 billion · ¥388.9 billion · ¥459.5 billion · ¥420.0 billion'
        + ' · −¥39.5 billion',
    },
  ],
};

/** Figures that the document prints in its sentences, and where the site shows them. */
export const SENTENCES: readonly { readonly page: string; readonly ja: string; readonly en: string }[] = [
  { page: '', ja: '2,920,482事業所', en: '2,920,482 establishments' },
  { page: '', ja: '72.7%', en: '72.7%' },
  { page: '', ja: '82.6%', en: '82.6%' },
  { page: '', ja: '85.1%', en: '85.1%' },
  { page: '', ja: '39.4%', en: '39.4%' },
  { page: '', ja: '97.7%', en: '97.7%' },
  { page: '', ja: '95.8%', en: '95.8%' },
  { page: '', ja: '4,200億円', en: '¥420.0 billion' },
  { page: '', ja: '現年度の値から7.4ポイント上昇', en: 'Up 7.4 pp on its current-year value' },
  { page: '', ja: '前年同期から395億円減少', en: 'Down ¥39.5 billion on a year earlier' },
  { page: '2025/np-coverage/', ja: '海外からの転入者3万人', en: '30,000 people' },
  { page: '2025/np-coverage/', ja: '49万人', en: '490,000 people' },
  { page: '2025/np-coverage/', ja: '6千人', en: '6,000' },
  { page: '2025/np-coverage/', ja: '3,527団体', en: '3,527' },
  { page: '2025/np-collection/', ja: '1.5ポイント上昇', en: 'up 1.5 pp' },
  { page: '2025/np-collection/', ja: '1,800万月', en: '18.00 million months' },
  { page: '2025/np-collection/', ja: '61.6%', en: '61.6%' },
  { page: '2025/np-collection/', ja: '1.4ポイント上昇', en: 'up 1.4 pp' },
  { page: '2025/ep-coverage/', ja: '1,992事業所', en: '1,992 establishments' },
  { page: '2025/ep-coverage/', ja: '620事業所', en: '620' },
  { page: '2025/ep-coverage/', ja: '343万人', en: '3.43 million' },
  { page: '2025/ep-coverage/', ja: '1,006件', en: '1,006' },
  { page: '2025/ep-collection/', ja: '395億円', en: '¥39.5 billion' },
  { page: '2025/ep-collection/', ja: '3億円', en: '¥0.3 billion' },
  { page: '2025/ep-collection/', ja: '788件', en: '788' },
  { page: '2025/ep-collection/', ja: '1,423件', en: '1,423' },
];
