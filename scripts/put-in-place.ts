import { existsSync, renameSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Swaps the folders: readers of `out` see the old site or the new one, never half of it. What takes time is done
 * before and after; between the two renames there is nothing else.
 */
export async function putInPlace(made: string, out: string): Promise<void> {
  const [ready, old] = [asideOf(out, 'new'), asideOf(out, 'old')];
  await mkdir(dirname(out), { recursive: true });
  await rm(old, { recursive: true, force: true });
  await moveBeside(made, ready);
  if (existsSync(out)) renameSync(out, old);
  renameSync(ready, out);
  await rm(old, { recursive: true, force: true });
}

/** How a folder is removed: what a build that failed or was killed has started may still be writing its last file. */
export const PATIENTLY = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

/** Removes what builds left that were killed, and puts back a site whose place was empty at that moment. */
export async function clearUp(cache: string, out: string): Promise<void> {
  for (const name of await namesIn(cache)) {
    const [, pid] = /^build-(\d+)(?:-beside|-bundle|-memory)?$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(cache, name), PATIENTLY);
  }
  for (const name of await namesIn(dirname(out))) {
    const [, of, kind, pid] = /^\.(.+)\.(new|old)-(\d+)$/.exec(name) ?? [];
    if (of !== basename(out) || isRunning(Number(pid))) continue;
    const path = join(dirname(out), name);
    if (kind === 'old' && !existsSync(out)) renameSync(path, out);
    else await rm(path, { recursive: true, force: true });
  }
}

/** Beside the place that it is for, so that a rename is enough: dist → .dist.new-4711 */
function asideOf(out: string, kind: 'new' | 'old'): string {
  return join(dirname(out), `.${basename(out)}.${kind}-${process.pid}`);
}

async function moveBeside(made: string, ready: string): Promise<void> {
  await rm(ready, { recursive: true, force: true });
  try {
    renameSync(made, ready);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(made, ready, { recursive: true });
  }
}

/** Moves everything from one folder into another, where some of its folders may be already. */
export async function mergeInto(from: string, into: string): Promise<void> {
  for (const name of await namesIn(from)) {
    const [source, target] = [join(from, name), join(into, name)];
    if (existsSync(target) && statSync(source).isDirectory()) await mergeInto(source, target);
    else renameSync(source, target);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
