import type { z } from 'zod';
import type { Path, Problem } from '../diagnostics/problem.ts';
import { FILE_PROBLEMS } from './file-problems.ts';
import { keptBy } from '../cache/kept-by.ts';
import { kindOf, schemaOf } from './kinds.ts';
import type { DataOf, Kind } from './kinds.ts';
import type { Languages } from '../schema/languages.ts';
import type { Loaded } from './report.ts';
import { salvage } from './salvage.ts';
import type { Salvaged } from './salvage.ts';
import { formOf, schemaAt, valueAt } from './schema-path.ts';
import { flatIssues, shapeProblems } from './shape.ts';
import type { SourceFile } from './source-file.ts';

/** The files that have the shape that their place asks for, or whose rest has it. */
export class Shapes {
  /** Names in files and lines that could not be read. */
  readonly unread = new Set<string>();
  readonly #loaded = new Map<Kind, Loaded<unknown>[]>();
  readonly #rests = new Map<string, Salvaged>();
  readonly #languages: Languages;

  constructor(languages: Languages) {
    this.#languages = languages;
  }

  /** Keeps what is right; returns what is wrong. */
  add(source: SourceFile): Problem[] {
    const { file, value } = source;
    const kind = kindOf(file);
    if (!kind) return this.#addStray(source);
    if (value === undefined || value === null) {
      this.#miss(source, kind);
      return value === null ? [{ severity: 'error', file, path: [], ...FILE_PROBLEMS.empty }] : [];
    }
    const schema = schemaOf(kind, this.#languages);
    const plain = shaped(source, [schema], () => {
      const { success, data, error } = schema.safeParse(value);
      return success ? { loaded: { file, data } } : { error };
    });
    if (plain.loaded) return this.#keep(kind, plain.loaded);
    const typed = withTypedFigures(source, value, plain.error.issues, schema);
    const result = schema.safeParse(typed);
    if (result.success) return this.#keep(kind, { file, data: result.data });
    const { problems, more } = shapeProblems(file, typed, schema, result.error, (path) => source.typed(path));
    if (more > 0) this.#miss(source, kind);
    else this.#salvage(source, kind, typed);
    return problems;
  }

  all<K extends Kind>(kind: K): Loaded<DataOf<K>>[] {
    return (this.#loaded.get(kind) ?? []) as Loaded<DataOf<K>>[];
  }

  one<K extends Kind>(kind: K): DataOf<K> | undefined {
    return this.all(kind)[0]?.data;
  }

  isIncomplete(kind: Kind): boolean {
    return this.all(kind).some(({ incomplete }) => incomplete !== undefined);
  }

  /** Where something of the kept data stands in its file. */
  original(file: string, path: Path): Path {
    return this.#rests.get(file)?.original(path) ?? path;
  }

  /** Something of this very block was wrong and is left out: that it is incomplete is told already. */
  isMended(file: string, path: Path): boolean {
    return this.#rests.get(file)?.isMended(path) ?? false;
  }

  #keep(kind: Kind, loaded: Loaded<unknown>): Problem[] {
    const list = this.#loaded.get(kind);
    if (list) list.push(loaded);
    else this.#loaded.set(kind, [loaded]);
    return [];
  }

  #salvage(source: SourceFile, kind: Kind, value: unknown): void {
    const { file } = source;
    const rest = salvage(value, schemaOf(kind, this.#languages), givenBy(file, kind));
    if (!rest) return this.#miss(source, kind);
    this.#keep(kind, { file, data: rest.data, ...(rest.incomplete ? { incomplete: rest.incomplete } : {}) });
    this.#rests.set(file, rest);
    const id = kind === 'indicator' ? (rest.data as DataOf<'indicator'>).id : undefined;
    for (const name of rest.lost.flatMap(asMeant)) this.unread.add(id === undefined ? name : `${id}@${name}`);
    if (kind !== 'indicator' && (rest.lost.includes('*') || kind === 'glossary'))
      for (const lost of NAMED_IN[kind]) this.unread.add(`${lost}:*`);
    this.#loseWrongId(value);
  }

  /** A wrong id is still what others call it by. */
  #loseWrongId(value: unknown): void {
    const id = (value as { id?: unknown }).id;
    if (typeof id === 'string') this.unread.add(id);
  }

  #miss({ file, text }: SourceFile, kind: Kind): void {
    this.unread.add(baseName(file));
    const id = /^id: *["']?([\w-]+)/m.exec(text)?.[1];
    if (id !== undefined && kind === 'indicator') this.unread.add(id);
    this.miss(kind);
  }

  /** A file of this kind is not there: what it names cannot be known. */
  miss(kind: Kind): void {
    for (const named of NAMED_IN[kind]) this.unread.add(`${named}:*`);
  }

  #addStray(source: SourceFile): Problem[] {
    this.unread.add(baseName(source.file));
    const misnamed = kindOf(source.file.replace(/\.yml$/i, '.yaml'));
    if (misnamed) this.#miss(source, misnamed);
    return [strayFile(source.file)];
  }
}

