import type { RememberLater } from '../src/cache/remember.ts';
import { searchIndex } from '../src/search/index-files.ts';
import type { Edition } from '../src/view/edition.ts';
import { writeFiles } from './write-files.ts';

/** Writes the search index of a language into a built site; returns the number of files. */
export async function writeSearchIndex(dist: string, edition: Edition, remember: RememberLater): Promise<number> {
  let written = 0;
  for await (const files of searchIndex(edition, remember)) {
    writeFiles(dist, files);
    written += files.length;
  }
  return written;
}
