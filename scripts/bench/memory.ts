import { readFileSync, readdirSync } from 'node:fs';

/**
 * Watches how much memory all that this process has started takes together, memory that they share counted once
 * (the proportional set size of Linux). What watches does not count. @returns what stops the watch and gives the peak in MB; 0 on other systems.
 */
export function watchMemory(): () => number {
  let peak = 0;
  let timer: NodeJS.Timeout;
  const look = () => {
    const start = performance.now();
    peak = Math.max(peak, treeOf(process.pid).slice(1).reduce((sum, process) => sum + memoryOf(process), 0));
    // To count the pages of a large process takes its time, in which the process stands still: a twentieth of it at most.
    timer = setTimeout(look, Math.max(100, (performance.now() - start) * 19));
  };
  look();
  return () => {
    clearTimeout(timer);
    look();
    clearTimeout(timer);
    return peak / 1024;
  };
}

/**
 * Watches how long this process and all that it started have a processor: on a machine that does other work too, a
 * steadier measure than the clock. The watch itself does not count. @returns what stops it and gives the seconds; 0 on
 * other systems.
 */
export function watchProcessor(): () => number {
  const before = processorOf(process.pid);
  const seconds = new Map<number, number>();
  let own = 0;
  const look = () => {
    const start = process.threadCpuUsage();
    for (const each of treeOf(process.pid)) seconds.set(each, Math.max(seconds.get(each) ?? 0, processorOf(each)));
    const { user, system } = process.threadCpuUsage(start);
    own += (user + system) / 1e6;
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    look();
    return [...seconds.values()].reduce((sum, each) => sum + each, 0) - before - own;
  };
}

function memoryOf(process: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${process}/smaps_rollup`))?.[1] ?? 0);
}

/** In the program and in the system, in seconds: fields 14 and 15, in hundredths. */
function processorOf(process: number): number {
  const fields = read(`/proc/${process}/stat`).replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

/** A process and all that it started. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = Number(/^\d+ \(.*\) \S+ (\d+)/s.exec(read(`/proc/${entry}/stat`))?.[1]);
    if (parent) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const tree = [root];
  for (const process of tree) tree.push(...(children.get(process) ?? []));
  return tree;
}

/** A process may be gone before it is read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
