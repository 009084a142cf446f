/**
 * The language that a reader wants of those that there are: what they once chose here, else the first of their
 * browser's list that there is, also in a wider or narrower form (`en-GB` → `en`, `pt` → `pt-BR`), else the site's own.
 */
export function preferredLanguage(offered: readonly string[], own: string, wanted: readonly string[], chosen?: string | null): string {
  if (chosen && offered.includes(chosen)) return chosen;
  for (const tag of wanted) {
    const found = lookUp(offered, tag.toLowerCase());
    if (found !== undefined) return found;
  }
  return own;
}

/** zh-hant-tw, zh-hant, zh, then any zh-… */
function lookUp(offered: readonly string[], wanted: string): string | undefined {
  for (let range = wanted; range !== ''; range = range.replace(/(^|-)[^-]*$/, '')) {
    const found = offered.find((tag) => tag.toLowerCase() === range);
    if (found !== undefined) return found;
  }
  const [primary] = wanted.split('-');
  return offered.find((tag) => tag.toLowerCase().split('-')[0] === primary);
}
