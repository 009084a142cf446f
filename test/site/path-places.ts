export interface Place {
  readonly x: number;
  readonly y: number;
}

const ARGUMENTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, a: 7, z: 0 };

/** The corners of an SVG path and the middles of its parts; of circles their middles only. */
export function placesOfPath(d: string): Place[] {
  const parts: { places: Place[]; isRound: boolean }[] = [];
  let at: Place = { x: 0, y: 0 };
  for (const { letter, values } of commandsOf(d)) {
    at = letter === 'z' ? (parts.at(-1)?.places[0] ?? at) : moved(at, letter, values);
    if (letter.toLowerCase() === 'm') parts.push({ places: [], isRound: false });
    const part = parts.at(-1);
    part?.places.push(at);
    if (part && letter.toLowerCase() === 'a') part.isRound = true;
  }
  return parts.flatMap(({ places, isRound }) => [...(isRound ? [] : places), middleOf(places)]);
}

/** A circle is two arcs, from its right to its left and back. */
function middleOf(places: readonly Place[]): Place {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
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
