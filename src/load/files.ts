import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DataFile {
  /** Path from the root, with forward slashes: `data/2025/np-collection.yaml`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Every YAML file below `data/`, in an order that does not depend on the file system. */
export function readDataFiles(root: string): DataFile[] {
  return listFiles(join(root, 'data'), 'data')
    .filter((file) => /\.ya?ml$/i.test(file))
    .map((file) => ({ file, bytes: readFileSync(join(root, file)) }));
}

/** Every Markdown file below `content/`: a body of data may have no pages of its own. */
export function readContentFiles(root: string): DataFile[] {
  if (!existsSync(join(root, 'content'))) return [];
  return listFiles(join(root, 'content'), 'content')
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({ file, bytes: readFileSync(join(root, file)) }));
}

function listFiles(folder: string, prefix: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
  return entries
    .flatMap((entry) => {
      const file = `${prefix}/${entry.name}`;
      return entry.isDirectory() ? listFiles(join(folder, entry.name), file) : [file];
    })
    .sort((a, b) => (a < b ? -1 : 1));
}
