/** An affine map as in SVG and canvas: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d] = outer;
  const [e, f] = transform(outer, inner[4], inner[5]);
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    e,
    f,
  ];
}

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Circles stay circles and keep their sense of turning. */
export function isSimilarity([a, b, c, d]: Matrix): boolean {
  return Math.abs(a - d) < 1e-9 && Math.abs(b + c) < 1e-9;
}

/** How much longer lengths become: exact for similarities, the mean otherwise. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Degrees, clockwise on paper. */
export function rotationOf([a, b]: Matrix): number {
  return (Math.atan2(b, a) * 180) / Math.PI;
}
