import { readAnyUnit, readChange, readPrinted } from '../load/read-figures.ts';
import type { Report } from '../load/report.ts';
import { parseAbsence } from '../quantity/absence.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure } from '../quantity/quantity.ts';
import type { Conflict, Decide } from './import-indicator.ts';
import { cellAt, cellName } from './sheet/sheet.ts';
import type { Sheet } from './sheet/sheet.ts';
import type { SheetProblem } from './sheet/sheet-problem.ts';
import { BETWEEN } from './table-sheet.ts';
import type { CellPlace, TableSheet } from './table-sheet.ts';
import { YamlText } from './yaml/yaml-edit.ts';

export interface TableImported {
  /** The files that the table's figures stand in, anew. */
  readonly files: ReadonlyMap<string, string>;
  readonly replaced: number;
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly SheetProblem[];
}

/** Brings the figures and words of an edited table back to where they stand in the data. Its heads and its shape are not changed by it. */
export function importTable(report: Report, table: TableSheet, sheet: Sheet, read: (file: string) => string, decide: Decide): TableImported {
  const problems: SheetProblem[] = [];
  const conflicts: Conflict[] = [];
  const files = new Map<string, YamlText>();
  const written = new Map<string, string>();
  let replaced = 0;
  if (cellAt(sheet, 0, 0) !== table.key) return { files: new Map(), replaced, conflicts, problems: [otherTable(table.key, cellAt(sheet, 0, 0))] };

  const rows = Math.max(table.rows.length, sheet.rows.length);
  for (let row = 0; row < rows; row += 1) {
    const width = Math.max(table.rows[row]?.length ?? 0, sheet.rows[row]?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      const [before, now] = [(table.rows[row]?.[column] ?? '').trim(), cellAt(sheet, row, column).trim()];
      if (before === now || before.replace(/\s+/g, ' ') === now.replace(/\s+/g, ' ')) continue;
      const cell = cellName(row, column);
      const places = table.places.get(`${row},${column}`);
      if (!places) {
        problems.push(notOurs(cell, before, now));
        continue;
      }
      const parts = places.length === 1 ? [now] : now.split(BETWEEN.trim()).map((part) => part.trim());
      if (parts.length !== places.length || parts.includes('')) {
        problems.push(emptyOrUneven(cell, places.length, now));
        continue;
      }
      places.forEach((place, index) => {
        const text = readPart(report, place, parts[index] ?? '', cell, problems);
        if (text === undefined) return;
        const name = `${place.file} ${place.path.join('.')}`;
        const other = written.get(name);
        if (other !== undefined && other !== text) return void problems.push(twoWays(cell, other, text));
        if (other !== undefined) return;
        written.set(name, text);
        const conflict = { file: place.file, name: place.path.join('.'), cell, stored: place.printed, sheet: text };
        conflicts.push(conflict);
        if (decide(conflict) === 'keep') return;
        const yaml = files.get(place.file) ?? new YamlText(read(place.file));
        files.set(place.file, yaml);
        yaml.set(place.path, text);
        replaced += 1;
      });
    }
  }
  return { files: new Map([...files].map(([file, yaml]) => [file, yaml.text])), replaced, conflicts, problems };
}

/** The text that a cell gives the data; undefined where it says the same, or cannot be read, which is told. */
function readPart(report: Report, place: CellPlace, text: string, cell: string, problems: SheetProblem[]): string | undefined {
  if (text === place.printed) return undefined;
  if (place.kind === 'text') return text;
  const absent = parseAbsence(text);
  if (absent) return absent.absent === place.printed ? undefined : absent.absent;
  const unit = report.units.get(place.unit ?? '');
  const reader = (printed: string) => (place.kind === 'change' ? readChange('', [], printed, report.units, unit) : unit ? readPrinted('', [], printed, report.units, unit) : readAnyUnit('', [], printed, report.units, unit));
  const { data, problems: found } = reader(text);
  problems.push(...found.map(({ message, repair }) => ({ cell, message, ...(repair ? { repair } : {}) })));
  return data === undefined || isSame(data, reader(place.printed).data) ? undefined : text;
}

function isSame(a: Figure, b: Figure | undefined): boolean {
  return b !== undefined && isQuantity(a) && isQuantity(b) && a.value === b.value && a.quantum === b.quantum && a.unit === b.unit && a.plus === b.plus && JSON.stringify(a.qualifiers) === JSON.stringify(b.qualifiers);
}

function otherTable(key: string, found: string): SheetProblem {
  return {
    cell: 'A1',
    message: { ja: `このシートは表「${key}」ではありません（A1 は「${found}」）。`, en: `This sheet is not that of the table “${key}”: A1 says “${found}”.` },
    repair: { ja: `npm run export -- --table ${key} で書き出した表を使ってください。`, en: `Use the sheet that npm run export -- --table ${key} writes.` },
  };
}

function notOurs(cell: string, before: string, now: string): SheetProblem {
  return {
    cell,
    message: before === '' ? { ja: `このセルはデータでは空です（表には「${now}」）。`, en: `This cell is empty in the data; the sheet has “${now}”.` } : { ja: `「${before}」は見出しか計算した値なので、表からは変えられません（表には「${now}」）。`, en: `“${before}” is a head, which a sheet does not change; the sheet has “${now}”.` },
    repair: { ja: '元に戻すか、YAML を直してから書き出し直してください。', en: 'Put it back, or change the YAML and export the table again.' },
  };
}

function emptyOrUneven(cell: string, count: number, now: string): SheetProblem {
  return now === ''
    ? { cell, message: { ja: 'セルが空です。', en: 'The cell is empty.' }, repair: { ja: '値を消すときは、理由（未集計・該当なしなど）を書いてください。', en: 'Where there is no figure, write why (not yet available, not applicable, …).' } }
    : { cell, message: { ja: `このセルには値が${count}つ必要です。`, en: `This cell needs ${count} figures.` }, repair: { ja: '値と値の間に「 / 」を書いてください。', en: 'Write “ / ” between them.' } };
}

function twoWays(cell: string, other: string, text: string): SheetProblem {
  return {
    cell,
    message: { ja: `同じ値が別のセルでは「${other}」、ここでは「${text}」です。`, en: `The same figure is “${other}” in another cell and “${text}” here.` },
    repair: { ja: 'どちらかに揃えてください。', en: 'Make them the same.' },
  };
}
