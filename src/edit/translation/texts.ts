import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Path } from '../../diagnostics/problem.ts';
import type { DataFile } from '../../load/files.ts';
import type { Languages } from '../../schema/languages.ts';

/** A text of the data in the languages that it has, with the lines that each stands on. */
export interface BodyText {
  readonly file: string;
  readonly path: Path;
  readonly by: Readonly<Record<string, { readonly text: string; readonly from: number; readonly to: number }>>;
}

/** data/2025/np-collection.yaml#measures.0.title */
export function idOf({ file, path }: Pick<BodyText, 'file' | 'path'>): string {
  return `${file}#${path.join('.')}`;
}

/** Every text that people read, in the order of the files. */
export function bodyTexts(files: readonly DataFile[], { tags }: Languages): BodyText[] {
  return files.filter(({ file }) => !file.startsWith('data/languages/')).flatMap((file) => textsIn(file, tags));
}

function textsIn({ file, bytes }: DataFile, tags: readonly string[]): BodyText[] {
  const lines = new LineCounter();
  const document = parseDocument(new TextDecoder().decode(bytes), { schema: 'failsafe', lineCounter: lines });
  const found: BodyText[] = [];
  if (document.errors.length > 0) return found;
  visit(document, {
    Map(_, map, above) {
      const isText = map.items.length > 0 && map.items.every(({ key, value }) => isScalar(key) && tags.includes(String(key.value)) && isScalar(value) && typeof value.value === 'string');
      if (!isText) return undefined;
      const by = Object.fromEntries(map.items.map(({ key, value }) => {
        const [from = 0] = isScalar(key) ? key.range ?? [] : [];
        const [, to = from] = isScalar(value) ? value.range ?? [] : [];
        const text = isScalar(value) ? String(value.value) : '';
        return [isScalar(key) ? String(key.value) : '', { text, from: lines.linePos(from).line, to: lines.linePos(Math.max(from, to - 1)).line }];
      }));
      found.push({ file, path: pathOf([...above, map]), by });
      return visit.SKIP;
    },
  });
  return found;
}

/** From the nodes around a map, itself the last. */
function pathOf(above: readonly unknown[]): Path {
  const path: (string | number)[] = [];
  above.forEach((node, depth) => {
    const inside = above[depth + 1];
    if (typeof node === 'object' && node !== null && 'key' in node && isScalar(node.key)) path.push(String(node.key.value));
    else if (typeof node === 'object' && node !== null && 'items' in node && !isMap(node)) {
      const index = (node.items as unknown[]).indexOf(inside);
      if (index >= 0) path.push(index);
    }
  });
  return path;
}
