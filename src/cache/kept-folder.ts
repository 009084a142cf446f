import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { troubleOf } from '../files/trouble.ts';
import { digestOfFiles, filesBelow } from './file-digest.ts';

const SEAL = 'seal';

/** Whether a folder is there, and is what was kept. */
export function isKept(folder: string): boolean {
  try {
    return readFileSync(join(folder, SEAL), 'utf8') === sealOf(folder);
  } catch (error) {
    if (!troubleOf(error)) throw error;
    return false;
  }
}

/** Moves a folder to where it is kept, beside it on the same disk, unless it is there already. Whether it is there now. */
export function keepFolder(made: string, folder: string): boolean {
  if (isKept(folder)) return true;
  try {
    writeFileSync(join(made, SEAL), sealOf(made));
    rmSync(folder, { recursive: true, force: true });
    renameSync(made, folder);
    return true;
  } catch (error) {
    if (!troubleOf(error)) throw error;
  }
  // Where it could not be moved, another process may have kept its own.
  return isKept(folder);
}

function sealOf(folder: string): string {
  return digestOfFiles(folder, filesBelow(folder).filter((file) => file !== SEAL));
}
