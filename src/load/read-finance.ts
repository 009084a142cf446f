import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Figure } from '../quantity/quantity.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { labelIn } from '../quantity/unit.ts';
import type { Unit, Units } from '../quantity/unit.ts';
import type { Finance } from '../schema/finance.ts';
import { asOneUnit, readAnyUnit } from './read-figures.ts';
import type { Read } from './read-figures.ts';
import type { Loaded, LoadedFinance } from './report.ts';

/** The keys under which amounts stand, wherever they stand. */
const AMOUNTS: ReadonlySet<string> = new Set(['budget', 'settlement', 'difference', 'amount']);

/** Reads the printed amounts of a year; those that cannot be read are left out and told. */
export function readFinance(loaded: Loaded<Finance>, units: Units): Read<LoadedFinance> {
  const { file, data } = loaded;
  const unit = units.get(data.unit);
  const problems: Problem[] = [];
  const figures = new Map<string, Figure>();
  const unread: string[] = [];
  const year = `FY${/(\d{4})\.yaml$/.exec(file)?.[1] ?? ''}`;
  for (const { path, text } of amountsIn(data, [])) {
    const read = readAnyUnit(file, path, text, units, unit);
    const figure = read.data;
    if (figure && unit && isQuantity(figure) && figure.unit !== unit.id)
      problems.push(otherUnit(file, path, text, units.get(figure.unit), unit));
    else if (figure) figures.set(path.join('.'), figure);
    problems.push(...read.problems);
    if (!figures.has(path.join('.'))) unread.push(`${refOf(data, path)}@${year}`);
  }
  const isNoneRead = ![...figures.values()].some(isQuantity);
  return { data: { ...loaded, year, figures }, problems: isNoneRead ? asOneUnit(problems) : problems, unread };
}

function amountsIn(value: unknown, path: Path): { path: Path; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => amountsIn(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' ? (AMOUNTS.has(key) ? [{ path: [...path, key], text: each }] : []) : amountsIn(each, [...path, key]),
  );
}

/** By what name texts call an amount: `budget/items/staff`. */
function refOf(data: Finance, path: Path): string {
  const at = (some: Path) => some.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], data) as { id?: string };
  const row = path.slice(0, -1);
  const side = row.at(-1) === 'total' ? at(row.slice(0, -1)).id : undefined;
  const id = row.at(-1) === 'total' ? (row[0] === 'plans' ? side : 'total') : at(row).id;
  return `${path.at(-1)}/${at(path.slice(0, 2)).id}/${id}`;
}

function otherUnit(file: string, path: Path, text: string, found: Unit | undefined, unit: Unit): Problem {
  return {
    severity: 'error',
    code: 'unit-differs',
    file,
    path,
    message: {
      ja: `「${text}」の単位は「${found ? labelIn(found, 'ja').other : ''}」ですが、このファイルの単位は「${labelIn(unit, 'ja').other}」です。`,
      en: `The unit of “${text}” is “${found ? labelIn(found, 'en').other : ''}”, that of the file is “${labelIn(unit, 'en').other}”.`,
    },
    repair: {
      ja: '金額の単位か、ファイルの unit を直してください。',
      en: 'Mend the unit of the amount, or “unit” of the file.',
    },
  };
}
