/** One result, as the index keeps it. */
export interface Found {
  readonly url: string;
  /** The words that it was found by. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

/** A result with its kind, place and figure; what was asked for is marked. */
export function showResult({ url, meta }: Found, words: Readonly<Record<string, string>>, query: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.append(...marked(meta['title'] ?? url, query));
  item.append(line('search-kind', [words[`kind${capitalise(meta['kind'] ?? '')}`] ?? '']), link);
  if (meta['figure']) item.append(line('search-figure', [meta['figure']]));
  if (meta['context']) item.append(line('fine', [meta['context']]));
  if (meta['text']) item.append(line('search-text', marked(meta['text'], query)));
  return item;
}

function line(className: string, content: readonly (string | Node)[]): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  paragraph.append(...content);
  return paragraph;
}

/** The words of the query stand out; the text is set as text, never as markup. */
function marked(text: string, query: string): (string | Node)[] {
  const words = query.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [text];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return text.split(pattern).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
