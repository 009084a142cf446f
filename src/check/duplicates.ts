import type { Path, Problem } from '../diagnostics/problem.ts';
import { problem } from './problem.ts';

/** Every entry whose id stands before in the same list. */
export function duplicates(
  file: string,
  entries: readonly { readonly id: string; readonly path: Path }[],
): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, path }) => {
    const again = seen.has(id);
    seen.add(id);
    return again ? [duplicate(file, path, id)] : [];
  });
}

export function duplicate(file: string, path: Path, id: string, earlier?: string): Problem {
  return problem(
    'duplicate-id',
    file,
    path,
    {
      ja: `id「${id}」は${earlier ? ` ${earlier} で` : 'このファイルで'}すでに使われています。`,
      en: `The id “${id}” is already used in ${earlier ?? 'this file'}.`,
    },
    { ja: '別の id を付けてください。', en: 'Choose another id.' },
  );
}
