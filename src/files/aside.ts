import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What is to lie at a place, or what lay there before. */
export type Kind = 'new' | 'old';

/** Beside the place that it is for, so that a rename is enough: dist → .dist.new-4711 */
export function asideOf(place: string, kind: Kind, pid = process.pid): string {
  return join(dirname(place), `.${basename(place)}.${kind}-${pid}`);
}

export interface Left {
  readonly path: string;
  readonly kind: Kind;
}

/** What processes that were killed have left beside a place. */
export function leftBeside(place: string): Left[] {
  return namesIn(dirname(place)).flatMap((name) => {
    const [, of, kind, pid] = /^\.(.+)\.(new|old)-(\d+)$/.exec(name) ?? [];
    return of !== basename(place) || isRunning(Number(pid)) ? [] : [{ path: join(dirname(place), name), kind: kind as Kind }];
  });
}

/** None where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
