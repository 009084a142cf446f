import { execFileSync } from 'node:child_process';

/** What git answers about the repository around a folder; nothing where it has no answer, or there is no git. */
export function askGit(root: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
