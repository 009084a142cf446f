import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Unit, Units } from '../quantity/unit.ts';
import type { DataFile } from './files.ts';
import { KINDS, kindOf } from './kinds.ts';
import type { DataOf, Kind } from './kinds.ts';
import { readIndicator, readSection } from './read-figures.ts';
import type { Loaded, LoadedIndicator, LoadedSection, Report } from './report.ts';
import { shapeProblems } from './shape.ts';
import { parseSource } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

export interface LoadResult {
  /** Undefined when a file that all others lean on is missing or broken. */
  readonly report?: Report;
  readonly diagnostics: readonly Diagnostic[];
  /** Turns problems that later checks find into diagnostics with a place. */
  locate(problems: readonly Problem[]): Diagnostic[];
}

/** Reads the whole of `data/`: every problem of syntax, shape and figures at once. Pure. */
export function loadReport(files: readonly DataFile[]): LoadResult {
  const sources = new Map(files.map(({ file, bytes }) => [file, parseSource(file, bytes)]));
  const syntax = [...sources.values()].flatMap((source) => source.diagnostics);
  const shaped = new Shapes();
  const problems = [...sources.values()].flatMap((source) => shaped.add(source));
  problems.push(...missingFiles(sources));

  const locate = (found: readonly Problem[]) => sortDiagnostics(found.map((problem) => locateProblem(sources, problem)));
  const assembled = assemble(shaped);
  const diagnostics = sortDiagnostics([...syntax, ...locate([...problems, ...assembled.problems])]);
  return { ...(assembled.report ? { report: assembled.report } : {}), diagnostics, locate };
}

function locateProblem(sources: ReadonlyMap<string, SourceFile>, problem: Problem): Diagnostic {
  const source = sources.get(problem.file);
  if (source) return source.locate(problem);
  const { severity, code, file, message, repair } = problem;
  return { severity, code, file, line: 1, column: 1, endLine: 1, endColumn: 2, message, ...(repair ? { repair } : {}) };
}

/** The files that have the shape that their place asks for. */
class Shapes {
  readonly #loaded = new Map<Kind, Loaded<unknown>[]>();

  /** Keeps what is right; returns what is wrong. */
  add({ file, value }: SourceFile): Problem[] {
    const kind = kindOf(file);
    if (!kind) return [strayFile(file)];
    if (value === undefined) return [];
    const result = KINDS[kind].schema.safeParse(value);
    if (!result.success) return shapeProblems(file, value, KINDS[kind].schema, result.error);
    this.#loaded.set(kind, [...(this.#loaded.get(kind) ?? []), { file, data: result.data }]);
    return [];
  }

  all<K extends Kind>(kind: K): Loaded<DataOf<K>>[] {
    return (this.#loaded.get(kind) ?? []) as Loaded<DataOf<K>>[];
  }

  one<K extends Kind>(kind: K): DataOf<K> | undefined {
    return this.all(kind)[0]?.data;
  }
}

function strayFile(file: string): Problem {
  return {
    severity: 'error', code: 'stray-file', file, path: [],
    message: { ja: 'この場所の YAML ファイルは読まれません。', en: 'A YAML file at this place is not read.' },
    repair: {
      ja: 'data/<年度>/<節>.yaml か data/indicators/<節>/<指標>.yaml に置いてください。',
      en: 'Put it at data/<year>/<section>.yaml or data/indicators/<section>/<indicator>.yaml.',
    },
  };
}

function missingFiles(sources: ReadonlyMap<string, SourceFile>): Problem[] {
  return Object.values(KINDS).flatMap((kind) => {
    const required = 'required' in kind ? kind.required : undefined;
    if (!required || sources.has(required)) return [];
    return [{
      severity: 'error' as const, code: 'missing-file', file: required, path: [],
      message: { ja: `${required} がありません。`, en: `${required} is missing.` },
      repair: { ja: 'ファイルを作ってください（書き方は CONTRIBUTING.ja.md）。', en: 'Create it (see CONTRIBUTING.md).' },
    }];
  });
}

function assemble(shapes: Shapes): { report?: Report; problems: Problem[] } {
  const organisation = shapes.one('organisation');
  const outline = shapes.one('outline');
  const documents = shapes.one('documents');
  const unitFile = shapes.one('units');
  if (!organisation || !outline || !documents || !unitFile) return { problems: [] };

  const problems: Problem[] = [];
  const keep = <T>({ data, problems: found }: { data: T; problems: readonly Problem[] }): T => (problems.push(...found), data);
  const units: Units = new Map(unitFile.units.map((unit) => [unit.id, unit as Unit]));
  const indicators = new Map<string, LoadedIndicator>();
  for (const loaded of shapes.all('indicator')) {
    const earlier = indicators.get(loaded.data.id);
    if (earlier) problems.push(duplicateIndicator(loaded.file, loaded.data.id, earlier.file));
    else indicators.set(loaded.data.id, keep(readIndicator(loaded, units)));
  }
  const sections = shapes.all('section-year').map((loaded): LoadedSection => keep(readSection(loaded, units)));
  const years = [...shapes.all('report-year')].sort((a, b) => (a.data.year < b.data.year ? -1 : 1));
  return {
    report: {
      organisation, outline, units, years, indicators, sections,
      documents: new Map(documents.documents.map((document) => [document.id, document])),
      glossary: new Map((shapes.one('glossary')?.terms ?? []).map((term) => [term.id, term])),
    },
    problems,
  };
}

function duplicateIndicator(file: string, id: string, earlier: string): Problem {
  return {
    severity: 'error', code: 'duplicate-id', file, path: ['id'],
    message: { ja: `id「${id}」はすでに ${earlier} で使われています。`, en: `The id “${id}” is already used in ${earlier}.` },
    repair: { ja: '別の id を付けてください。', en: 'Choose another id.' },
  };
}
