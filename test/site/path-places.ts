export interface Place {
  readonly x: number;
  readonly y: number;
}

const ARGUMENTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, a: 7, z: 0 };

/** The corners of an SVG path, and the centres of the circles in it. */
export function placesOfPath(d: string): { corners: Place[]; centres: Place[] } {
  const [corners, centres]: [Place[], Place[]] = [[], []];
  let [at, start]: [Place, Place] = [{ x: 0, y: 0 }, { x: 0, y: 0 }];
  for (const { letter, values } of commandsOf(d)) {
    const from = at;
    at = letter === 'z' ? start : moved(at, letter, values);
    if (letter.toLowerCase() === 'm') start = at;
    if (letter.toLowerCase() !== 'a') corners.push(at);
    else if (from === start) centres.push({ x: (from.x + at.x) / 2, y: (from.y + at.y) / 2 });
  }
  return { corners, centres };
}

/** A letter holds for all values that follow it; after a move they are lines. */
function commandsOf(d: string): { letter: string; values: number[] }[] {
  return [...d.matchAll(/([mlhvaz])([^mlhvaz]*)/gi)].flatMap(([, letter = '', text = '']) => {
    const values = (text.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const size = ARGUMENTS[letter.toLowerCase()] ?? 0;
    if (size === 0) return [{ letter, values }];
    return Array.from({ length: values.length / size }, (_, index) => ({
      letter: index > 0 && letter.toLowerCase() === 'm' ? (letter === 'm' ? 'l' : 'L') : letter,
      values: values.slice(index * size, (index + 1) * size),
    }));
  });
}

function moved(from: Place, letter: string, values: number[]): Place {
  const [dx, dy] = letter === letter.toLowerCase() ? [from.x, from.y] : [0, 0];
  const last = (back: number): number => values.at(-back) ?? 0;
  switch (letter.toLowerCase()) {
    case 'h': return { x: last(1) + dx, y: from.y };
    case 'v': return { x: from.x, y: last(1) + dy };
    default: return { x: last(2) + dx, y: last(1) + dy };
  }
}
