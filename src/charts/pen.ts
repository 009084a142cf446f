/**
 * Writes the `d` of an SVG path in tenths of a pixel, as short as it can: relative where that is shorter,
 * a command's letter only where it changes. Positions stay rounded, so that errors do not add up.
 */
export class Pen {
  d = '';
  private x = 0;
  private y = 0;
  private startX = 0;
  private startY = 0;
  private command = '';

  get isEmpty(): boolean {
    return this.d === '';
  }

  moveTo(x: number, y: number): void {
    this.write('M', [x, y], [x, y], [0, 1]);
    [this.startX, this.startY] = [this.x, this.y];
    // Coordinates that follow a move are lines.
    this.command = this.command === 'M' ? 'L' : 'l';
  }

  /** A line of no length is not drawn, as on a canvas. */
  lineTo(x: number, y: number): void {
    if (tenths(x) === this.x && tenths(y) === this.y) return;
    if (tenths(y) === this.y) return this.write('H', [x], [x, y], [0]);
    if (tenths(x) === this.x) return this.write('V', [y], [x, y], [1]);
    this.write('L', [x, y], [x, y], [0, 1]);
  }

  quadTo(x1: number, y1: number, x: number, y: number): void {
    this.write('Q', [x1, y1, x, y], [x, y], [0, 1, 0, 1]);
  }

  curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.write('C', [x1, y1, x2, y2, x, y], [x, y], [0, 1, 0, 1, 0, 1]);
  }

  /** A circular arc to (x, y), as in SVG. */
  arcTo(radius: number, large: boolean, sweep: boolean, x: number, y: number): void {
    const values = [radius, radius, 0, Number(large), Number(sweep), x, y];
    this.write('A', values, [x, y], [-1, -1, -1, -1, -1, 0, 1]);
  }

  close(): void {
    this.d += 'z';
    this.command = 'z';
    [this.x, this.y] = [this.startX, this.startY];
  }

  /** @param axes for each value: 0 counts from x, 1 from y, -1 is a length or a flag */
  private write(letter: string, values: number[], [x, y]: [number, number], axes: number[]): void {
    const rounded = values.map(tenths);
    const from = [this.x, this.y];
    const moved = rounded.map((value, index) => value - (from[axes[index] ?? -1] ?? 0));
    const absolute = this.spell(letter, rounded);
    const relative = this.spell(letter.toLowerCase(), moved);
    const short = this.isEmpty || absolute.length <= relative.length;
    this.d += short ? absolute : relative;
    this.command = short ? letter : letter.toLowerCase();
    [this.x, this.y] = [tenths(x), tenths(y)];
  }

  private spell(letter: string, values: number[]): string {
    const numbers = joinNumbers(values);
    if (letter !== this.command) return letter + numbers;
    return numbers.startsWith('-') ? numbers : ` ${numbers}`;
  }
}

/** Tenths of a pixel as a whole number; never -0. */
function tenths(px: number): number {
  return Math.round(px * 10) + 0;
}

/** e.g. [93, -45, 0] → '9.3-4.5 0' */
function joinNumbers(values: number[]): string {
  return values.map(spellTenths).reduce((text, part) => text + (part.startsWith('-') ? '' : ' ') + part);
}

function spellTenths(value: number): string {
  const text = String(value / 10);
  return value > -10 && value < 10 ? text.replace('0.', '.') : text;
}

/** e.g. 93.04 → '93', 0.25 → '.3' */
export function spellPx(px: number): string {
  return spellTenths(tenths(px));
}
