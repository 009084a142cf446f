import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublicFile } from '../src/load/files.ts';

/** Puts the files of `public/` into the site, as they were when they were checked. */
export function publishFiles(root: string, files: readonly PublicFile[], site: string): void {
  for (const { file, bytes } of files) {
    const target = join(site, file.slice('public/'.length));
    mkdirSync(dirname(target), { recursive: true });
    if (bytes) writeFileSync(target, bytes);
    else copyFileSync(join(root, file), target);
  }
}
