import { isDeepStrictEqual } from 'node:util';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkGfm);
const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '_', strong: '*', rule: '-', fence: '`', fences: true, listItemIndent: 'one', incrementListMarker: true });

/**
 * One shape for Markdown: dashes for lists, hashes for headings, one blank line between blocks.
 * @returns null where the text would not say the same: it is then left alone
 */
export function formatMarkdown(text: string): string | null {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const tree = reader.parse(source);
  // A reference in braces and a bracket are text here, and need no backslash.
  const formatted = writer.stringify(tree).replace(/\\([[\]{}_&@:])/g, '$1');
  const plain = (markdown: string) => JSON.parse(JSON.stringify(reader.parse(markdown), (key, value: unknown) => (key === 'position' ? undefined : value))) as unknown;
  return isDeepStrictEqual(plain(formatted), plain(source)) ? formatted : null;
}
