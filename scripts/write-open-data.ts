import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReportModel } from '../src/derive/model.ts';
import { openFiles } from '../src/export/files.ts';
import { readSiteAddress } from '../src/load/site-address.ts';
import { editionsOf } from '../src/view/editions.ts';

/** Writes the open data into a built site; returns the number of files. */
export async function writeOpenData(dist: string, model: ReportModel, root: string): Promise<number> {
  const { url, base } = readSiteAddress(root);
  const files = openFiles(editionsOf(model, base), new URL(base, url).href);
  for (const directory of new Set(files.map(({ path }) => dirname(join(dist, path))))) mkdirSync(directory, { recursive: true });
  for (const { path, content } of files) writeFileSync(join(dist, path), await content());
  return files.length;
}
