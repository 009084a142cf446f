import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atPlace } from '../src/files/trouble.ts';

export interface NewFile {
  /** Below the folder that it is written into. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes files with the folders that they need. */
export function writeFiles(folder: string, files: readonly NewFile[]): void {
  for (const { path, content } of files) {
    const target = join(folder, path);
    atPlace(target, () => {
      try {
        writeFileSync(target, content);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, content);
      }
    });
  }
}
