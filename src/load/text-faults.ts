import { BYTE_ORDER_MARK, DIRECTIONS, UNSEEN } from '../diagnostics/unseen.ts';
import { FILE_PROBLEMS, GARBLED } from './file-problems.ts';
import type { FileProblem } from './file-problems.ts';
import { findGarbled } from './garbled.ts';

/** Something that no text should hold, from one offset to another. */
export interface Fault {
  readonly problem: FileProblem;
  readonly from: number;
  readonly to: number;
}

/** The first thing for which a file cannot be read as text: another encoding, or a character that nobody sees. `text`: what its bytes are in UTF-8. */
export function findFault(bytes: Uint8Array, text: string): Fault | undefined {
  const at = (problem: FileProblem, from: number): Fault => ({ problem, from, to: from + 1 });
  if (isUtf16(bytes)) return at(FILE_PROBLEMS.notUtf8, 0);
  const badCharacter = text.indexOf('\uFFFD');
  if (badCharacter >= 0) return at(isUtf8(bytes) ? FILE_PROBLEMS.lost : FILE_PROBLEMS.notUtf8, badCharacter);
  const control = text.search(/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/);
  if (control >= 0) return at(FILE_PROBLEMS.control, control);
  const hidden = text.search(FROM_THE_RIGHT.test(text) ? HIDDEN : HIDDEN_OR_DIRECTION);
  if (hidden >= 0) return at(FILE_PROBLEMS.hidden, hidden);
  const stacked = STACKED.exec(text);
  if (stacked) return { problem: FILE_PROBLEMS.stacked, from: stacked.index, to: stacked.index + stacked[0].length };
  const garbled = findGarbled(text);
  return garbled && { problem: GARBLED(text.slice(garbled.from, garbled.to), garbled.meant), from: garbled.from, to: garbled.to };
}

/** A BOM and CRLF are read as they are meant, but a file should not keep them. */
export function findOddities(bytes: Uint8Array, text: string): Fault[] {
  const at = (problem: FileProblem, from: number): Fault => ({ problem, from, to: from + 1 });
  const carriageReturn = text.indexOf('\r');
  return [
    ...(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? [at(FILE_PROBLEMS.byteOrderMark, 0)] : []),
    ...(carriageReturn >= 0 ? [at(FILE_PROBLEMS.carriageReturn, carriageReturn)] : []),
  ];
}

/** What the “Unicode” of older Windows programs saves: every other byte of plain text is a zero. */
function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * What no text may hold. What joins and parts letters, as emoji and the scripts of India and Persia need it, is hidden beside
 * letters that know nothing of it.
 */
export const HIDDEN = new RegExp(String.raw`[${UNSEEN}]|(?!^)${BYTE_ORDER_MARK}|[\u200C\u200D](?<=(?:^|[ -\u024F\u3000-\u9FFF\uFF00-\uFFEF]).)`, 'u');
/** Marks upon marks on one letter, which reach over the lines above and below. Two of Vietnam, three of Thailand and four of Israel are letters. What most texts are of is passed over first. */
export const STACKED = /(?=[^\x00-\u02FF\u3000-\u3098\u309B-\u9FFF\uFF00-\uFFEF])[\p{Mn}\p{Me}]{6,}/u;
export const DIRECTION = new RegExp(`[${DIRECTIONS}]`, 'u');
const HIDDEN_OR_DIRECTION = new RegExp(`${HIDDEN.source}|${DIRECTION.source}`, 'u');
export const FROM_THE_RIGHT = /[\u0590-\u061B\u061D-\u08FF]/;
