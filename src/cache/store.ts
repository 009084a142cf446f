import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { whereAllowed } from '../files/trouble.ts';
import { digestOfData } from './digest.ts';
import { openKept } from './kept.ts';
import type { Kept } from './kept.ts';
import type { Remember, RememberLater } from './remember.ts';

/** How often something of a kind was asked for, and how often it was there. */
export interface Use {
  asked: number;
  reused: number;
}

/**
 * What was computed before, in a database of its own for each program: `<folder>/<program>/kept.sqlite`. Whatever changes in
 * the inputs or in the program leads to another entry, so nothing stale can be found; one that is damaged counts as absent.
 * Processes may share it.
 */
export class Store {
  readonly #folder: string;
  readonly #uses = new Map<string, Use>();
  #kept: Kept | undefined;

  /** @param program a digest of everything that computes */
  constructor(folder: string, program: string) {
    this.#folder = join(folder, program);
  }

  readonly remember: Remember = (kind, inputs, compute) => {
    const key = keyOf(kind, inputs);
    const known = this.#find<ReturnType<typeof compute>>(kind, key);
    return known ? known.value : this.#keep(key, compute());
  };

  readonly rememberLater: RememberLater = async (kind, inputs, compute) => {
    const key = keyOf(kind, inputs);
    const known = this.#find<Awaited<ReturnType<typeof compute>>>(kind, key);
    return known ? known.value : this.#keep(key, await compute());
  };

  /** By kind, in the order of the alphabet, since this was last asked. */
  takeUses(): Map<string, Use> {
    const uses = new Map([...this.#uses].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.#uses.clear();
    return uses;
  }

  get #opened(): Kept {
    return (this.#kept ??= openKept(this.#folder));
  }

  #find<T>(kind: string, key: string): { readonly value: T } | undefined {
    const use = this.#uses.get(kind) ?? { asked: 0, reused: 0 };
    this.#uses.set(kind, use);
    use.asked += 1;
    const content = this.#opened.find(key);
    if (!content) return undefined;
    use.reused += 1;
    return { value: deserialize(content) as T };
  }

  #keep<T>(key: string, value: T): T {
    this.#opened.keep(key, serialize(value));
    return value;
  }
}

/** The kind, and the digest of the inputs. */
function keyOf(kind: string, inputs: unknown): string {
  return `${kind}/${digestOfData([kind, inputs])}`;
}

/** Programs whose memories are kept: the last ones used, and those that may be in use. In ms: no command runs for so long. */
const PROGRAMS = 3;
const IN_USE = 3_600_000;

/** Forgets what other programs than the last few computed, unless another process does so at this moment; `program` is the one that is used now. */
export function forgetOthers(folder: string, program: string, now: Date): void {
  whereAllowed(() => {
    mkdirSync(join(folder, program), { recursive: true });
    utimesSync(join(folder, program), now, now);
    const byAge = readdirSync(folder).map((name) => ({ name, used: name === program ? Infinity : statSync(join(folder, name)).mtimeMs }));
    for (const { name, used } of byAge.sort((a, b) => b.used - a.used).slice(PROGRAMS)) {
      if (used < now.getTime() - IN_USE) rmSync(join(folder, name), { recursive: true, force: true });
    }
  });
}
