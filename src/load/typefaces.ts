import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LanguageFile } from '../schema/language.ts';
import type { OwnTypeface } from '../schema/language.ts';

/**
 * The typefaces that a body has brought for some of its languages, with the paths of their files, without a look at the rest of
 * the data. What is wrong there, the check of the data reports.
 */
export function readOwnTypefaces(root: string): ReadonlyMap<string, OwnTypeface> {
  const folder = join(root, 'data/languages');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort() : [];
  return new Map(files.flatMap((name) => {
    const typeface = readTypeface(join(folder, name));
    return typeface ? [[name.slice(0, -5), { regular: join(root, 'data/fonts', typeface.regular), bold: join(root, 'data/fonts', typeface.bold) }]] : [];
  }));
}

function readTypeface(file: string): OwnTypeface | undefined {
  try {
    return LanguageFile.shape.typeface.parse((parse(readFileSync(file, 'utf8'), { uniqueKeys: false }) as { typeface?: unknown }).typeface);
  } catch {
    return undefined;
  }
}
