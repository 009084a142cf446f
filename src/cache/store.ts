import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { threadId } from 'node:worker_threads';
import { digestOfData } from './digest.ts';
import type { Remember, RememberLater } from './remember.ts';

/** How often something of a kind was asked for, and how often it was there. */
export interface Use {
  asked: number;
  reused: number;
}

/**
 * What was computed before, in files: `<folder>/<program>/<kind>/<digest of the inputs>`. Whatever changes in the inputs or
 * in the program leads to another file, so nothing stale can be found; a file that is damaged counts as absent.
 */
export class Store {
  readonly #folder: string;
  readonly #uses = new Map<string, Use>();

  /** @param program a digest of everything that computes */
  constructor(folder: string, program: string) {
    this.#folder = join(folder, program);
  }

  readonly remember: Remember = (kind, inputs, compute) => {
    const path = this.#pathOf(kind, inputs);
    const known = this.#find<ReturnType<typeof compute>>(kind, path);
    return known ? known.value : this.#keep(path, compute());
  };

  readonly rememberLater: RememberLater = async (kind, inputs, compute) => {
    const path = this.#pathOf(kind, inputs);
    const known = this.#find<Awaited<ReturnType<typeof compute>>>(kind, path);
    return known ? known.value : this.#keep(path, await compute());
  };

  /** By kind, in the order of the alphabet, since this was last asked. */
  takeUses(): Map<string, Use> {
    const uses = new Map([...this.#uses].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.#uses.clear();
    return uses;
  }

  #pathOf(kind: string, inputs: unknown): string {
    return join(this.#folder, kind, digestOfData([kind, inputs]));
  }

  #find<T>(kind: string, path: string): { readonly value: T } | undefined {
    const use = this.#uses.get(kind) ?? { asked: 0, reused: 0 };
    this.#uses.set(kind, use);
    use.asked += 1;
    const content = readSealed(path);
    if (!content) return undefined;
    use.reused += 1;
    return { value: deserialize(content) as T };
  }

  #keep<T>(path: string, value: T): T {
    writeSealed(path, serialize(value));
    return value;
  }
}

/** Programs whose memories are kept: the last ones used. */
const PROGRAMS = 3;

/** Forgets what other programs than the last few computed; `program` is the one that is used now. */
export function forgetOthers(folder: string, program: string, now: Date): void {
  mkdirSync(join(folder, program), { recursive: true });
  utimesSync(join(folder, program), now, now);
  const byAge = readdirSync(folder).map((name) => ({ name, used: name === program ? Infinity : statSync(join(folder, name)).mtimeMs }));
  for (const { name } of byAge.sort((a, b) => b.used - a.used).slice(PROGRAMS)) rmSync(join(folder, name), { recursive: true, force: true });
}

const SEAL = 32;

/** The content of a file that is what was written at this very place. */
function readSealed(path: string): Buffer | undefined {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return undefined;
  }
  const content = file.subarray(SEAL);
  return sealOf(path, content).equals(file.subarray(0, SEAL)) ? content : undefined;
}

/** Whole or not at all, also when two builds write the same. */
function writeSealed(path: string, content: Buffer): void {
  const aside = `${path}.${process.pid}-${threadId}`;
  const sealed = Buffer.concat([sealOf(path, content), content]);
  try {
    writeFileSync(aside, sealed);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(aside, sealed);
  }
  renameSync(aside, path);
}

function sealOf(path: string, content: Buffer): Buffer {
  return createHash('sha256').update(basename(path)).update(content).digest();
}
