import type { RememberLater } from '../src/cache/remember.ts';
import { searchIndex } from '../src/search/index-files.ts';
import type { Edition } from '../src/view/edition.ts';
import { writeFiles } from './write-files.ts';

/** Writes the search index of every language into a built site; returns the number of files. */
export async function writeSearchIndex(dist: string, editions: readonly Edition[], remember: RememberLater): Promise<number> {
  const files = await searchIndex(editions, remember);
  writeFiles(dist, files);
  return files.length;
}
