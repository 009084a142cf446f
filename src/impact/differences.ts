import type { Path } from '../diagnostics/problem.ts';
import type { LoadedText, Report } from '../load/report.ts';
import { isText } from '../schema/languages.ts';
import { alignLists } from './align.ts';
import type { Located, Pair } from './align.ts';

/** A file of the data on both sides, or on one. */
export interface FilePair {
  readonly before?: DataOf;
  readonly after?: DataOf;
}

/** What a file says, with what its texts refer to. */
interface DataOf {
  readonly file: string;
  readonly data: unknown;
  readonly home?: LoadedText;
}

/** A part of the data that is not the same on both sides, or stands on one of them only. */
export interface Difference {
  readonly files: FilePair;
  /** text: in some language · entry: of a list, come or gone · value: anything else that is written. */
  readonly kind: 'text' | 'entry' | 'value';
  readonly before?: { readonly path: Path; readonly value: unknown };
  readonly after?: { readonly path: Path; readonly value: unknown };
}

/** A text that stands in both, whether or not it has changed. */
export interface TextPair {
  readonly files: FilePair;
  readonly path: Path;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

export interface Differences {
  readonly differences: readonly Difference[];
  readonly texts: readonly TextPair[];
}

/** Walks through both bodies of data side by side. */
export function compareData(before: Report, after: Report): Differences {
  const walk = new Walk(before, after);
  for (const files of pairFiles(before, after)) walk.file(files);
  return walk;
}

function pairFiles(before: Report, after: Report): FilePair[] {
  const [old, now] = [before, after].map(filesOf);
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...keys].toSorted().map((key) => {
    const [a, b] = [old?.get(key), now?.get(key)];
    return { ...(a ? { before: a } : {}), ...(b ? { after: b } : {}) };
  });
}

/** By what they are, not by their name: an indicator may move to another folder. */
function filesOf(report: Report): Map<string, DataOf> {
  const { organisation, outline, documents, places, glossary, units, languageFiles } = report;
  const list = (file: string, key: string, data: object): [string, DataOf] => [`0 ${file}`, { file, data: { [key]: data } }];
  return new Map<string, DataOf>([
    ['0 organisation', { file: 'data/organisation.yaml', data: organisation }],
    ['0 outline', { file: 'data/outline.yaml', data: outline }],
    ['0 documents', { file: 'data/documents.yaml', data: { places, documents: [...documents.values()] } }],
    list('data/glossary.yaml', 'terms', [...glossary.values()]),
    list('data/units.yaml', 'units', [...units.values()]),
    ...[...languageFiles].map(([tag, { file, data }]): [string, DataOf] => [`0 language ${tag}`, { file, data }]),
    ...report.years.map(({ file, data }): [string, DataOf] => [`1 ${data.year}`, { file, data }]),
    ...report.sections.map((home): [string, DataOf] => [`2 ${home.file}`, { file: home.file, data: home.data, home }]),
    ...report.midTerms.map((home): [string, DataOf] => [`3 ${home.data.id}`, { file: home.file, data: home.data, home }]),
    ...report.finances.map(({ file, data }): [string, DataOf] => [`4 ${file}`, { file, data }]),
    ...[...report.indicators].map(([id, { file, data }]): [string, DataOf] => [`5 ${id}`, { file, data }]),
  ]);
}

class Walk implements Differences {
  readonly differences: Difference[] = [];
  readonly texts: TextPair[] = [];
  readonly #before: Report;
  readonly #after: Report;

  constructor(before: Report, after: Report) {
    this.#before = before;
    this.#after = after;
  }

  file(files: FilePair): void {
    this.#pair(files, {
      ...(files.before ? { before: { key: '', value: files.before.data } } : {}),
      ...(files.after ? { after: { key: '', value: files.after.data } } : {}),
    }, [], []);
  }

  /** The paths are those of what stands around. */
  #pair(files: FilePair, { before, after }: Pair, outerBefore: Path, outerAfter: Path): void {
    const [old, now] = [step(outerBefore, before), step(outerAfter, after)];
    const [a, b] = [before?.value, after?.value];
    const found = (kind: Difference['kind']): void => {
      this.differences.push({
        files, kind,
        ...(before ? { before: { path: old, value: a } } : {}),
        ...(after ? { after: { path: now, value: b } } : {}),
      });
    };
    const isTextBefore = isText(a, this.#before.languages);
    const isTextAfter = isText(b, this.#after.languages);
    if (isTextBefore && isTextAfter) {
      this.texts.push({ files, path: now, before: a, after: b });
      if (JSON.stringify(a) !== JSON.stringify(b)) found('text');
    } else if (isTextBefore || isTextAfter) {
      if (a === undefined || b === undefined) found('text');
      else found('value');
    } else if (isObject(a) || isObject(b)) {
      const isWhole = (a === undefined || b === undefined) && (old.length > 0 || now.length > 0);
      if (isWhole && typeof (before ?? after)?.key === 'number') found('entry');
      for (const inside of insides(a, b)) this.#pair(files, inside, old, now);
    } else if (a !== b) found('value');
  }
}

function step(path: Path, located: Located | undefined): Path {
  return located === undefined || located.key === '' ? path : [...path, located.key];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What two parts hold, put side by side; one of them may be nothing, or another kind of thing. */
function insides(before: unknown, after: unknown): Pair[] {
  if (Array.isArray(before ?? after) && Array.isArray(after ?? before)) {
    return alignLists((before as unknown[] | undefined) ?? [], (after as unknown[] | undefined) ?? []);
  }
  const [a, b] = [before, after].map((value): Readonly<Record<string, unknown>> => (isObject(value) && !Array.isArray(value) ? (value as Record<string, unknown>) : {}));
  const keys = new Set([...Object.keys(b ?? {}), ...Object.keys(a ?? {})]);
  return [...keys].map((key) => ({
    ...(a && key in a ? { before: { key, value: a[key] } } : {}),
    ...(b && key in b ? { after: { key, value: b[key] } } : {}),
  }));
}
