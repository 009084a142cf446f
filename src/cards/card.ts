import type { Letter } from './outline.ts';

/** What a link to a page shows where it is shared. */
export interface Card {
  readonly site: string;
  /** Where the page belongs: 令和7年度. */
  readonly context: string;
  readonly title: string;
  readonly figure?: { readonly text: string; readonly about: string };
}

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
const MARGIN = 72;
const WIDTH = CARD_WIDTH - 2 * MARGIN;

/** The picture of a card: quiet, the figure large. */
export function drawCard({ site, context, title, figure }: Card, letter: Letter): string {
  const lines = wrap(title, figure ? 52 : 64, letter, figure ? 2 : 4);
  const size = figure ? 52 : 64;
  const figureSize = figure ? fit(figure.text, 140, letter) : 0;
  const parts = [
    text(context, 30, false, MARGIN, 118, MUTED, letter),
    ...lines.map((line, index) => text(line, size, true, MARGIN, 196 + index * size * 1.35, INK, letter)),
    ...(figure
      ? [
          text(figure.text, figureSize, true, MARGIN, 440, KEY, letter),
          text(cut(figure.about, 30, letter), 30, false, MARGIN, 498, MUTED, letter),
        ]
      : []),
    text(cut(site, 28, letter), 28, true, MARGIN, 574, INK, letter),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">` +
    `<rect width="100%" height="100%" fill="#fff"/><rect width="100%" height="14" fill="${KEY}"/>` +
    `<rect x="${MARGIN}" y="526" width="${WIDTH}" height="1" fill="#ccc"/>${parts.join('')}</svg>`
  );
}

const INK = '#1a1a1a';
const MUTED = '#595959';
const KEY = '#0017c1';

function text(words: string, size: number, bold: boolean, x: number, y: number, fill: string, letter: Letter): string {
  return `<g transform="translate(${x} ${Math.round(y)})" fill="${fill}">${letter(words, size, bold).svg}</g>`;
}

function fit(words: string, size: number, letter: Letter): number {
  return Math.min(size, Math.floor((size * WIDTH) / letter(words, size, true).width));
}

/** Lines break between words, and between any two characters of a text without spaces; the last says … where there is more. */
function wrap(words: string, size: number, letter: Letter, most: number): string[] {
  const pieces = words.match(/[\p{Script=Latin}\d.,’'()%–-]+\s*|\s+|./gu) ?? [];
  const lines = [''];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? '';
    if (letter(line + piece.trimEnd(), size, true).width <= WIDTH || line === '') lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  const shown = lines.slice(0, most).map((line) => line.trim());
  if (lines.length > most) shown[most - 1] = cut(`${shown[most - 1]}……`, size, letter);
  return shown;
}

function cut(words: string, size: number, letter: Letter): string {
  if (letter(words, size, true).width <= WIDTH) return words.replace(/……$/, '…');
  let shown = '';
  for (const each of words) {
    if (shown !== '' && letter(`${shown}${each}…`, size, true).width > WIDTH) break;
    shown += each;
  }
  return `${shown.replace(/…+$/, '')}…`;
}
