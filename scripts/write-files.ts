import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface NewFile {
  /** Below the folder that it is written into. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes files with the folders that they need. */
export function writeFiles(folder: string, files: readonly NewFile[]): void {
  for (const directory of new Set(files.map(({ path }) => dirname(join(folder, path))))) mkdirSync(directory, { recursive: true });
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
}
