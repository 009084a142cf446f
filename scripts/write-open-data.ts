import { openFiles } from '../src/export/files.ts';
import type { Edition } from '../src/view/edition.ts';
import { writeFiles } from './write-files.ts';

/** Writes the open data into a built site; returns the number of files. */
export async function writeOpenData(dist: string, editions: readonly Edition[], homepage: string): Promise<number> {
  const files = await Promise.all(openFiles(editions, homepage).map(async ({ path, content }) => ({ path, content: await content() })));
  writeFiles(dist, files);
  return files.length;
}
