import type { Locale } from '../locale.ts';

/** The address of a page inside a language, without base or language: `targets/t25-01/`. The same in every language. */
export const page = {
  home: () => '',
  report: (year: string) => `${yearOf(year)}/`,
  section: (year: string, section: string) => `${yearOf(year)}/${section}/`,
  targets: () => 'targets/',
  target: (id: string) => `targets/${id}/`,
  indicators: () => 'indicators/',
  indicator: (id: string) => `indicators/${id}/`,
  compareIndicators: () => 'indicators/compare/',
  /** The folder of what that page fetches: <id>.json. */
  series: () => 'indicators/series/',
  comparisons: () => 'compare/',
  /** compare/2020-2021/, compare/2020-2021/np-collection/ */
  comparison: (from: string, to: string, section?: string) => `compare/${yearOf(from)}-${yearOf(to)}/${section === undefined ? '' : `${section}/`}`,
  midTerm: (id: string) => `mid-term/${id}/`,
  finance: () => 'finance/',
  financeYear: (year: string) => `finance/${yearOf(year)}/`,
  checks: () => 'checks/',
  /** checks/equal/, checks/equal/np-collection/, checks/equal/finance/2021/ */
  equalChecks: (group?: string) => `checks/equal/${group === undefined ? '' : `${group}/`}`,
  sources: () => 'sources/',
  glossary: () => 'glossary/',
  about: () => 'about/',
  accessibility: () => 'accessibility/',
  translation: () => 'translation/',
  data: () => 'data/',
  search: () => 'search/',
  print: (report: string) => `print/${report}/`,
  offprint: (report: string, section: string) => `print/${report}/${section}/`,
} as const;

/** FY2025 → 2025. */
function yearOf(fiscalYear: string): string {
  return fiscalYear.replace(/^FY/, '');
}

/** (base, ja, targets/) → /base/ja/targets/ */
export function pagePath(base: string, locale: Locale, address: string): string {
  return `${withSlash(base)}${locale}/${address}`;
}

/** A file that both languages share: data/np-current-rate.csv. */
export function filePath(base: string, file: string): string {
  return `${withSlash(base)}${file}`;
}

function withSlash(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}
