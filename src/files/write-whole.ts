import { accessSync, chmodSync, constants, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asideOf, leftBeside } from './aside.ts';
import { atPlace } from './trouble.ts';

/** Writes a file with the folders that it needs, whole or not at all: who reads it or is killed meanwhile finds the old one or the new one. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  writeAllWhole('', new Map([[file, content]]));
}

/** The same for several below a folder: each is written beside its place, then all are put there. */
export function writeAllWhole(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const places = [...files].map(([file, content]) => ({ place: realPath(join(folder, file)), content }));
  try {
    for (const { place, content } of places) writeBeside(place, content);
    for (const { place } of places) renameSync(asideOf(place, 'new'), place);
  } catch (error) {
    for (const { place } of places) rmSync(asideOf(place, 'new'), { force: true });
    throw error;
  }
}

/** One that is there keeps who may read and write it; one that is not to be written is not replaced either. */
function writeBeside(place: string, content: string | Uint8Array): void {
  const aside = asideOf(place, 'new');
  mkdirSync(dirname(place), { recursive: true });
  for (const { path } of leftBeside(place)) rmSync(path, { recursive: true, force: true });
  const before = statSync(place, { throwIfNoEntry: false });
  if (before) accessSync(place, constants.W_OK);
  atPlace(place, () => writeFileSync(aside, content));
  if (before) chmodSync(aside, before.mode);
}

/** What a link leads to is written, and the link stays. */
function realPath(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return place;
  }
}
