import { computeAnew } from '../cache/remember.ts';
import type { Remember } from '../cache/remember.ts';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Unit, Units } from '../quantity/unit.ts';
import type { DataFile } from './files.ts';
import type { Languages } from '../schema/languages.ts';
import { keptBy } from '../cache/kept-by.ts';
import { languagesIn } from './languages.ts';
import { firstOfEachFile } from './most-told.ts';
import { KINDS } from './kinds.ts';
import type { DataOf, Kind } from './kinds.ts';
import { readFinance } from './read-finance.ts';
import { readIndicator, readMidTerm, readSection } from './read-figures.ts';
import type { Read } from './read-figures.ts';
import type { Loaded, LoadedFinance, LoadedIndicator, LoadedMidTerm, LoadedSection, Report } from './report.ts';
import { Shapes } from './shapes.ts';
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
export function loadReport(files: readonly DataFile[], remember: Remember = computeAnew): LoadResult {
  const sources = new Map(files.map((file) => [file.file, sourceOf(file, remember)]));
  const syntax = [...sources.values()].flatMap((source) => source.diagnostics);
  const languages = languagesIn(sources.get('data/organisation.yaml')?.value);
  const shapes = new Shapes(languages);
  const problems = [...sources.values()].flatMap((source) => shapes.add(source));
  const shaped = [...problems, ...missingFiles(sources, shapes)].map((problem) =>
    locateProblem(sources, problem),
  );

  const locate = (found: readonly Problem[]) =>
    sortDiagnostics(
      found
        .map((problem) => ({ ...problem, path: shapes.original(problem.file, problem.path) }))
        .filter(({ file, path }) => path.length === 0 || !shapes.isMended(file, path))
        .map((problem) => locateProblem(sources, problem)),
    );
  const assembled = assemble(shapes, languages);
  const diagnostics = sortDiagnostics([...syntax, ...shaped, ...locate(firstOfEachFile(assembled.problems))]);
  return { ...(assembled.report ? { report: assembled.report } : {}), diagnostics, locate };
}

/** Parsed once for as long as its bytes are kept: where one file of many has changed, the others need no reading. */
function sourceOf({ file, bytes }: DataFile, remember: Remember): SourceFile {
  return parsed(bytes, [file], () => parseSource(file, bytes, remember));
}

const parsed = keptBy<Uint8Array, SourceFile>();

const indicatorRead = keptBy<Loaded<DataOf<'indicator'>>, Read<LoadedIndicator>>();
const financeRead = keptBy<Loaded<DataOf<'finance'>>, Read<LoadedFinance>>();

function locateProblem(sources: ReadonlyMap<string, SourceFile>, problem: Problem): Diagnostic {
  const source = sources.get(problem.file);
  if (source) return source.locate(problem);
  const { severity, code, file, message, repair } = problem;
  return {
    severity,
    code,
    file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    message,
    ...(repair ? { repair } : {}),
  };
}

