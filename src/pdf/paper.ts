/** The sheet that a document is printed on. */
export interface Paper {
  readonly size: 'a4' | 'letter';
  /** Room for the binding of a document that is printed on both sides, on the inner edge of each page. */
  readonly gutter: boolean;
}

export const A4: Paper = { size: 'a4', gutter: false };

/** In the name of a file: '' for what is usual, else letter, gutter, letter-gutter. */
export function paperName({ size, gutter }: Paper): string {
  return [...(size === 'a4' ? [] : [size]), ...(gutter ? ['gutter'] : [])].join('-');
}

/** Top, right, bottom, left in millimetres. */
type Margins = readonly [number, number, number, number];

interface Sheet {
  readonly name: string;
  readonly margins: Margins;
  readonly across: Margins;
  readonly cover: Margins;
  /** The height of the cover's text, in millimetres. */
  readonly coverHeight: number;
}

/** The text is 166 mm wide on every sheet, so that its lines break at the same places. */
const SHEETS: Readonly<Record<Paper['size'], Sheet>> = {
  a4: { name: 'A4', margins: [27, 22, 25, 22], across: [24, 18, 20, 18], cover: [30, 25, 30, 25], coverHeight: 236 },
  letter: { name: 'letter', margins: [25, 24.95, 23, 24.95], across: [24, 12, 20, 12], cover: [28, 28, 28, 28], coverHeight: 222 },
};

/** The width of the text in millimetres, on the narrowest sheet. */
export const TEXT_WIDTH = { upright: 166, across: 255 };

/** How far the gutter moves the text outwards, in millimetres. */
const GUTTER = 6;

/**
 * The rules that put a print page on another sheet than A4, or make room for binding; they come after the page's
 * own. `pageStyle`: the `@page` rules of the document, of which those across have margins of their own.
 */
export function paperRules(paper: Paper, pageStyle: string): string {
  if (paperName(paper) === '') return '';
  const { name, margins, across, cover, coverHeight } = SHEETS[paper.size];
  const upright = [`@page { size: ${name} !important; margin: ${spell(margins)} !important; }`];
  const turned = [...pageStyle.matchAll(/@page ([\w-]+) \{ size: A4 landscape/g)].flatMap(([, page = '']) => [
    `@page ${page} { size: ${name} landscape !important; margin: ${spell(across)} !important; }`,
    ...(paper.gutter ? facing(page, across, 'vertical') : []),
  ]);
  return [
    ...upright, ...(paper.gutter ? facing('', margins, 'horizontal') : []), ...turned,
    `@page cover { margin: ${spell(cover)} !important; }`,
    `.cover { height: ${coverHeight}mm !important; }`,
  ].join('\n');
}

/** A page across is bound at its top when it lies on the right, and at its foot on the left. */
function facing(page: string, [top, right, bottom, left]: Margins, way: 'horizontal' | 'vertical'): string[] {
  const inside: Margins = way === 'horizontal' ? [top, right - GUTTER, bottom, left + GUTTER] : [top + GUTTER, right, bottom - GUTTER, left];
  const outside: Margins = way === 'horizontal' ? [top, right + GUTTER, bottom, left - GUTTER] : [top - GUTTER, right, bottom + GUTTER, left];
  return [
    `@page ${page}:right { margin: ${spell(inside)} !important; }`,
    `@page ${page}:left { margin: ${spell(outside)} !important; }`,
  ];
}

function spell(margins: Margins): string {
  return margins.map((side) => `${side}mm`).join(' ');
}
