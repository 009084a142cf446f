import type { z } from 'zod';
import type { Path } from '../diagnostics/problem.ts';
import { isPerLanguage } from '../schema/languages.ts';
import { nearest } from './nearest.ts';
import type { Incomplete } from './report.ts';
import { formOf, hasKey, isOptional, schemaAt, valueAt, valuesOf, walk } from './schema-path.ts';
import { flatIssues } from './shape.ts';
import type { Issue } from './shape.ts';

/** What is left of a file with mistakes in its shape, so that its other mistakes can be told in the same run. */
export interface Salvaged {
  readonly data: unknown;
  /** The entries of lists that had to be left out: their ids and periods, '*' where they have none. */
  readonly lost: readonly string[];
  /** Undefined when the rest is whole: only unknown keys were left out. */
  readonly incomplete: Incomplete | undefined;
  /** A path in what is left → the path in the file. */
  original(path: Path): Path;
  /** Something was left out of what stands at this path in the file. */
  isMended(path: Path): boolean;
}

/** Stands where an id or a text could not be read; no reference check looks it up. */
export const STAND_IN = 'unread';

const MOST_ROUNDS = 20;

/** The keys that say how figures follow from each other. */
const COMPUTED_WITH = [
  'change',
  'cohort',
  'formula',
  'op',
  'of',
  'signs',
  'unit',
  'firstMonth',
  'fiscalYear',
];

/**
 * Leaves out what is wrong, the least that will do: an unknown key, an optional value, an entry of a list.
 * What every file needs is replaced by a stand-in. Undefined when too little is left.
 */
export function salvage(
  value: unknown,
  schema: z.ZodType,
  given: Readonly<Record<string, string>>,
): Salvaged | undefined {
  const rest = new Rest(structuredClone(value), schema, given);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = schema.safeParse(rest.value);
    if (result.success)
      return {
        data: result.data,
        lost: rest.lost,
        incomplete: rest.incomplete,
        original: (path) => rest.original(path),
        isMended: (path) => rest.isMended(path),
      };
    if (!rest.mend(flatIssues(result.error.issues))) return undefined;
  }
  return undefined;
}

class Rest {
  readonly value: unknown;
  readonly lost: string[] = [];
  incomplete: Incomplete | undefined;
  readonly #schema: z.ZodType;
  readonly #given: Readonly<Record<string, string>>;
  /** By list, in the file's own path: the positions that were left out. */
  readonly #removed = new Map<string, Set<number>>();
  readonly #mended = new Set<string>();
  /** What was mended in this round: other complaints about the same are settled. */
  #gone: Path[] = [];

  constructor(value: unknown, schema: z.ZodType, given: Readonly<Record<string, string>>) {
    this.value = value;
    this.#schema = schema;
    this.#given = given;
  }

