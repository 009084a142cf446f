import { align } from '../diff/alignment.ts';

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

const MARKS = { same: ' ', gone: '-', come: '+' } as const;

interface Edit {
  readonly kind: ' ' | '-' | '+';
  readonly text: string;
  /** Of the file before, from 1. */
  readonly line: number;
}

function edits(a: readonly string[], b: readonly string[]): Edit[] {
  return align(a, b).flatMap(({ kind, before, after }): Edit[] => {
    const taken = kind === 'come' ? b.slice(...after) : a.slice(...before);
    return taken.map((text, index) => ({ kind: MARKS[kind], text, line: before[0] + (kind === 'come' ? 0 : index) + 1 }));
  });
}
