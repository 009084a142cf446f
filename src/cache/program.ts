import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The packages as they are asked for and as they are installed. */
const PACKAGES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];
const ALL = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json'];

/**
 * A digest of all that computes: the sources, the packages, and Node with its own data of languages. Any change that could
 * change what is computed gives another one. `sources`: a part of the program that computes by itself.
 */
export function digestOfProgram(sources: readonly string[] = ALL, folder = process.cwd()): string {
  const hash = createHash('sha256').update(JSON.stringify([process.versions, process.platform, process.arch]));
  for (const file of [...sources, ...PACKAGES].flatMap((name) => filesOf(folder, name))) {
    const content = readFileSync(join(folder, file));
    hash.update(`\n${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesOf(folder: string, name: string): string[] {
  if (!existsSync(join(folder, name))) return [];
  if (/\.\w+$/.test(name)) return [name];
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort();
}
