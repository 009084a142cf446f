/** Left, bottom, right, top in points from the page's lower left corner. */
export type Box = readonly [number, number, number, number];

type Point = readonly [number, number];
type Matrix = readonly [number, number, number, number, number, number];

/** What opens and closes an element's content, what moves the pen and what draws with it: `/Figure <</MCID 3 >>BDC`. */
const OPERATORS = new RegExp(
  String.raw`<<\s*/MCID (\d+)\s*>>\s*BDC|\b(BDC|BMC|EMC)\b|(?<![\w/])((?:-?[\d.]+\s+)*)(cm|re|m|l|c|v|y|Tm|Td|Tf|Tj|q|Q|n|S|s|f\*?|F|B\*?|b\*?)(?![\w*])`, 'g',
);

/** The rectangle that holds what is drawn under a number on a page; nothing where nothing is. */
export function boundsOf(content: string, mcid: number): Box | undefined {
  const pen = new Pen();
  let [depth, inside] = [0, Infinity];
  for (const [, own, bound, numbers = '', operator] of content.matchAll(OPERATORS)) {
    if (operator !== undefined) pen.move(operator, numbers.trim().split(/\s+/).map(Number), depth >= inside);
    else if (bound === 'EMC') depth -= 1;
    else depth += 1;
    if (Number(own) === mcid) inside = depth;
    else if (depth < inside) inside = Infinity;
  }
  return pen.drawn.length === 0 ? undefined : boxOf(pen.drawn);
}

class Pen {
  readonly drawn: Point[] = [];
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  readonly #saved: Matrix[] = [];
  #path: Point[] = [];
  #text: Point = [0, 0];
  #size = 0;

  /** `isWanted`: whether what is drawn now counts. */
  move(operator: string, numbers: readonly number[], isWanted: boolean): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    switch (operator) {
      case 'q': this.#saved.push(this.#matrix); break;
      case 'Q': this.#matrix = this.#saved.pop() ?? this.#matrix; break;
      case 'cm': this.#matrix = times([a, b, c, d, e, f], this.#matrix); break;
      case 're': this.#path.push(this.#at(a, b), this.#at(a + c, b + d)); break;
      case 'm': case 'l': case 'c': case 'v': case 'y':
        for (let index = 0; index < numbers.length; index += 2) this.#path.push(this.#at(numbers[index]!, numbers[index + 1]!));
        break;
      case 'Tm': this.#text = [e, f]; break;
      case 'Td': this.#text = [this.#text[0] + a, this.#text[1] + b]; break;
      case 'Tf': this.#size = a; break;
      case 'Tj': if (isWanted) this.#drawLetter(); break;
      default:
        if (isWanted && operator !== 'n') this.drawn.push(...this.#path);
        this.#path = [];
    }
  }

  /** A letter takes a square at most, a fifth of it below the line; its page's axis points down. */
  #drawLetter(): void {
    const [x, y] = this.#text;
    this.drawn.push(this.#at(x, y + this.#size / 5), this.#at(x + this.#size, y - (this.#size * 4) / 5));
  }

  #at(x: number, y: number): Point {
    const [a, b, c, d, e, f] = this.#matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }
}

/** A move within what another one has moved. */
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const round = (value: number) => Math.round(value * 100) / 100;
  return [round(Math.min(...xs)), round(Math.min(...ys)), round(Math.max(...xs)), round(Math.max(...ys))];
}
