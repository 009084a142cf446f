import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { digestOfProgram } from '../cache/program.ts';
import { Store, forgetOthers } from '../cache/store.ts';

const stores = new Map<string, Store>();

/** Typefaces that were cut down before; to cut one takes seconds, and nothing but this folder has a part in it. */
export function fontStore(folder: string): Store {
  const known = stores.get(folder);
  if (known) return known;
  const program = digestOfProgram(['src/fonts']);
  forgetOthers(folder, program, new Date());
  const store = new Store(folder, program);
  stores.set(folder, store);
  return store;
}

const digests = new Map<string, Promise<string>>();

/** Of a complete typeface, which is large, and the same for all documents of a build. */
export function digestOfFace(source: string): Promise<string> {
  const known = digests.get(source) ?? readFile(source).then((content) => createHash('sha256').update(content).digest('hex'));
  digests.set(source, known);
  return known;
}