/** The files that no body of data can do without, and the report of each year. */
function missingFiles(sources: ReadonlyMap<string, SourceFile>, shapes: Shapes): Problem[] {
  const years = new Set([...sources.keys()].flatMap((file) => /^data\/\d{4}\//.exec(file)?.[0] ?? []));
  const needed: [Kind, string][] = [
    ...(Object.keys(KINDS) as Kind[]).flatMap((kind): [Kind, string][] =>
      required(kind) ? [[kind, required(kind) ?? '']] : [],
    ),
    ...[...years].map((folder): [Kind, string] => ['report-year', `${folder}report.yaml`]),
  ];
  return needed.flatMap(([kind, file]) => {
    if (sources.has(file)) return [];
    shapes.miss(kind);
    return [
      {
        severity: 'error' as const,
        code: 'missing-file',
        file,
        path: [],
        message: { ja: `必要なファイル ${file} がありません。`, en: `The required file ${file} is missing.` },
        repair: {
          ja: 'この名前のファイルを作ってください（書き方は docs/begin.ja.md）。',
          en: 'Create it (docs/begin.md says how).',
        },
      },
    ];
  });
}

function required(kind: Kind): string | undefined {
  const { required: file } = KINDS[kind] as { required?: string };
  return file;
}

function assemble(shapes: Shapes, languages: Languages): { report?: Report; problems: Problem[] } {
  const organisation = shapes.one('organisation');
  const unitFile = shapes.one('units');
  if (!organisation || !unitFile || shapes.isIncomplete('units')) return { problems: [] };

  const problems: Problem[] = [];
  const unread = new Set(shapes.unread);
  const keep = <T>({ data, problems: found, unread: names }: Read<T>): T => (
    problems.push(...found),
    names.forEach((name) => unread.add(name)),
    data
  );
  const units = unitsOf(unitFile.units);
  const indicators = new Map<string, LoadedIndicator>();
  for (const loaded of shapes.all('indicator')) {
    const earlier = indicators.get(loaded.data.id);
    if (earlier) problems.push(duplicateIndicator(loaded.file, loaded.data.id, earlier.file));
    else indicators.set(loaded.data.id, keep(indicatorRead(loaded, [units], () => readIndicator(loaded, units))));
    if (fileId(loaded.file) !== loaded.data.id) unread.add(fileId(loaded.file));
  }
  const sections = shapes
    .all('section-year')
    .map((loaded): LoadedSection => keep(readSection(loaded, units, indicators)));
  const midTerms = shapes
    .all('mid-term')
    .map((loaded): LoadedMidTerm => keep(readMidTerm(loaded, units, indicators)));
  const finances = shapes.all('finance').map((loaded): LoadedFinance => keep(financeRead(loaded, [units], () => readFinance(loaded, units))));
  const years = [...shapes.all('report-year')].sort((a, b) => (a.data.year < b.data.year ? -1 : 1));
  const lists = {
    units: unitFile.units,
    documents: shapes.one('documents')?.documents ?? [],
    terms: shapes.one('glossary')?.terms ?? [],
  };
  problems.push(
    ...duplicateEntries('data/units.yaml', 'units', lists.units),
    ...duplicateEntries('data/documents.yaml', 'documents', lists.documents),
    ...duplicateEntries('data/glossary.yaml', 'terms', lists.terms),
  );
  return {
    report: {
      organisation,
      languages,
      languageFiles: new Map(shapes.all('language').map((loaded) => [fileId(loaded.file), loaded])),
      outline: shapes.one('outline') ?? { parts: [] },
      places: shapes.one('documents')?.places ?? [],
      units,
      years,
      indicators,
      sections,
      midTerms,
      redirects: shapes.one('redirects')?.redirects ?? [],
      finances,
      unread,
      documents: new Map(lists.documents.map((document) => [document.id, document])),
      glossary: new Map(lists.terms.map((term) => [term.id, term])),
    },
    problems,
  };
}

/** The id that the name of a file promises: others still call the indicator by it. */
function fileId(file: string): string {
  return (
    file
      .split('/')
      .at(-1)
      ?.replace(/\.yaml$/, '') ?? ''
  );
}

/** A unit whose id is taken is kept aside under its number: its figures can still be read. */
function unitsOf(list: DataOf<'units'>['units']): Units {
  return readUnits(list, [], () => {
    const units = new Map<string, Unit>();
    list.forEach((unit, index) => units.set(units.has(unit.id) ? `${unit.id}#${index}` : unit.id, unitOf(unit)));
    return units;
  });
}

/** The same units for the same file: figures that were read with them are still right. */
const readUnits = keptBy<object, Units>();

function unitOf({ sixty, ...unit }: DataOf<'units'>['units'][number]): Unit {
  if (!sixty) return unit as Unit;
  const { aliases, ...label } = sixty as Record<string, unknown>;
  return { ...unit, sixty: { label, ...(aliases ? { aliases } : {}) } } as Unit;
}

/** Lists that become maps: the later of two equal ids would silently win. */
function duplicateEntries(
  file: string,
  list: string,
  entries: readonly { readonly id: string }[],
): Problem[] {
  return entries.flatMap(({ id }, index) =>
    entries.findIndex((entry) => entry.id === id) === index
      ? []
      : [duplicateId(file, [list, index, 'id'], id)],
  );
}

function duplicateId(file: string, path: Path, id: string): Problem {
  return {
    severity: 'error',
    code: 'duplicate-id',
    file,
    path,
    message: {
      ja: `id「${id}」はこのファイルですでに使われています。`,
      en: `The id “${id}” is already used in this file.`,
    },
    repair: { ja: '別の id を付けてください。', en: 'Choose another id.' },
  };
}

function duplicateIndicator(file: string, id: string, earlier: string): Problem {
  return {
    severity: 'error',
    code: 'duplicate-id',
    file,
    path: ['id'],
    message: {
      ja: `id「${id}」はすでに ${earlier} で使われています。`,
      en: `The id “${id}” is already used in ${earlier}.`,
    },
    repair: { ja: '別の id を付けてください。', en: 'Choose another id.' },
  };
}
