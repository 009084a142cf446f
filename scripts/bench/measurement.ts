/** One figure of a bench. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The bound that the product keeps, in words: at most 15. */
  readonly bound?: string;
  readonly met?: boolean;
  /** Where a figure was not measured in this run. */
  readonly note?: string;
}

/** A part of `npm run bench`. `tell` is told what is going on. */
export type Bench = (tell: (line: string) => void) => Promise<Measurement[]>;

export function atMost(name: string, value: number, unit: string, most: number): Measurement {
  return { name, value, unit, bound: `≤ ${most}`, met: value <= most };
}

export function atLeast(name: string, value: number, unit: string, least: number): Measurement {
  return { name, value, unit, bound: `≥ ${least}`, met: value >= least };
}

/** Seconds that some work takes, with its result. */
export async function time<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly result: T }> {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
}
