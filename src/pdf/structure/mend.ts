import { contentsOf, isContent, isElement, walk } from './element.ts';
import type { Content, Element, Kid } from './element.ts';

/** Whether what a page draws under a number says anything: letters or a picture, not a mere line. */
export type SaysSomething = (content: Content) => boolean;

/**
 * Mends what Chromium leaves for a screen reader to stumble over: mere lines and backgrounds as content, heads of
 * tables read again on every page, empty layers between elements, list items without a body, captions inside of the
 * picture that hides them.
 */
export function mendStructure(top: Element, says: SaysSomething): void {
  for (const element of walk(top)) if (element.role === 'Table') readHeadOnce(element);
  dropLines(top, says);
  removeLayers(top);
  for (const element of walk(top)) {
    if (element.role === 'LI') giveBody(element);
    if (element.role === 'L') nameNumbering(element);
    if (element.role === 'Ruby') nameBase(element);
    if (element.role === 'TH' || element.role === 'TD') dropDefaults(element);
    element.kids = element.kids.flatMap((kid) => (isElement(kid) && kid.role === 'Figure' ? [besideItsWords(kid)] : [kid]));
  }
}

/** A head that a table repeats on its further pages is one head. */
function readHeadOnce(table: Element): void {
  const rows = walk(table).filter(({ role }) => role === 'TR');
  const first = rows.findIndex((row) => !isHeadRow(row));
  const head = rows.slice(0, first < 0 ? 1 : first);
  const page = Math.min(...head.flatMap(contentsOf).map((content) => content.page));
  for (const row of head) for (const element of walk(row)) {
    element.kids = element.kids.filter((kid) => !isContent(kid) || kid.page === page);
  }
}

function isHeadRow(row: Element): boolean {
  const cells = walk(row).filter(({ role }) => role === 'TH' || role === 'TD');
  return cells.length > 0 && cells.every((cell) => cell.role === 'TH' && attribute(cell, 'Scope') === 'Column');
}

function dropLines(top: Element, says: SaysSomething): void {
  for (const element of walk(top)) {
    if (element.role === 'Figure') continue;
    element.kids = element.kids.filter((kid) => !isContent(kid) || says(kid));
  }
}

/**
 * NonStruct says nothing: where it holds blocks it is a division, among blocks it is a paragraph, and within a
 * line what it holds belongs to what is around it.
 */
function removeLayers(element: Element): void {
  element.kids = element.kids.flatMap((kid): Kid[] => {
    if (!isElement(kid)) return [kid];
    removeLayers(kid);
    if (kid.kids.length === 0) return CELLS.has(kid.role) ? [kid] : [];
    if (kid.role !== 'NonStruct') return [kid];
    if (kid.kids.some(isBlock)) return [{ ...kid, role: 'Div', kids: inParagraphs(kid.kids) }];
    if (DIVISIONS.has(element.role)) return [{ ...kid, role: 'P' }];
    return 'Lang' in kid.entries ? [{ ...kid, role: 'Span' }] : kid.kids;
  });
}

/** Words that stand beside blocks. */
function inParagraphs(kids: readonly Kid[]): Kid[] {
  const parts: Kid[] = [];
  let words: Element | undefined;
  for (const kid of kids) {
    if (isBlock(kid)) {
      words = undefined;
      parts.push(kid);
    } else if (words) words.kids.push(kid);
    else parts.push((words = { role: 'P', kids: [kid], entries: {} }));
  }
  return parts;
}

/** They count even where they are empty. */
const CELLS = new Set(['TH', 'TD', 'TR']);
/** What holds blocks only. */
const DIVISIONS = new Set(['Document', 'Div']);

const BLOCKS = new Set([
  'Div', 'Sect', 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Table', 'TR', 'Figure', 'Caption', 'BlockQuote', 'Aside',
]);

function isBlock(kid: Kid): boolean {
  return isElement(kid) && BLOCKS.has(kid.role);
}

function giveBody(item: Element): void {
  const isLabel = (kid: Kid) => isElement(kid) && (kid.role === 'Lbl' || kid.role === 'LBody');
  const body = item.kids.filter((kid) => !isLabel(kid));
  if (body.length === 0) return;
  item.kids = [...item.kids.filter(isLabel), { role: 'LBody', kids: body, entries: {} }];
}

/** What a reading stands above. */
function nameBase(ruby: Element): void {
  const isReading = (kid: Kid) => isElement(kid) && kid.role === 'RT';
  const base: Element = { role: 'RB', kids: ruby.kids.filter((kid) => !isReading(kid)), entries: {} };
  ruby.kids = [base, ...ruby.kids.filter(isReading)];
}

/** An item with a label has its number there: that of a note, of a step. */
function nameNumbering({ kids, entries }: Element): void {
  const isLabelled = kids.some((item) => isElement(item) && item.kids.some((kid) => isElement(kid) && kid.role === 'Lbl'));
  if (isLabelled) entries['A'] ??= '<</O /List /ListNumbering /Decimal>>';
}

/**
 * A reader that says what a picture shows passes over all that is in it: its caption and its source go beside it, and
 * what is drawn in it, letter by letter, is the picture.
 */
function besideItsWords(figure: Element): Element {
  const isWords = (kid: Kid): kid is Element => isElement(kid) && (kid.role === 'Caption' || kid.role === 'P');
  const words = figure.kids.filter(isWords);
  figure.kids = contentsOf({ ...figure, kids: figure.kids.filter((kid) => !isWords(kid)) });
  return words.length === 0 ? figure : { role: 'Div', kids: [figure, ...words], entries: {} };
}

/** A cell spans one row and one column unless told. */
function dropDefaults({ entries }: Element): void {
  if (entries['A'] === undefined) return;
  entries['A'] = entries['A'].replace(SPANS_ONE, '');
  if (entries['A'] === '' || entries['A'] === '[]') delete entries['A'];
}

const SPANS_ONE = /\s*<<\s*\/O \/Table(?:\s+\/(?:Row|Col)Span 1)+\s*>>/g;

/** The value of an attribute that is a name: /Scope /Column → Column */
function attribute({ entries }: Element, name: string): string | undefined {
  return entries['A']?.match(new RegExp(`/${name} /(\\w+)`))?.[1];
}
