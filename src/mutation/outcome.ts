import { checkData } from '../check/check.ts';
import type { Check } from '../derive/checks.ts';
import type { ReportModel } from '../derive/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderDiagnostics } from '../diagnostics/render.ts';
import { textIn } from '../load/files.ts';
import type { DataFile } from '../load/files.ts';
import { loadReport } from '../load/load.ts';
import { parseSource } from '../load/source-file.ts';
import { TONGUES } from '../locale.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Edit } from './edit.ts';

/**
 * What becomes of an edit. Right:
 * - `at`: a diagnostic stands at a line that it changed
 * - `named`: one elsewhere names what it changed
 * - `shown`: the data say something else, which may be meant, and so do the pages
 * - `same`: the data say the same
 * - `waived`: a derived figure that an editor has said not to follow from the others is another one now
 *
 * Wrong:
 * - `elsewhere`: diagnostics lead neither to it nor to its name
 * - `missed`: nobody can mean it, and there is no diagnostic
 * - `silent`: a derived figure no longer follows from its inputs, and there is no diagnostic
 * - `crash`: an exception, or the trace of one
 * - `slow`: ten seconds of computing were not enough
 */
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOMES = ['at', 'named', 'shown', 'same', 'waived', 'elsewhere', 'missed', 'silent', 'crash', 'slow'] as const;

export const WRONG: ReadonlySet<Outcome> = new Set(['elsewhere', 'missed', 'silent', 'crash', 'slow']);

const LONGEST_MS = 10_000;

/** A body of data without errors, which edits are made of one after the other. */
export class Subject {
  readonly files: readonly DataFile[];
  readonly #known: ReadonlySet<string>;
  /** Derived figures by `file:line`. */
  readonly #derived: ReadonlyMap<string, readonly PlacedCheck[]>;

  /** @throws Error where the data cannot be read at all */
  constructor(files: readonly DataFile[]) {
    this.files = files;
    const { model, diagnostics } = checkData(files);
    if (!model) throw new Error('The data cannot be read. See npm run check.');
    this.#known = new Set(diagnostics.map(identity));
    this.#derived = placeChecks(files, model.checks);
  }

  /** @param now a clock in milliseconds: by itself that of what this thread computes, so that no busy machine makes an edit slow */
  judge(edit: Edit, now: () => number = computed): Judged {
    const files = this.files.map((each) => (each.file === edit.file ? { file: edit.file, bytes: edit.bytes } : each));
    const start = now();
    const after = checkOrFail(files);
    const milliseconds = now() - start;
    if ('error' in after) return { outcome: 'crash', milliseconds, diagnostics: [], about: String(after.error) };
    const diagnostics = after.diagnostics.filter((each) => !this.#known.has(identity(each)));
    return { outcome: milliseconds > LONGEST_MS ? 'slow' : this.#outcome(edit, diagnostics, after.model), milliseconds, diagnostics };
  }

  #outcome(edit: Edit, diagnostics: readonly Diagnostic[], model: ReportModel | undefined): Outcome {
    if (diagnostics.some((each) => standsAt(each, edit))) return 'at';
    if (diagnostics.some((each) => edit.names.some((name) => name !== '' && saysOf(each, name)))) return 'named';
    if (diagnostics.length > 0) return 'elsewhere';
    if (isSame(this.files, edit)) return 'same';
    if (edit.isMistake || !model) return 'missed';
    return this.#derivedOutcome(edit, model);
  }

  /** A figure that others determine, within what their resolution leaves open. */
  #derivedOutcome(edit: Edit, model: ReportModel): Outcome {
    const column = [...edit.was].findIndex((character, index) => character !== edit.is[index]) + 1;
    const changed = (this.#derived.get(`${edit.file}:${edit.from}`) ?? []).filter((each) => each.column <= column && column <= each.endColumn);
    const outcomes = changed.map(({ check }) => outcomeOf(check, model.checksById.get(check.id)));
    return outcomes.find((each) => each === 'silent') ?? outcomes.find((each) => each === 'waived') ?? 'shown';
  }
}

function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export interface Judged {
  readonly outcome: Outcome;
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly about?: string;
}

interface PlacedCheck {
  readonly check: Check;
  readonly column: number;
  readonly endColumn: number;
}

function checkOrFail(files: readonly DataFile[]): ReturnType<typeof checkData> | { readonly error: unknown } {
  try {
    const result = checkData(files);
    const readText = textIn(files);
    const shown = TONGUES.map((locale) => renderDiagnostics(result.diagnostics.slice(0, 50), 'text', locale, readText));
    return shown.some((text) => /^ +at .*\.[jt]s:\d+/m.test(text)) ? { error: 'a stack trace' } : result;
  } catch (error) {
    return { error };
  }
}

function outcomeOf(before: Check, after: Check | undefined): Outcome {
  if (before.waiver) return 'waived';
  if (!after) return 'silent';
  const { low, high } = before;
  if (low === null || high === null || /Infinity/.test(low + high)) return 'shown';
  const moved = new Decimal(after.printed.value).minus(before.printed.value).abs();
  const open = new Decimal(high).minus(low).plus(before.printed.quantum);
  return moved.gt(open) ? 'silent' : 'shown';
}

function placeChecks(files: readonly DataFile[], checks: readonly Check[]): Map<string, PlacedCheck[]> {
  const { locate } = loadReport(files);
  const placed = new Map<string, PlacedCheck[]>();
  for (const check of checks) {
    const [place] = locate([{ severity: 'error', code: '', file: check.file, path: check.path, message: { ja: '', en: '' } }]);
    if (!place) continue;
    const key = `${place.file}:${place.line}`;
    placed.set(key, [...(placed.get(key) ?? []), { check, column: place.column, endColumn: place.endColumn }]);
  }
  return placed;
}

function standsAt({ file, line, endLine }: Diagnostic, edit: Edit): boolean {
  return file === edit.file && line <= edit.to && endLine >= edit.from;
}

function saysOf({ file, message, repair }: Diagnostic, name: string): boolean {
  return `${file} ${message.en} ${repair?.en ?? ''}`.includes(name);
}

function isSame(files: readonly DataFile[], edit: Edit): boolean {
  const before = files.find(({ file }) => file === edit.file);
  const [was, is] = [before?.bytes ?? new Uint8Array(), edit.bytes].map((bytes) => JSON.stringify(parseSource(edit.file, bytes).value));
  return was === is;
}

function identity({ file, line, column, code, message }: Diagnostic): string {
  return [file, line, column, code, message.en].join('\0');
}
