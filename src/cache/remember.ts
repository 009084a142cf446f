/**
 * Gives what was computed from the same inputs before, or computes it. What is computed must follow from the inputs
 * and the program alone: no file, no clock, nothing that the inputs do not hold.
 */
export type Remember = <T>(kind: string, inputs: unknown, compute: () => T) => T;

/** The same for what takes its time. */
export type RememberLater = <T>(kind: string, inputs: unknown, compute: () => Promise<T>) => Promise<T>;

/** Without a memory. */
export const computeAnew: Remember = (_kind, _inputs, compute) => compute();
