/** Numbers from 0 to 1 that are the same on every machine for the same seed. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @throws RangeError where there is nothing to choose from */
export function oneOf<T>(list: readonly T[], random: Random): T {
  if (list.length === 0) throw new RangeError('nothing to choose from');
  return list[Math.floor(random() * list.length)]!;
}
