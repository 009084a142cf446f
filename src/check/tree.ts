import type { Path } from '../diagnostics/problem.ts';
import type { Report } from '../load/report.ts';

/** Every list and map in what a file says, the outer before what it holds, each with its path; where `visit` says so, it is left closed. */
export function eachWithin(value: object, visit: (value: object, path: Path) => boolean | void, path: (string | number)[] = []): void {
  if (visit(value, path) === false) return;
  for (const key in value) {
    const each = (value as Record<string, unknown>)[key];
    if (typeof each !== 'object' || each === null) continue;
    path.push(Array.isArray(value) ? Number(key) : key);
    eachWithin(each, visit, path);
    path.pop();
  }
}

/** The files of a body that hold texts and lists of their own, but for those whose entries were read one by one. */
export function filesOf({ indicators, sections, midTerms, finances, years, organisation, outline }: Report): { readonly file: string; readonly data: object }[] {
  return [
    { file: 'data/organisation.yaml', data: organisation },
    { file: 'data/outline.yaml', data: outline },
    ...indicators.values(), ...sections, ...midTerms, ...finances, ...years,
  ];
}
