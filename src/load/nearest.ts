/** The known word that differs from `word` by a slip or two, if there is one; never one that differs in its digits only. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = word.length <= 3 ? 1 : word.length <= 7 ? 2 : Math.min(4, Math.floor(word.length / 3));
  const ranked = known
    .filter((candidate) => withoutDigits(candidate) !== withoutDigits(word))
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= limit && distance < candidate.length)
    .sort((a, b) => a.distance - b.distance);
  return (
    ranked[0]?.candidate ??
    known.find((candidate) => word.length > 2 && candidate.startsWith(word.toLowerCase()))
  );
}

/** t25-03 is not a slip for t25-01: it is another one. Words without digits keep their case. */
function withoutDigits(word: string): string {
  return /\d/.test(word) ? word.replace(/\d+/g, '#') : word;
}

/** Edits (insert, delete, replace, swap two neighbours) from one word to the other. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(replaced, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(a.length, b.length);
}
