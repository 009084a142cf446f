const START_TAG = /<[a-z][a-z0-9]*(?:\s(?:[^"'<>]|"[^"]*"|'[^']*')*)?>/.source;
const IDS = /\sid="([^"]+)"/g;

/** Beside each place on a page whose id was changed, one that still answers to the old id. */
export function withOldPlaces(html: string, oldOf: (place: string) => readonly string[]): string {
  const taken = new Set([...html.matchAll(IDS)].map(([, id]) => id));
  // A row and an entry of a list of terms may hold nothing but cells and terms, and a figure has its caption first: the place is inside that.
  return html.replace(new RegExp(`(${START_TAG})(\\s*(?=<(?:t[hd]|dt|figcaption)[\\s>])${START_TAG})?`, 'g'), (whole: string, tag: string) => {
    const id = tag.includes(' id="') ? /\sid="([^"]+)"/.exec(tag)?.[1] : undefined;
    const places = id === undefined ? [] : oldOf(id).filter((place) => !taken.has(place));
    return whole + places.map((place) => `<span id="${place}"></span>`).join('');
  });
}
