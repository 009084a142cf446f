import { Pen, spellPx } from './pen.ts';

const WIDTH = 84;
const HEIGHT = 22;
const EDGE = 4;

/**
 * A line as high as a word, for tables and cards: the course of a figure without axis or numbers, its last value
 * marked. It repeats what stands beside it, so it is hidden from those who listen. '' with fewer than two values.
 * @param better the good direction is marked by a thin line at the best value; none without it
 */
export function sparkline(values: readonly (string | null)[], better?: 'higher' | 'lower'): string {
  const numbers = values.map((value) => (value === null ? null : Number(value)));
  const known = numbers.filter((value) => value !== null);
  if (known.length < 2) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const xOf = (index: number): number => EDGE + (index / (numbers.length - 1)) * (WIDTH - 2 * EDGE);
  const yOf = (value: number): number =>
    HEIGHT - EDGE - (high > low ? (value - low) / (high - low) : 0.5) * (HEIGHT - 2 * EDGE);
  const last = numbers.findLastIndex((value) => value !== null);
  const best = better && yOf(better === 'higher' ? high : low);
  return (
    `<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"` +
    ' aria-hidden="true" focusable="false" fill="none">' +
    (best === undefined ? '' : `<path class="spark-best" d="M0 ${spellPx(best)}H${WIDTH}"/>`) +
    `<path class="spark-line" d="${drawLine(numbers, xOf, yOf)}"/>` +
    `<circle class="spark-last" cx="${spellPx(xOf(last))}" cy="${spellPx(yOf(numbers[last] ?? 0))}" r="3"/></svg>`
  );
}

/** Interrupted where a value is missing; one that stands alone is a dot. */
function drawLine(
  values: readonly (number | null)[],
  xOf: (index: number) => number,
  yOf: (value: number) => number,
): string {
  const pen = new Pen();
  values.forEach((value, index) => {
    if (value === null) return;
    const [x, y] = [xOf(index), yOf(value)];
    const before = values[index - 1] ?? null;
    if (before === null) pen.moveTo(x, y);
    else pen.lineTo(x, y);
    if (before === null && (values[index + 1] ?? null) === null) pen.lineTo(x + 1, y);
  });
  return pen.d;
}
