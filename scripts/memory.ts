/**
 * What keeps a process small that works beside others: its heap grows by half before it is cleared up, and not to a multiple,
 * and large texts in the making go back to the system at once (glibc: not into a store of their own).
 */
export function frugal(): { readonly execArgv: string[]; readonly env: NodeJS.ProcessEnv } {
  return {
    execArgv: [...process.execArgv, '--heap-growing-percent=50', '--max-semi-space-size=8', '--expose-gc'],
    env: { ...process.env, MALLOC_MMAP_THRESHOLD_: '1048576' },
  };
}

/** In MB. Less is not worth the time that it takes to give some of it back; nor is a little more than was left the last time. */
const MUCH = 250;
const GROWN = 1.3;
let left = 0;

/** After much has come and gone: a heap that is full of holes is laid together, and the rest goes back to the system. */
export function layTogether(): void {
  if (taken() < Math.max(MUCH, left * GROWN)) return;
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  left = taken();
}

function taken(): number {
  return process.memoryUsage.rss() / 1_000_000;
}
