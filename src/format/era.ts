/** The Japanese eras, in one place. Source: 元号法 and the cabinet orders on each change of era. */
const ERAS = [
  { name: '令和', short: 'R', from: '2019-05-01', firstFiscalYear: 2019 },
  { name: '平成', short: 'H', from: '1989-01-08', firstFiscalYear: 1989 },
  { name: '昭和', short: 'S', from: '1926-12-25', firstFiscalYear: 1927 },
  { name: '大正', short: 'T', from: '1912-07-30', firstFiscalYear: 1912 },
  { name: '明治', short: 'M', from: '1868-01-25', firstFiscalYear: 1868 },
] as const;

/** 令和|平成|…: for a pattern that finds an era in a text. */
export const ERA_NAMES = ERAS.map(({ name }) => name).join('|');

/** A year of an era as it is written: 6, １０ or 元. */
export const ERA_YEAR = '[\\d０-９]{1,2}|元';

/** The year of an era that a day falls in: 2019-05-01 → 令和元年, 2019-04-30 → 平成31年. */
export function eraYear(day: string): string {
  const era = ERAS.find(({ from }) => from <= day);
  const year = Number(day.slice(0, 4));
  return era ? `${era.name}${ordinal(year - Number(era.from.slice(0, 4)) + 1)}年` : `${year}年`;
}

/**
 * The name of a fiscal year: 2019 → 令和元年度, although it began in 平成31年4月.
 * The year in which an era begins by May is named after it; 昭和64年 began too late in FY1988 for that.
 */
export function eraFiscalYear(year: number): string {
  const era = ERAS.find(({ firstFiscalYear }) => firstFiscalYear <= year);
  return era ? `${era.name}${ordinal(year - Number(era.from.slice(0, 4)) + 1)}年度` : `${year}年度`;
}

/** Whether a year of an era was one: 平成31年 and 昭和64年 were, 平成32年 and 令和0年 were not. */
export function isYearOfEra(era: string, year: number): boolean {
  const index = ERAS.findIndex(({ name }) => name === era);
  const [next, own] = [ERAS[index - 1], ERAS[index]];
  if (!own || year < 1) return false;
  return next === undefined || Number(own.from.slice(0, 4)) + year - 1 <= Number(next.from.slice(0, 4));
}

/** The Western year, of an era's name or letter and a year as it is written: 令和, 6 → 2024; R, 元 → 2019. */
export function westernYear(era: string, year: string): number {
  const found = ERAS.find(({ name, short }) => name === era || short === era.toUpperCase());
  if (!found) throw new RangeError(era);
  return Number(found.from.slice(0, 4)) + yearNumber(year) - 1;
}

/** 元 → 1, １０ → 10 */
export function yearNumber(year: string): number {
  return year === '元' ? 1 : Number(year.normalize('NFKC'));
}

function ordinal(year: number): string {
  return year === 1 ? '元' : String(year);
}
