/** What an edit changes, line by line, as `diff -u` shows it: with two lines around it. */
export function lineDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const [a, b] = [before.split('\n'), after.split('\n')];
  const ops = edits(a, b);
  const lines: string[] = [`--- ${file}`, `+++ ${file}`];
  let shown = -1;
  ops.forEach((op, index) => {
    const near = ops.slice(Math.max(0, index - 2), index + 3).some(({ kind }) => kind !== ' ');
    if (!near) return;
    if (index > shown + 1 || shown < 0) lines.push(`@@ ${op.line} @@`);
    lines.push(op.kind + op.text);
    shown = index;
  });
  return `${lines.join('\n')}\n`;
}

interface Edit {
  readonly kind: ' ' | '-' | '+';
  readonly text: string;
  /** Of the file before, from 1. */
  readonly line: number;
}

/** Greedy from both ends, then the longest common lines of what lies between. */
function edits(a: readonly string[], b: readonly string[]): Edit[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const kept = (from: number, to: number): Edit[] => a.slice(from, to).map((text, index) => ({ kind: ' ', text, line: from + index + 1 }));
  return [...kept(0, head), ...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head), ...kept(a.length - tail, a.length)];
}

function between(a: readonly string[], b: readonly string[], offset: number): Edit[] {
  const best = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) best[i]![j] = a[i] === b[j] ? best[i + 1]![j + 1]! + 1 : Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
  }
  const found: Edit[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const line = offset + i + 1;
    if (i < a.length && j < b.length && a[i] === b[j]) found.push({ kind: ' ', text: a[i++]!, line: (j++, line) });
    else if (i < a.length && (j >= b.length || best[i + 1]![j]! >= best[i]![j + 1]!)) found.push({ kind: '-', text: a[i++]!, line });
    else found.push({ kind: '+', text: b[j++]!, line });
  }
  return found;
}
