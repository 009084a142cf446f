/*
 * The content of a page as Chromium writes it: what belongs to the structure tree stands between
 * `/P <</MCID 3 >>BDC` and `EMC`; within it letters may stand between `/Span<</ActualText <feff00ad> >> BDC` and
 * `EMC`; all else stands outside.
 */

const LETTERS_OR_PICTURE = /\b(?:T[jJ]|Do|sh)\b/;
const PAINTS = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?|T[jJ]|Do|sh)(?=\s|$)/;
const LETTERS = /\bT[jJ]\b/;
const BOUNDS = /(?:\/\w+ ?<<\s*\/MCID (\d+)\s*>>\s*)?\b(BDC|BMC|EMC)\b/g;

/** A piece of a page's content: that of one number in the structure tree, or what stands outside of it. */
interface Piece {
  readonly mcid?: number;
  /** With its bounds. */
  readonly whole: string;
  readonly drawn: string;
}

function* piecesOf(content: string): Generator<Piece> {
  let depth = 0;
  let end = 0;
  let open: { readonly mcid: number; readonly at: number; readonly from: number } | undefined;
  for (const { 0: bound, 1: mcid, 2: operator, index } of content.matchAll(BOUNDS)) {
    if (operator !== 'EMC') {
      if (depth === 0 && mcid !== undefined) open = { mcid: Number(mcid), at: index, from: index + bound.length };
      depth += 1;
      continue;
    }
    depth -= 1;
    if (depth > 0 || !open) continue;
    const outside = content.slice(end, open.at);
    yield { whole: outside, drawn: outside };
    end = index + bound.length;
    yield { mcid: open.mcid, whole: content.slice(open.at, end), drawn: content.slice(open.from, index) };
    open = undefined;
  }
  const rest = content.slice(end);
  yield { whole: rest, drawn: rest };
}

/**
 * Puts all that is drawn from the first of these numbers to the last under the first, also what stands outside of the
 * tree: the lines of a picture between its letters. Left as it is where another element has a part in between.
 */
export function joinPieces(content: string, mcids: ReadonlySet<number>): string {
  const pieces = [...piecesOf(content)];
  const isOwn = ({ mcid }: Piece) => mcid !== undefined && mcids.has(mcid);
  const [from, to] = [pieces.findIndex(isOwn), pieces.findLastIndex(isOwn)];
  const between = pieces.slice(from, to + 1);
  if (!between.every((piece) => piece.mcid === undefined || isOwn(piece))) return content;
  const whole = `/Figure <</MCID ${between[0]!.mcid} >>BDC\n${between.map(({ drawn }) => drawn).join('\n')}\nEMC\n`;
  return [...pieces.slice(0, from), { whole }, ...pieces.slice(to + 1)].map((piece) => piece.whole).join('');
}

/** The numbers under which a page draws letters or pictures; under the others it draws mere lines. */
export function readSayings(content: string): Set<number> {
  const said = [...piecesOf(content)].filter(({ drawn }) => LETTERS_OR_PICTURE.test(drawn));
  return new Set(said.flatMap(({ mcid }) => (mcid === undefined ? [] : [mcid])));
}

/**
 * Letters may say that they stand for other ones. A place where a word may be broken draws nothing, and a space that does
 * not break is a space anyway: both stand in the way of whoever searches for the words, and readers lose what follows them.
 */
export function plainLetters(content: string): string {
  return content.replace(SOFT_HYPHEN, (_, move = '') => move).replace(NO_BREAK_SPACE, '$1');
}

const SOFT_HYPHEN = /\/Span ?<<\/ActualText <feff00ad> >> ?BDC\s+([-\d.]+ [-\d.]+ Td )?<[0-9a-f]+> Tj\s+EMC\s/gi;
const NO_BREAK_SPACE = /\/Span ?<<\/ActualText <feff(?:00a0)+> >> ?BDC\s+([^]*?)EMC\s/gi;

/** Whether it draws the sign that stands for all letters that the typeface lacks. */
export function lacksLetters(content: string): boolean {
  return MISSING_LETTER.test(content);
}

const MISSING_LETTER = /<(?:[0-9A-F]{4})*?0000(?:[0-9A-F]{4})*> Tj/i;

/** A label that a table carries on each of its pages: it is wanted on all but the first (or the last). */
export interface Label {
  readonly place: 'head' | 'foot';
  readonly table: number;
}

/** The red of a label's colour says its place, green and blue its table: the runner gives it that colour. */
export const LABEL_RED = { head: 253, foot: 252 } as const;

const LABEL = /([\d.]+) ([\d.]+) ([\d.]+) RG [\d.]+ [\d.]+ [\d.]+ rg|BT\b[^]*?\bET\b/g;

/** The labels of tables that a page carries. */
export function readLabels(content: string): Label[] {
  const found: Label[] = [];
  eachLabel(content, (label, text) => {
    found.push(label);
    return text;
  });
  return found;
}

/** Leaves out the labels that are not wanted on this page; the others are black. */
export function dropLabels(content: string, isWanted: (label: Label) => boolean): string {
  return eachLabel(content, (label, text) => (isWanted(label) ? `0 0 0 RG 0 0 0 rg\n${text}` : ''));
}

function eachLabel(content: string, replace: (label: Label, text: string) => string): string {
  let colour: Label | undefined;
  return content.replace(LABEL, (text: string, red?: string, green?: string, blue?: string) => {
    if (red === undefined) return colour ? replace(colour, text) : text;
    colour = decodeColour(red, green!, blue!);
    return colour ? '' : text;
  });
}

function decodeColour(...channels: readonly [string, string, string]): Label | undefined {
  const [red, high, low] = channels.map((channel) => Math.round(Number(channel) * 255)) as [number, number, number];
  if (red !== LABEL_RED.head && red !== LABEL_RED.foot) return undefined;
  return { place: red === LABEL_RED.head ? 'head' : 'foot', table: (high << 8) + low };
}

/**
 * Marks as artifacts, which a screen reader passes over, what stands outside the structure tree, such as running
 * heads, and what was left out of it.
 */
export function markArtifacts(content: string, isRead: (mcid: number) => boolean): string {
  return [...piecesOf(content)].map(({ mcid, whole, drawn }) =>
    mcid !== undefined && isRead(mcid) ? whole : markOutside(drawn)).join('');
}

function markOutside(drawn: string): string {
  if (!PAINTS.test(drawn)) return drawn;
  const kind = LETTERS.test(drawn) ? 'Pagination' : 'Layout';
  return `\n/Artifact <</Type /${kind}>> BDC\n${drawn}\nEMC\n`;
}
