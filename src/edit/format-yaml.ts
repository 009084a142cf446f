import { isDeepStrictEqual } from 'node:util';
import { parseDocument, visit } from 'yaml';

/** Every scalar stays the text that it is: a figure is never read, so it cannot be changed. */
const AS_WRITTEN = { schema: 'failsafe' } as const;
const SHAPE = { lineWidth: 0, flowCollectionPadding: false } as const;

/**
 * One shape for every file: two spaces, one blank before a comment's text, no trailing blanks, lines that end in LF.
 * Comments, order, quotes and the spelling of figures stay.
 * @returns the formatted text, or null where the file cannot be read or would not say the same: it is then left alone
 */
export function formatYaml(text: string): string | null {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const document = parseDocument(source, AS_WRITTEN);
  if (document.errors.length > 0) return null;
  const formatted = document.toString(SHAPE);
  const again = parseDocument(formatted, AS_WRITTEN);
  const same = again.errors.length === 0 && isDeepStrictEqual(again.toJS(), document.toJS()) && isDeepStrictEqual(commentsOf(again), commentsOf(document));
  return same ? formatted : null;
}

function commentsOf(document: ReturnType<typeof parseDocument>): string[] {
  const comments: (string | null | undefined)[] = [document.commentBefore, document.comment];
  visit(document, {
    Node: (_, node) => void comments.push(node.commentBefore, node.comment),
  });
  return comments.flatMap((comment) => comment?.split('\n') ?? []).map((line) => line.trim()).filter((line) => line !== '').sort();
}

