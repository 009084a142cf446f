const NARROW: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
  '￥': '¥',
  '−': '-',
  '▲': '-',
  '△': '-',
};

/** Full-width characters made half-width and minus signs made '-'; each keeps its place. */
export function narrow(text: string): string {
  return text.replace(/[\u3000\u00a0\u202f￥−▲△！-～]/gu, (char) => NARROW[char] ?? narrowAscii(char));
}

/** e.g. '６' → '6', '％' → '%' */
function narrowAscii(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}