  /** False when nothing more can be left out. From the end, so that positions before stay what they are. */
  mend(issues: readonly Issue[]): boolean {
    this.#gone = [];
    const backwards = [...issues].sort((a, b) => comparePaths(b.path as Path, a.path as Path));
    return backwards.every((issue) => this.#isGone(issue.path as Path) || this.#mendOne(issue));
  }

  #isGone(path: Path): boolean {
    return this.#gone.some(
      (gone) => gone.length <= path.length && gone.every((step, index) => step === path[index]),
    );
  }

  isMended(path: Path): boolean {
    return this.#mended.has(keyOf(path));
  }

  original(path: Path): Path {
    const mapped: (string | number)[] = [];
    for (const step of path) mapped.push(typeof step === 'number' ? this.#originalIndex(mapped, step) : step);
    return mapped;
  }

  #originalIndex(list: Path, index: number): number {
    const removed = this.#removed.get(keyOf(list));
    let original = index;
    for (const position of [...(removed ?? [])].sort((a, b) => a - b))
      if (position <= original) original += 1;
    return original;
  }

  #mendOne(issue: Issue): boolean {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) if (nearest(key, COMPUTED_WITH)) this.incomplete = 'guesses';
      for (const key of issue.keys) this.#delete([...path, key]);
      return true;
    }
    if (path.length === 0) return false;
    if (isOptional(this.#schema, path, this.value)) {
      this.#note(path);
      return this.#delete(path);
    }
    const standIn = this.#standIn(path);
    if (standIn !== undefined) return this.#put(path, standIn);
    const entry = path.findLastIndex((step) => typeof step === 'number');
    if (entry < 0) return this.#deleteParent(path);
    return this.#delete(path.slice(0, entry + 1));
  }

  /** An optional block with something missing goes as a whole. */
  #deleteParent(path: Path): boolean {
    for (let length = path.length - 1; length > 0; length--) {
      if (isOptional(this.#schema, path.slice(0, length), this.value)) {
        this.#note(path);
        return this.#delete(path.slice(0, length));
      }
    }
    return false;
  }

  #standIn(path: Path): unknown {
    const schema = schemaAt(this.#schema, path, this.value);
    const last = path.at(-1);
    if (path.length === 1 && this.#given[String(last)] !== undefined) return this.#given[String(last)];
    if (isPerLanguage(walk(schema) as z.ZodType | undefined)) return Object.fromEntries(Object.keys(walk(schema)?.shape ?? {}).map((tag) => [tag, STAND_IN]));
    if (hasKey(schema, 'document') && hasKey(schema, 'page')) return { document: STAND_IN };
    const plain = walk(schema);
    const form = formOf(schema);
    if (form === 'id')
      return typeof last === 'number' || (path.length > 1 && last === 'id') ? undefined : STAND_IN;
    if (form !== undefined) return undefined;
    if (plain?.def.type === 'string' && typeof last === 'string') return STAND_IN;
    if (plain?.def.type === 'enum') return valuesOf(this.#schema, path, this.value)[0];
    if (plain?.def.type === 'boolean') return false;
    return undefined;
  }

  #put(path: Path, standIn: unknown): boolean {
    const parent = valueAt(this.value, path.slice(0, -1)) as Record<string | number, unknown>;
    if (
      typeof parent !== 'object' ||
      parent === null ||
      JSON.stringify(parent[path.at(-1)!]) === JSON.stringify(standIn)
    )
      return false;
    parent[path.at(-1)!] = standIn;
    this.#note(path);
    this.#gone.push(path);
    return true;
  }

  #note(path: Path): void {
    if (!path.includes('waiver') && path.some((step) => COMPUTED_WITH.includes(String(step))))
      this.incomplete = 'guesses';
    this.incomplete ??= 'gaps';
  }

  #delete(path: Path): boolean {
    const parent = valueAt(this.value, path.slice(0, -1));
    const last = path.at(-1);
    this.#mended.add(keyOf(this.original(path.slice(0, -1))));
    if (Array.isArray(parent) && typeof last === 'number') {
      const list = this.original(path.slice(0, -1));
      const position = this.#originalIndex(list, last);
      this.#removed.set(keyOf(list), new Set([...(this.#removed.get(keyOf(list)) ?? []), position]));
      this.lost.push(nameOf(parent[last]));
      this.incomplete ??= 'gaps';
      parent.splice(last, 1);
      this.#gone.push(path);
      return true;
    }
    if (typeof parent !== 'object' || parent === null || last === undefined) return false;
    delete (parent as Record<string, unknown>)[last];
    this.#gone.push(path);
    return true;
  }
}

function nameOf(entry: unknown): string {
  const { id, at } = (typeof entry === 'object' && entry !== null ? entry : {}) as {
    id?: unknown;
    at?: unknown;
  };
  return typeof id === 'string' ? id : typeof at === 'string' ? at : '*';
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function comparePaths(a: Path, b: Path): number {
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (step === other) continue;
    return typeof step === 'number' && typeof other === 'number'
      ? step - other
      : String(step) < String(other)
        ? -1
        : 1;
  }
  return a.length - b.length;
}
