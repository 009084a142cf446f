/**
 * How much of their wording two texts share, from 0 to 1: pairs of neighbouring characters that stand in both,
 * of all that stand in either (Dice). References to figures and years, which differ from plan to plan, do not count.
 */
export function likenessOf(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const total = left.length + right.length;
  if (total === 0) return 0;
  const rest = new Map([...Map.groupBy(right, (pair) => pair)].map(([pair, some]) => [pair, some.length]));
  const shared = left.filter((pair) => {
    const count = rest.get(pair) ?? 0;
    if (count > 0) rest.set(pair, count - 1);
    return count > 0;
  });
  return (2 * shared.length) / total;
}

/** `{term:x}` and figures are left out, as are spaces and stops. */
function pairsOf(text: string): string[] {
  const bare = [...text.replace(/\{[^{}]*\}/g, '').replace(/[\s、。・「」（）()]/g, '')];
  return bare.slice(1).map((character, index) => `${bare[index]}${character}`);
}
