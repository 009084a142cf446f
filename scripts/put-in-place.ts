import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asideOf, isRunning, leftBeside, namesIn } from '../src/files/aside.ts';
import type { Tongue } from '../src/locale.ts';
import { finish } from './command.ts';

/** A folder for what is built; any other one is a site, or somebody's own. */
const BUILT = 'dist';
const SITE = 'index.html';

/**
 * Whatever lies at a place goes when a site is put there: where that is no site, the command ends with 2 and says so.
 * @throws what the file system says where no folder can be made there, before anybody has waited for one
 */
export function needPlace(out: string, locale: Tongue): void {
  if (!isFree(out)) finish(locale === 'ja'
    ? `${out} には、サイトでないものがあり、置き換えません。 → --out に、まだない場所か空のフォルダーを書いてください。\n`
    : `${out} is not a site, and is not replaced. → Give an empty folder, or one that is not there yet, with --out.\n`, 2);
  const ready = asideOf(out, 'new');
  mkdirSync(dirname(out), { recursive: true });
  rmSync(ready, PATIENTLY);
  mkdirSync(ready);
  rmdirSync(ready);
}

function isFree(out: string): boolean {
  const there = statSync(out, { throwIfNoEntry: false });
  if (!there?.isDirectory()) return !there;
  const names = readdirSync(out);
  return names.length === 0 || basename(out) === BUILT || names.includes(SITE);
}

/** Times that a folder is put where another build puts its own at the same moment. */
const TRIES = 20;

/**
 * Swaps the folders: readers of `out` see the old site or the new one, never half of it. What takes time is done
 * before and after; between the two renames there is nothing else. Of two builds at the same time the last one stays.
 */
export async function putInPlace(made: string, out: string, move = renameSync): Promise<void> {
  const [ready, old] = [asideOf(out, 'new'), asideOf(out, 'old')];
  try {
    await mkdir(dirname(out), { recursive: true });
    await rm(old, PATIENTLY);
    await moveBeside(made, ready);
    let tries = 0;
    while (!swap(ready, out, old, move)) if (++tries === TRIES) throw Object.assign(new Error(`EBUSY: ${out}`), { code: 'EBUSY', syscall: 'rename', path: out });
  } finally {
    for (const folder of [ready, old]) await rm(folder, PATIENTLY);
  }
}

/** How a folder is removed: what a build that failed or was killed has started may still be writing its last file. */
export const PATIENTLY = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

/** Removes what builds left that were killed, and puts back a site whose place was empty at that moment. */
export async function clearUp(cache: string, out: string): Promise<void> {
  for (const name of namesIn(cache)) {
    const [, pid] = /^build-(\d+)(?:-beside|-bundle|-memory)?$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(cache, name), PATIENTLY);
  }
  for (const { path, kind } of leftBeside(out)) {
    if (kind === 'old' && !existsSync(out)) attempt(renameSync, path, out);
    await rm(path, PATIENTLY);
  }
}

/** Whether it was done: not where another build has put its own site there in the meantime. */
function swap(ready: string, out: string, old: string, move: typeof renameSync): boolean {
  attempt(move, out, old);
  try {
    if (attempt(move, ready, out)) return true;
  } catch (error) {
    attempt(move, old, out);
    throw error;
  }
  // What lay there before may be the only whole site that there is, until the next one lies there.
  rmSync(old, PATIENTLY);
  return false;
}

/** Whether the folder was moved: not where it is gone, or where another one has come meanwhile. */
function attempt(move: typeof renameSync, from: string, to: string): boolean {
  try {
    move(from, to);
    return true;
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}

async function moveBeside(made: string, ready: string): Promise<void> {
  await rm(ready, PATIENTLY);
  try {
    renameSync(made, ready);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(made, ready, { recursive: true });
  }
}

/** Moves everything from one folder into another, where some of its folders may be already. */
export async function mergeInto(from: string, into: string): Promise<void> {
  for (const name of namesIn(from)) {
    const [source, target] = [join(from, name), join(into, name)];
    if (existsSync(target) && statSync(source).isDirectory()) await mergeInto(source, target);
    else renameSync(source, target);
  }
}
