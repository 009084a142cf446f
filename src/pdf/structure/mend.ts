import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { contentsOf, isContent, isElement, walk } from './element.ts';
import type { Content, Element, Kid } from './element.ts';

/** Whether what a page draws under a number says anything: letters or a picture, not a mere line. */
export type SaysSomething = (content: Content) => boolean;

/**
 * Mends what Chromium leaves for a screen reader to stumble over: mere lines and backgrounds as content, heads of
 * tables read again on every page, empty layers between elements, list items without a body, captions inside of the
 * picture that hides them.
 */
export function mendStructure(top: Element, context: PDFContext, says: SaysSomething): void {
  for (const element of walk(top)) if (element.role === 'Table') readHeadOnce(element);
  dropLines(top, says);
  removeLayers(top, context);
  for (const element of [...walk(top)]) {
    if (element.role === 'LI') giveBody(element, context);
    if (element.role === 'L') nameNumbering(element, context);
    if (element.role === 'Ruby') nameBase(element, context);
    if (element.role === 'TH' || element.role === 'TD') dropDefaults(element);
    element.kids = element.kids.flatMap((kid) => (isElement(kid) && kid.role === 'Figure' ? [besideItsWords(kid, context)] : [kid]));
  }
}

/** A head that a table repeats on its further pages is one head. */
function readHeadOnce(table: Element): void {
  const rows = [...walk(table)].filter(({ role }) => role === 'TR');
  const first = rows.findIndex((row) => !isHeadRow(row));
  const head = rows.slice(0, first < 0 ? 1 : first);
  const page = Math.min(...head.flatMap(contentsOf).map((content) => content.page));
  for (const row of head) for (const element of walk(row)) {
    element.kids = element.kids.filter((kid) => !isContent(kid) || kid.page === page);
  }
}

function isHeadRow(row: Element): boolean {
  const cells = [...walk(row)].filter(({ role }) => role === 'TH' || role === 'TD');
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
function removeLayers(element: Element, context: PDFContext): void {
  element.kids = element.kids.flatMap((kid): Kid[] => {
    if (!isElement(kid)) return [kid];
    removeLayers(kid, context);
    if (kid.kids.length === 0) return CELLS.has(kid.role) ? [kid] : [];
    if (kid.role !== 'NonStruct') return [kid];
    if (kid.kids.some(isBlock)) return [{ ...kid, role: 'Div', kids: inParagraphs(kid.kids, context) }];
    if (DIVISIONS.has(element.role)) return [{ ...kid, role: 'P' }];
    return kid.dict.has(PDFName.of('Lang')) ? [{ ...kid, role: 'Span' }] : kid.kids;
  });
}

/** Words that stand beside blocks. */
function inParagraphs(kids: readonly Kid[], context: PDFContext): Kid[] {
  const parts: Kid[] = [];
  let words: Element | undefined;
  for (const kid of kids) {
    if (isBlock(kid)) {
      words = undefined;
      parts.push(kid);
    } else if (words) words.kids.push(kid);
    else parts.push((words = { role: 'P', kids: [kid], dict: context.obj({}) }));
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

function giveBody(item: Element, context: PDFContext): void {
  const isLabel = (kid: Kid) => isElement(kid) && (kid.role === 'Lbl' || kid.role === 'LBody');
  const body = item.kids.filter((kid) => !isLabel(kid));
  if (body.length === 0) return;
  item.kids = [...item.kids.filter(isLabel), { role: 'LBody', kids: body, dict: context.obj({}) }];
}

/** What a reading stands above. */
function nameBase(ruby: Element, context: PDFContext): void {
  const isReading = (kid: Kid) => isElement(kid) && kid.role === 'RT';
  const base: Element = { role: 'RB', kids: ruby.kids.filter((kid) => !isReading(kid)), dict: context.obj({}) };
  ruby.kids = [base, ...ruby.kids.filter(isReading)];
}

/** An item with a label has its number there: that of a note, of a step. */
function nameNumbering({ kids, dict }: Element, context: PDFContext): void {
  const isLabelled = kids.some((item) => isElement(item) && item.kids.some((kid) => isElement(kid) && kid.role === 'Lbl'));
  if (isLabelled && !dict.has(PDFName.of('A'))) dict.set(PDFName.of('A'), context.obj({ O: 'List', ListNumbering: 'Decimal' }));
}

/**
 * A reader that says what a picture shows passes over all that is in it: its caption and its source go beside it, and
 * what is drawn in it, letter by letter, is the picture.
 */
function besideItsWords(figure: Element, context: PDFContext): Element {
  const isWords = (kid: Kid): kid is Element => isElement(kid) && (kid.role === 'Caption' || kid.role === 'P');
  const words = figure.kids.filter(isWords);
  figure.kids = contentsOf({ ...figure, kids: figure.kids.filter((kid) => !isWords(kid)) });
  return words.length === 0 ? figure : { role: 'Div', kids: [figure, ...words], dict: context.obj({}) };
}

/** A cell spans one row and one column unless told. */
function dropDefaults({ dict }: Element): void {
  const attributes = dict.lookupMaybe(PDFName.of('A'), PDFArray);
  if (!attributes) return;
  for (let index = attributes.size() - 1; index >= 0; index--) {
    const each = attributes.lookup(index, PDFDict);
    const isOne = (name: string) => each.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber() === 1;
    if (isOne('RowSpan') || isOne('ColSpan')) attributes.remove(index);
  }
  if (attributes.size() === 0) dict.delete(PDFName.of('A'));
}

/** The value of an attribute that is a name: /Scope /Column → Column */
function attribute({ dict }: Element, name: string): string | undefined {
  const attributes = dict.lookupMaybe(PDFName.of('A'), PDFArray);
  for (let index = 0; index < (attributes?.size() ?? 0); index++) {
    const value = attributes!.lookup(index, PDFDict).lookupMaybe(PDFName.of(name), PDFName);
    if (value) return value.decodeText();
  }
  return undefined;
}
