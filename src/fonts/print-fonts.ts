import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { readCharacterMap } from './character-map.ts';
import { ALWAYS, isRadical } from './code-points.ts';
import { FACES } from './faces.ts';
import { digestOfFace, fontStore } from './font-store.ts';

/**
 * The typeface cut down to the characters of one document, as files of the site: a document that is printed again
 * does not change because another page of the site has a new character. TrueType, which a browser reads at once.
 */
export async function makePrintFonts(codePoints: Iterable<number>, cacheDir = '.cache/fonts'): Promise<Map<string, Buffer>> {
  const wanted = [...new Set([...codePoints, ...ALWAYS])].filter((code) => code >= 0x20 && !isRadical(code)).sort((a, b) => a - b);
  const files = new Map<string, Buffer>();
  let css = '';
  for (const { weight, source } of FACES) {
    const font = await readOrMake(source, wanted, cacheDir);
    const name = `print-${weight}-${createHash('sha256').update(font).digest('hex').slice(0, 12)}.ttf`;
    files.set(`/fonts/${name}`, font);
    css += `@font-face { font-family: 'Noto Sans JP'; font-weight: ${weight}; src: url('./${name}'); }\n`;
  }
  return files.set('/fonts/fonts.css', Buffer.from(css));
}

/** Two documents of one report may be wanted at the same time. */
const making = new Map<string, Promise<Buffer>>();

function readOrMake(source: string, wanted: readonly number[], cacheDir: string): Promise<Buffer> {
  const name = `${cacheDir} ${source} ${wanted}`;
  const made = making.get(name) ?? read(source, wanted, cacheDir).finally(() => making.delete(name));
  making.set(name, made);
  return made;
}

async function read(source: string, wanted: readonly number[], cacheDir: string): Promise<Buffer> {
  return fontStore(cacheDir).rememberLater('ttf', [await digestOfFace(source), wanted], () => cut(source, wanted));
}

async function cut(source: string, wanted: readonly number[]): Promise<Buffer> {
  const whole = await readFile(source);
  const map = readCharacterMap(whole);
  const text = wanted.filter((code) => map.has(code)).map((code) => String.fromCodePoint(code)).join('');
  return subsetFont(whole, text, { targetFormat: 'sfnt' });
}
