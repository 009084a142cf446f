import { BYTE_ORDER_MARK, CONTROLS, DIRECTIONS, UNSEEN } from '../diagnostics/unseen.ts';
import { isOwn, isSafe } from './address.ts';
import { REFUSALS } from './refusals.ts';
import type { Refusal } from './refusals.ts';

export interface Refused extends Refusal {
  readonly offset: number;
  readonly length: number;
}

/**
 * What Markdown says and no page shows: HTML, links and pictures that lead where none may, characters that nobody sees.
 * Pages leave it out; here it is told. Nothing is parsed, for a check reads thousands of texts: a test holds that what the
 * renderer leaves out is found. Where it is shown is known only of a page that a body writes itself: only there an address can be told from it.
 */
export function findRefused(text: string, isPage = false): Refused[] {
  const excess = findExcess(text);
  if (excess) return [excess];
  return SUSPECT.test(text) ? [...readTokens(text, isPage)] : [];
}

const MOST_LINES = 2_000;
const MOST_MARKS = 2_000;
const MOST_NESTED = 10;
/** Addresses that no brackets are around, and a line of = or -, which may make a heading of all above it, are tried with the most: each weighs as ten. */
const MARKS = /[*_~`[\]|<>&@]|^[ \t]*(?:[-+]|\d+[.)])[ \t]|(?<heavy>^[ \t]*[-=]+[ \t]*$|www\.|(?<!\(https?):\/\/)/gm;
const HEAVY = 10;
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\n]*\]:))*/gm;
const CONTAINER = />|[-*+]|\d+[.)]|\[\^/g;

/** What takes a reader of Markdown minutes, long before it is large: it tries what each mark could mean with all the others. */
function findExcess(text: string): Refused | undefined {
  let [lines, marks] = [0, 0];
  for (const { 0: prefix, index } of text.matchAll(CONTAINERS)) {
    if (prefix.length > MOST_NESTED && (prefix.match(CONTAINER)?.length ?? 0) > MOST_NESTED) return { ...REFUSALS.nesting(), offset: index, length: prefix.length };
    if (++lines > MOST_LINES) return { ...REFUSALS.marks(), offset: index, length: 1 };
  }
  for (const { groups, index } of text.matchAll(MARKS)) {
    marks += groups?.heavy === undefined ? 1 : HEAVY;
    if (marks > MOST_MARKS) return { ...REFUSALS.marks(), offset: index, length: 1 };
  }
  return undefined;
}

/** Without any of this a text holds nothing to refuse, as most do. */
const SUSPECT = /[<&]|\]\(|\]:/;

function* readTokens(text: string, isPage: boolean): Generator<Refused> {
  const hasDefinitions = new RegExp(DEFINITION, 'm').test(text);
  /** Of every bracket that is open: whether it is that of a picture. */
  const open: boolean[] = [];
  let isWithin = false;
  /** How many marks of letters stand one behind the other, and where the last ends. */
  let [stacked, end] = [0, -1];
  for (const { groups = {}, indices, index } of text.matchAll(TOKEN)) {
    const refuse = (kind: keyof typeof REFUSALS, group: string): Refused => {
      const [from, to] = indices?.groups?.[group] ?? [index, index + 1];
      return { ...REFUSALS[kind](text.slice(from, to)), offset: from, length: to - from };
    };
    const { footnote, defined, auto, tag, entity, bracket, closing, address } = groups;
    if (footnote !== undefined) yield refuse('footnote', 'footnote');
    else if (defined !== undefined && !mayLead(defined)) yield refuse('link', 'defined');
    else if (defined !== undefined && !isPage && isOwn(defined.replace(/^</, ''))) yield refuse('own', 'defined');
    else if (auto !== undefined && !isSafe(auto)) yield refuse('link', 'auto');
    else if (tag !== undefined) {
      // That an element ends is told with its beginning.
      if (!tag.startsWith('</') || !isWithin) yield refuse('html', 'tag');
      isWithin = true;
    }
    else if (entity !== undefined) {
      stacked = !MARK.test(characterOf(entity)) ? 0 : index === end ? stacked + 1 : 1;
      end = index + entity.length;
      if (isHidden(entity)) yield refuse('hidden', 'entity');
      else if (stacked === MOST_STACKED + 1) yield refuse('stacked', 'entity');
    }
    else if (bracket !== undefined) open.push(bracket === '![');
    else if (closing !== undefined) {
      const isPicture = open.pop();
      if (isPicture === undefined) continue;
      if (address === undefined ? isPicture && hasDefinitions : !mayLead(address, isPicture)) yield refuse(isPicture ? 'picture' : 'link', 'address');
      else if (!isPage && address !== undefined && isOwn(address.replace(/^</, ''))) yield refuse('own', 'address');
    }
  }
}

/** As it is written: an address within the site that is spelled in escapes could lead elsewhere. */
function mayLead(written: string, isPicture = false): boolean {
  const address = written.replace(/^<|>$/g, '');
  return isOwn(address) ? !/\\|&[#\w]+;/.test(address) : !isPicture && isSafe(address);
}

/** &#x202e; and its like: no text could hold the character itself. */
function isHidden(entity: string): boolean {
  return HIDDEN_NAMES.test(entity) || HIDDEN.test(characterOf(entity));
}

/** What an entity with a number stands for: &#x301;. One beyond all characters is that which stands for lost ones. */
function characterOf(entity: string): string {
  const [, hexadecimal, decimal] = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(entity) ?? [];
  if (hexadecimal === undefined && decimal === undefined) return '';
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code > 0x10FFFF ? '\uFFFF' : String.fromCodePoint(code);
}

/** More on one letter than any script has. */
const MOST_STACKED = 5;
const MARK = /[\p{Mn}\p{Me}]/u;
const HIDDEN = new RegExp(String.raw`[${CONTROLS}${UNSEEN}${DIRECTIONS}${BYTE_ORDER_MARK}\p{Surrogate}]`, 'u');
const HIDDEN_NAMES = /^&(?:lrm|rlm|ZeroWidthSpace|Negative\w+Space|NoBreak|ApplyFunction|af|InvisibleTimes|it|InvisibleComma|ic);$/;

/** What may stand before a block: the marks of quotes and lists that it is in. */
const START = String.raw`(?<=^[ \t>*+\d.)-]*)`;
const DEFINITION = String.raw`${START}\[(?:[^[\]\\]|\\[^]){1,999}\]:(?=\s*(?<defined><[^<>\n]*>|[^\s<>]*))`;
/** Not within the address of a page, where a backslash and a backtick are no marks. */
const OUTSIDE = String.raw`(?<!(?:https?:\/\/|www\.)[^\s<]{0,2000})`;
const NAME = '[A-Za-z][A-Za-z0-9-]*';
const ATTRIBUTE = String.raw`\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*"))?`;

