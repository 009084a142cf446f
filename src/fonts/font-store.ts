import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { digestOfProgram } from '../cache/program.ts';
import { Store, forgetOthers } from '../cache/store.ts';
import { readCharacterMap } from './character-map.ts';

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

/** What is to be known of a complete typeface, which is large, and the same for all documents of a build. */
export interface OpenFace {
  readonly digest: string;
  readonly has: (code: number) => boolean;
}

const open = new Map<string, Promise<OpenFace>>();

export function openFace(source: string): Promise<OpenFace> {
  const known = open.get(source) ?? readFile(source).then(look);
  open.set(source, known);
  return known;
}

function look(font: Buffer): OpenFace {
  const map = readCharacterMap(font);
  return { digest: createHash('sha256').update(font).digest('hex'), has: (code) => map.has(code) };
}
