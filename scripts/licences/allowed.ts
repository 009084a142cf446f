/**
 * Licences of what we may build with. LGPL and MPL ask for the source of the library itself only, and we change none;
 * OFL is that of the typefaces.
 */
export const ALLOWED: readonly string[] = [
  'MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'Zlib', 'Unlicense',
  'OFL-1.1', 'MPL-2.0', 'LGPL-3.0-or-later',
];

/** `MIT OR GPL-3.0`: one of them will do; `MIT AND OFL-1.1`: both must. Brackets are read as npm writes them. */
export function isAllowed(expression: string): boolean {
  const text = withoutBrackets(expression.trim());
  const [alternatives, parts] = [splitAt(text, 'OR'), splitAt(text, 'AND')];
  if (alternatives.length > 1) return alternatives.some(isAllowed);
  if (parts.length > 1) return parts.every(isAllowed);
  return ALLOWED.includes(text);
}

function withoutBrackets(text: string): string {
  return text.startsWith('(') && closeOf(text) === text.length - 1 ? withoutBrackets(text.slice(1, -1).trim()) : text;
}

/** Where the bracket that opens the text is closed. */
function closeOf(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')' && --depth === 0) return index;
  }
  return -1;
}

/** At the word, outside of brackets. */
function splitAt(text: string, word: 'OR' | 'AND'): string[] {
  const parts = [''];
  let depth = 0;
  for (const token of text.split(/(\s+|[()])/)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0 && token === word) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim());
}
