import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { troubleOf } from '../files/trouble.ts';

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
  } catch (error) {
    if (!troubleOf(error)) throw error;
  }
  // Where it could not be moved, another process may have kept its own.
  return isKept(folder);
}

/** Of the names and contents of all files. */
function sealOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => name !== SEAL)
    .sort();
  const hash = createHash('sha256');
  for (const name of names) {
    const content = readFileSync(join(folder, name));
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
