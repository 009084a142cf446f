/** A stretch of entries (words, lines, …) that both lists have, that only the first has, or only the second. */
export interface Run {
  readonly kind: 'same' | 'gone' | 'come';
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/** The longest common sequence of two lists, as runs in reading order; what is gone stands before what has come. */
export function align(before: readonly string[], after: readonly string[]): Run[] {
  const head = commonLength(before, after, (list, index) => list[index]);
  const tail = commonLength(before.slice(head), after.slice(head), (list, index) => list[list.length - 1 - index]);
  const middle = alignMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return join([
    ...Array.from({ length: head }, (_, index) => step('same', index, index)),
    ...middle.map(({ kind, before: [a], after: [b] }) => step(kind, head + a, head + b)),
    ...Array.from({ length: tail }, (_, index) => step('same', before.length - tail + index, after.length - tail + index)),
  ]);
}

function commonLength(a: readonly string[], b: readonly string[], at: (list: readonly string[], index: number) => string | undefined): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && at(a, length) === at(b, length)) length += 1;
  return length;
}

function alignMiddle(a: readonly string[], b: readonly string[]): Run[] {
  const width = b.length + 1;
  // lengths[i * width + j]: of the longest common sequence of a from i on and b from j on.
  const lengths = new Uint32Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const steps: Run[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) steps.push(step('same', i++, j++));
    else if (i < a.length && (j === b.length || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) steps.push(step('gone', i++, j));
    else steps.push(step('come', i, j++));
  }
  return steps;
}

function step(kind: Run['kind'], before: number, after: number): Run {
  return { kind, before: [before, before + (kind === 'come' ? 0 : 1)], after: [after, after + (kind === 'gone' ? 0 : 1)] };
}

/** Neighbours of one kind become one run; between two common stretches all that is gone comes first. */
function join(steps: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const each of steps) {
    const last = runs.at(-1);
    const earlier = runs.at(-2);
    if (last?.kind === each.kind) runs[runs.length - 1] = merge(last, each);
    else if (each.kind === 'gone' && last?.kind === 'come' && earlier?.kind === 'gone') {
      runs[runs.length - 2] = merge(earlier, each);
      runs[runs.length - 1] = { ...last, before: [each.before[1], each.before[1]] };
    } else if (each.kind === 'gone' && last?.kind === 'come') {
      runs[runs.length - 1] = { ...each, after: [last.after[0], last.after[0]] };
      runs.push({ ...last, before: [each.before[1], each.before[1]] });
    } else runs.push(each);
  }
  return runs;
}

function merge(a: Run, b: Run): Run {
  return { kind: a.kind, before: [a.before[0], b.before[1]], after: [a.after[0], b.after[1]] };
}
