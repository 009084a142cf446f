import { execFileSync } from 'node:child_process';
import type { DataFile } from '../src/load/files.ts';
import { askGit } from './git.ts';

/** A state of the repository that was asked for and is not there. */
export class UnknownRevision extends Error {
  override readonly name = 'UnknownRevision';
}

export interface Revision {
  /** The commit that is read: where both lines of work parted, or the revision itself where that is not known. */
  readonly commit: string;
  /** The history is cut off before that point. */
  readonly isShallow: boolean;
  readonly data: readonly DataFile[];
  readonly content: readonly DataFile[];
}

/**
 * Reads `data/` and `content/` as they were at a revision, straight from git: nothing is checked out.
 * @throws UnknownRevision where there is no such revision, or no repository
 */
export function readRevision(root: string, revision: string): Revision {
  const commit = resolve(root, revision);
  if (commit === undefined) throw new UnknownRevision(revision);
  const fork = askGit(root, ['merge-base', commit, 'HEAD']);
  const isShallow = fork === undefined && askGit(root, ['rev-parse', '--is-shallow-repository']) === 'true';
  const from = fork ?? commit;
  const files = listFiles(root, from);
  const contents = readObjects(root, files.map(({ object }) => object));
  const read = files.map(({ file }, index) => ({ file, bytes: contents[index] ?? new Uint8Array() }));
  return {
    commit: from, isShallow,
    data: read.filter(({ file }) => /^data\/.*\.ya?ml$/i.test(file)),
    content: read.filter(({ file }) => /^content\/.*\.md$/.test(file)),
  };
}

/** main, or origin/main where only that is there. A name that looks like an option is none. */
function resolve(root: string, revision: string): string | undefined {
  if (revision.startsWith('-')) return undefined;
  return [revision, `origin/${revision}`].map((name) => askGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])).find((found) => found !== undefined);
}

/** By path, as the reader of files lists them: links and hidden files are left out. */
function listFiles(root: string, commit: string): { readonly file: string; readonly object: string }[] {
  const list = execFileSync('git', ['-C', root, 'ls-tree', '-r', '-z', commit, '--', 'data', 'content'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return list.split('\0').flatMap((line) => {
    const [, mode, object, file] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (!mode?.startsWith('100') || object === undefined || file === undefined || /(^|\/)\./.test(file)) return [];
    return [{ file, object }];
  }).sort((a, b) => (a.file < b.file ? -1 : 1));
}

function readObjects(root: string, objects: readonly string[]): Uint8Array[] {
  if (objects.length === 0) return [];
  const output = execFileSync('git', ['-C', root, 'cat-file', '--batch'], { input: `${objects.join('\n')}\n`, maxBuffer: 1 << 30 });
  const contents: Uint8Array[] = [];
  // <object> blob <size>\n<bytes>\n
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0x0a, at);
    const size = Number(output.toString('latin1', at, end).split(' ')[2] ?? 0);
    contents.push(new Uint8Array(output.subarray(end + 1, end + 1 + size)));
    at = end + 1 + size + 1;
  }
  return contents;
}
