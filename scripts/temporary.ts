import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, namesIn } from '../src/files/aside.ts';

/**
 * Gives this process, and those that it starts, a folder of its own for temporary files, and removes what such processes have
 * left that were killed: a browser writes a profile there. Gives what removes the folder at the end.
 */
export function ownTemporaryFolder(): () => void {
  const shared = tmpdir();
  for (const name of namesIn(shared)) {
    const [, pid] = /^nenpo-run-(\d+)-\w+$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) remove(join(shared, name));
  }
  // In the shared one: the path of a socket, which a browser lays there, is short or refused.
  const own = mkdtempSync(join(shared, `nenpo-run-${process.pid}-`));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = own;
  return () => remove(own);
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // It is somebody else's.
  }
}
