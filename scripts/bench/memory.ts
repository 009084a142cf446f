import { readFileSync, readdirSync } from 'node:fs';

/**
 * Watches how much memory this process and all that it started take together, memory that they share counted once
 * (the proportional set size of Linux). @returns what stops the watch and gives the peak in MB; 0 on other systems.
 */
export function watchMemory(): () => number {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, memoryOfTree(process.pid));
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    look();
    return peak / 1024;
  };
}

function memoryOfTree(root: number): number {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = Number(/^\d+ \(.*\) \S+ (\d+)/s.exec(read(`/proc/${entry}/stat`))?.[1]);
    if (parent) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const tree = [root];
  for (const process of tree) tree.push(...(children.get(process) ?? []));
  return tree.reduce((sum, process) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${process}/smaps_rollup`))?.[1] ?? 0), 0);
}

/** A process may be gone before it is read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
