/** What holds for every drawing until it comes alive: no motion, no listening, the size that it is given. */
export const STILL = { animation: false, responsive: false, devicePixelRatio: 1, events: [] as never[] } as const;
