import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files whole or not at all: each aside first, then all put in place. */
export function writeAll(root: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const written: string[] = [];
  const aside = (file: string) => join(root, `${file}.${process.pid}.tmp`);
  try {
    for (const [file, content] of files) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      written.push(file);
      writeFileSync(aside(file), content);
    }
    for (const file of files.keys()) renameSync(aside(file), join(root, file));
  } catch (error) {
    for (const file of written) rmSync(aside(file), { force: true });
    throw error;
  }
}
