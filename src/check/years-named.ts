import { MONTHS } from '../format/english.ts';
import { ERA_NAMES, ERA_YEAR, westernYear } from '../format/era.ts';
import { fiscalYearOf } from '../time/period.ts';

/**
 * The fiscal years that a label may mean by each year it names: 令和2年度 → [FY2020], 平成27年3月末 → [FY2014], 2015年 → [FY2014, FY2015].
 * The first day of a year, and what stood at its start, is the end of the year before. What is compared with is not meant: 平成30年度比; nor is the year of a name.
 */
export function yearsNamed(label: string, startMonth: number): string[][] {
  const western = label.normalize('NFKC')
    .replace(OF_ERA, (_, era: string, year: string) => String(westernYear(era, year)))
    .replace(/\b(?:start|beginning) of FY(\d{4})/gi, '$1年度当初')
    .replace(/\b(?:on|against|over|than) FY\d{4}/gi, '')
    .replace(OF_NAME, '')
    .replace(OF_MONTH, (_, month: string, year: string) => `${year}年${MONTHS.indexOf(month) + 1}月`);
  return [...western.matchAll(/(FY)?(?<!\d)((?:19|20)\d{2})(年度分|年度(?:当初|比)?|年比|年(\d{1,2})月|\.(\d{1,2})\b|年)?/g)].flatMap(([, fiscal, year = '', kind, ...months]) => {
    const month = months.find((each) => each !== undefined);
    const both = [`FY${Number(year) - 1}`, `FY${year}`];
    // The year of a cohort, whose figure may be of a later one.
    if (kind === '年度分' || kind === '年度比' || kind === '年比') return [];
    if (kind === '年度当初' || Number(month) === startMonth) return [both];
    if (fiscal || kind === '年度') return [[`FY${year}`]];
    return [month ? [fiscalYearOf(`${year}-${month.padStart(2, '0')}`, startMonth)] : both];
  });
}

const OF_ERA = new RegExp(`(${ERA_NAMES}|\\b[RHS])\\s?(${ERA_YEAR})(?=年|\\.\\d)`, 'g');
/** The year of a name, or one that prices and indices are of: 令和6年能登半島地震, 平成27年基準, 2015 = 100. */
const OF_NAME = /(?:19|20)\d{2}年[\d月\p{Script=Han}ァ-ヶー]{0,10}(?:地震|豪雨|台風|大雪|災害|国勢調査|センサス|改正|基準|価格|法|条例|創設|設立|版|産|号|生まれ|卒|問題|カーボンニュートラル)|\b(?:19|20)\d{2}(?: \p{Lu}\p{L}+){0,3} (?:earthquake|census|typhoon|floods?|prices|base)\b|\b(?:agenda|vision|horizon|class|census|earthquake|prices|base|acts?|law|directive|convention|founded)(?: (?:of|year|in))? (?:19|20)\d{2}\b|\b(?:19|20)\d{2} ?= ?100\b/giu;
const OF_MONTH = new RegExp(`\\b(${MONTHS.join('|')})\\s+(\\d{4})\\b`, 'g');
