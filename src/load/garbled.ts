/** The bytes from 0x80 to 0x9f as Windows-1252 shows them; the others are those of Latin-1. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9dž\x9f';
const BEHIND = `\x80-\xbf${WINDOWS}`;
const ONE = '[\xe2-\xef][\x80-\x9f\xa1-\xbf]{2}';
/** One alone is told only where no word ends before it: «café»¹ is right as it is. */
const GARBLED = new RegExp(`(?:[\xe2-\xef][${BEHIND}]{2}){2,20}|(?<![\\p{L}\\p{M}])${ONE}`, 'u');

export interface Garbled {
  readonly from: number;
  readonly to: number;
  readonly meant: string;
}

/** Characters of East Asia whose bytes in UTF-8 were read as those of a Western encoding: ä»¶ for 件. */
export function findGarbled(text: string): Garbled | undefined {
  const found = GARBLED.exec(text);
  if (!found) return undefined;
  const [written] = found;
  const bytes = Uint8Array.from(written, (character) => {
    const place = WINDOWS.indexOf(character);
    return place < 0 ? character.charCodeAt(0) : 0x80 + place;
  });
  return { from: found.index, to: found.index + written.length, meant: new TextDecoder().decode(bytes) };
}
