/** May not begin a line. */
const CLINGS = /^[、。，．・：；？！）」』】〕］％ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]/;

/**
 * Breaks a short label into lines no wider than `most`: at spaces in Latin text, between characters in
 * Japanese text, and always at '\n'. A single word that is too wide stays whole.
 */
export function wrapLabel(label: string, most: number, widthOf: (text: string) => number): string[] {
  const lines = label.split('\n');
  return lines.flatMap((line) => (widthOf(line) <= most ? [line] : fillLines(line, most, widthOf)));
}

function fillLines(line: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const part of splitParts(line)) {
    if (current !== '' && widthOf((current + part).trimEnd()) > most) {
      lines.push(current.trimEnd());
      current = '';
    }
    current += current === '' ? part.trimStart() : part;
  }
  return current.trimEnd() === '' ? lines : [...lines, current.trimEnd()];
}

/** e.g. '納付率（FY 2024）' → ['納', '付', '率', '（FY ', '2024）'] */
function splitParts(line: string): string[] {
  const parts = line.match(/[（「『【]?(?:[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+|\S)\s*|\s+/gu) ?? [];
  return parts.reduce<string[]>((joined, part) => {
    if (joined.length > 0 && CLINGS.test(part)) joined[joined.length - 1] += part;
    else joined.push(part);
    return joined;
  }, []);
}
