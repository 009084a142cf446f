import { openFiles } from '../src/export/files.ts';
import type { Edition } from '../src/view/edition.ts';
import { writeFiles } from './write-files.ts';

/** Writes the open data into a built site, each file as it is made; returns the number of files. */
export async function writeOpenData(dist: string, editions: readonly Edition[], homepage: string): Promise<number> {
  let files = 0;
  for (const { path, content } of openFiles(editions, homepage)) {
    writeFiles(dist, [{ path, content: await content() }]);
    files += 1;
  }
  return files;
}
