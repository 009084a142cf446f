import { splitProse } from './reference.ts';
import type { Piece } from './reference.ts';
import type { Resolve, Resolved } from './render.ts';

/**
 * Whatever Markdown may read as a mark, wherever it stands: a text with none of these is one paragraph of plain text. Too
 * many do no harm.
 */
const MARKS = /[\\`*_[\]<>&!~|\n\r\t\uE000\uFEFF]|www\.|:\/\/|@[^{}]*\.|^[ #+=:\d-]| $/i;

/**
 * The HTML of a text that is one plain paragraph, as most are, at a hundredth of the cost of reading it as Markdown;
 * undefined where it is, or may be, more than that.
 */
export function renderPlainParagraph(text: string, resolve: Resolve): string | undefined {
  if (text === '' || MARKS.test(text)) return undefined;
  let html = '';
  for (const piece of splitProse(text)) {
    const part = renderPiece(piece, resolve);
    if (part === undefined) return undefined;
    html += part;
  }
  return `<p>${html}</p>`;
}

function renderPiece({ raw, reference }: Piece, resolve: Resolve): string | undefined {
  if (reference?.kind === 'ruby') return undefined;
  const resolved = reference ? resolve(reference) : undefined;
  return resolved ? renderResolved(resolved) : raw;
}

/** Undefined where anything in it would have to be escaped. */
function renderResolved({ text, href, className }: Resolved): string | undefined {
  if (/[<&\r\n]/.test(text)) return undefined;
  if (href === undefined) return text;
  if (text === '' || !/^[\w/#.-]+$/.test(href) || !/^[\w-]*$/.test(className ?? '')) return undefined;
  return `<a href="${href}"${className ? ` class="${className}"` : ''}>${text}</a>`;
}
