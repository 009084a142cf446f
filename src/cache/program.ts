import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All that computes: the sources, the packages as they are installed, and Node with its own data of languages. */
const SOURCES = ['src', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'node_modules/.package-lock.json'];

/** A digest of the whole program: another one for any change that could change what it computes. */
export function digestOfProgram(folder = process.cwd()): string {
  const hash = createHash('sha256').update(JSON.stringify([process.versions, process.platform, process.arch]));
  for (const file of SOURCES.flatMap((name) => filesOf(folder, name))) {
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