/** What means something, the first of these at each place. What is code or behind a backslash means nothing, and a comment that stands alone is for editors. */
const TOKEN = new RegExp(
  [
    String.raw`${OUTSIDE}\\[!-\/:-@[-\x60{-~]`,
    String.raw`^<!--(?!-?>)(?:(?!-->)[^])*-->[ \t]*$`,
    String.raw`^(?<fence>\x60{3,}|~{3,})[^\n\x60]*\n(?:[^\n]*\n)*?\k<fence>[\x60~]*[ \t]*$`,
    String.raw`${OUTSIDE}(?<!\x60)(?<ticks>\x60+)(?!\x60)[^\n|]*?(?<!\x60)\k<ticks>(?!\x60)`,
    String.raw`${START}(?<footnote>\[\^[^\]\s]+\]:)`,
    DEFINITION,
    String.raw`<(?<auto>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>`,
    // Whole, as CommonMark has it; at the start of a line it need not be.
    String.raw`(?<tag><(?:${NAME}(?:${ATTRIBUTE})*\s*\/?>|\/${NAME}\s*>|[?!])|${START}<\/?${NAME}(?=[\s\/>]|$))`,
    String.raw`(?<entity>&(?:#\d{1,7}|#[Xx][0-9A-Fa-f]{1,6}|[A-Za-z]+);)`,
    String.raw`(?<bracket>!?\[)`,
    String.raw`(?<closing>\])(?:(?=\(\s*(?<address><[^<>\n]*>|[^\s()<]*))|)`,
  ].join('|'),
  'dgm',
);
