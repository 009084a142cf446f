import { parse } from 'yaml';

/**
 * A scalar as YAML writes it: plain where that says the same, else in quotes; a text that would need quotes, or has
 * several lines, stands below its key after `|-`.
 * @param indent of the key that it belongs to
 * @param style of the scalar that it replaces, which stays
 */
export function scalarText(value: string, indent: string, style?: string): string {
  if (style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE') return quoted(value, style);
  if (style === 'BLOCK_LITERAL' || value.includes('\n') || (!isPlain(value) && /[\p{L}\s]/u.test(value))) return block(value, indent);
  return isPlain(value) ? value : quoted(value, 'QUOTE_DOUBLE');
}

/** A whole number, such as that of a page or a line. */
export function numberOrText(value: string | number, indent: string): string {
  return typeof value === 'number' ? String(value) : scalarText(value, indent);
}

function quoted(value: string, style: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE'): string {
  if (style === 'QUOTE_SINGLE' && !value.includes('\n')) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}

/** What YAML reads back as the same text, not as a number, a comment, a date or a map. */
function isPlain(value: string): boolean {
  if (value === '' || value.trim() !== value || /[\n\r\t\u0000-\u001F]/.test(value)) return false;
  try {
    const read: unknown = parse(`- key: ${value}\n`);
    return JSON.stringify(read) === JSON.stringify([{ key: value }]);
  } catch {
    return false;
  }
}

function block(value: string, indent: string): string {
  const lines = value.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const inner = `${indent}  `;
  const header = /^\s/.test(lines[0] ?? '') ? '|2-' : '|-';
  return [header, ...lines.map((line) => (line === '' ? '' : inner + line))].join('\n');
}