const shaped = keptBy<SourceFile, { readonly loaded: Loaded<unknown>; readonly error?: undefined } | { readonly error: z.ZodError; readonly loaded?: undefined }>();

/** T25_01 is called t25-01 elsewhere. */
function asMeant(name: string): string[] {
  return [name, name.toLowerCase().replaceAll('_', '-')];
}

/** The kinds of things that other files call by name. */
const NAMED_IN: Readonly<Record<Kind, readonly string[]>> = {
  organisation: [],
  language: [],
  outline: ['section'],
  documents: ['document'],
  units: ['unit'],
  glossary: ['term'],
  'report-year': ['report'],
  'section-year': ['target', 'table', 'figure', 'clause'],
  'mid-term': ['target', 'figure'],
  finance: ['figure'],
  redirects: [],
  indicator: [],
};

/** What the place of a file says of its content. */
function givenBy(file: string, kind: Kind): Record<string, string> {
  const folder = file.split('/').at(-2) ?? '';
  if (kind === 'indicator') return { id: baseName(file), section: folder };
  if (kind === 'section-year') return { section: baseName(file) };
  if (kind === 'finance') return { year: `FY${baseName(file)}` };
  return kind === 'report-year' ? { year: `FY${folder}` } : {};
}

function baseName(file: string): string {
  return (
    file
      .split('/')
      .at(-1)
      ?.replace(/\.ya?ml$/i, '') ?? ''
  );
}

/** `value: 72.0` is a number to YAML; a figure is judged as it is typed, so that its mistake is the missing unit. */
function withTypedFigures(
  source: SourceFile,
  value: unknown,
  issues: Parameters<typeof flatIssues>[0],
  schema: Parameters<typeof schemaAt>[0],
): unknown {
  const copy = structuredClone(value);
  for (const { path } of flatIssues(issues)) {
    const found = valueAt(value, path as Path);
    const isPlain = typeof found === 'number' || typeof found === 'boolean';
    if (!isPlain || formOf(schemaAt(schema, path as Path, value)) !== 'printed') continue;
    const parent = valueAt(copy, path.slice(0, -1) as Path) as Record<string | number, unknown>;
    parent[path.at(-1) as string | number] = source.typed(path as Path) ?? String(found);
  }
  return copy;
}

function strayFile(file: string): Problem {
  if (!/\.ya?ml$/i.test(file)) return { severity: 'error', file, path: [], ...FILE_PROBLEMS.notAFile };
  return {
    severity: 'error',
    code: 'stray-file',
    file,
    path: [],
    message: { ja: 'この場所の YAML ファイルは読まれません。', en: 'A YAML file at this place is not read.' },
    repair: /\.yml$/i.test(file)
      ? {
          ja: 'ファイル名の終わりを .yml ではなく .yaml にしてください。',
          en: 'Let its name end in .yaml, not .yml.',
        }
      : {
          ja: 'data/<年度>/<節>.yaml か data/indicators/<節>/<指標>.yaml に置いてください。',
          en: 'Put it at data/<year>/<section>.yaml or data/indicators/<section>/<indicator>.yaml.',
        },
  };
}
