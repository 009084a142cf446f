import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { LineHistory } from '../src/edit/translation/findings.ts';
import { askGit } from './git.ts';

const run = promisify(execFile);

export type History = { readonly known: true; readonly shallow: boolean; readonly history: LineHistory } | { readonly known: false };

/** When each line of the files was last changed, as git tells it. */
export async function lineHistory(root: string, files: readonly string[]): Promise<History> {
  if (askGit(root, ['rev-parse', '--verify', 'HEAD']) === undefined) return { known: false };
  const lines = new Map<string, { commit: string; time: number }[]>();
  const left = [...files];
  const work = async (): Promise<void> => {
    for (let file = left.pop(); file !== undefined; file = left.pop()) lines.set(file, await blame(root, file));
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return {
    known: true,
    shallow: askGit(root, ['rev-parse', '--is-shallow-repository']) === 'true',
    history: (file, line) => lines.get(file)?.[line - 1],
  };
}

/** A file that git does not know has no history: its lines are all of one age. */
async function blame(root: string, file: string): Promise<{ commit: string; time: number }[]> {
  try {
    const { stdout } = await run('git', ['-C', root, 'blame', '-w', '--line-porcelain', '--', file], { maxBuffer: 200_000_000 });
    const found: { commit: string; time: number }[] = [];
    let commit = '';
    let time = 0;
    for (const line of stdout.split('\n')) {
      const head = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line);
      if (head) commit = head[1] ?? '';
      else if (line.startsWith('committer-time ')) time = Number(line.slice(15));
      else if (line.startsWith('\t')) found.push({ commit, time });
    }
    return found;
  } catch {
    return [];
  }
}
