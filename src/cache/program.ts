import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfFiles, filesBelow } from './file-digest.ts';

/** The packages as they are asked for and as they are installed. */
const PACKAGES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];
const ALL = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json'];

/**
 * A digest of all that computes: the sources, the packages, and Node with its own data of languages. Any change that could
 * change what is computed gives another one. `sources`: a part of the program that computes by itself.
 */
export function digestOfProgram(sources: readonly string[] = ALL, folder = process.cwd()): string {
  const files = [...sources, ...PACKAGES].flatMap((name) => filesOf(folder, name));
  return digestOfFiles(folder, files, JSON.stringify([process.versions, process.platform, process.arch]));
}

function filesOf(folder: string, name: string): string[] {
  if (!existsSync(join(folder, name))) return [];
  return /\.\w+$/.test(name) ? [name] : filesBelow(join(folder, name)).map((file) => `${name}/${file}`);
}
