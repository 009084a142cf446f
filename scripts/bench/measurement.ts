/** One figure of a bench. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The bound that the product keeps, in words: at most 15. */
  readonly bound?: string;
  readonly met?: boolean;
  readonly note?: string;
  /** The work was not at its end when its time was over: the figure is larger than `value`. */
  readonly more?: boolean;
}

/** A part of `npm run bench`. `tell` is told what is going on. */
export type Bench = (tell: (line: string) => void) => Promise<Measurement[]>;

export function atMost(name: string, value: number, unit: string, most: number): Measurement {
  return { name, value, unit, bound: `≤ ${most}`, met: value <= most };
}

export function atLeast(name: string, value: number, unit: string, least: number): Measurement {
  return { name, value, unit, bound: `≥ ${least}`, met: value >= least };
}

/** @throws Error where it takes longer than so many seconds */
export async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: not done within ${Math.round(seconds)} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Seconds that some work takes, with its result. */
export async function time<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly result: T }> {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
}

/** Seconds that some work takes, with its result; or those that it was given, without one. `work` rejects once it is told to stop. */
export async function timeWithin<T>(limit: number, work: (signal: AbortSignal) => Promise<T>): Promise<{ readonly seconds: number; readonly result?: T }> {
  const signal = AbortSignal.timeout(limit * 1000);
  try {
    return await time(() => work(signal));
  } catch (error) {
    if (signal.aborted) return { seconds: limit };
    throw error;
  }
}
