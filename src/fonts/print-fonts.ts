import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { readCharacterMap } from './character-map.ts';
import { ALWAYS, isRadical } from './code-points.ts';
import { FACES } from './faces.ts';

/**
 * The typeface cut down to the characters of one document, as files of the site: a document that is printed again
 * does not change because another page of the site has a new character. TrueType, which a browser reads at once.
 */
export async function makePrintFonts(codePoints: Iterable<number>, cacheDir = '.cache/fonts'): Promise<Map<string, Buffer>> {
  const wanted = [...new Set([...codePoints, ...ALWAYS])].filter((code) => code >= 0x20 && !isRadical(code)).sort((a, b) => a - b);
  const files = new Map<string, Buffer>();
  await mkdir(cacheDir, { recursive: true });
  let css = '';
  for (const { weight, source } of FACES) {
    const name = `print-${weight}.ttf`;
    files.set(`/fonts/${name}`, await readOrMake(await readFile(source), wanted, cacheDir));
    css += `@font-face { font-family: 'Noto Sans JP'; font-weight: ${weight}; src: url('./${name}'); }\n`;
  }
  return files.set('/fonts/fonts.css', Buffer.from(css));
}

async function readOrMake(source: Buffer, wanted: readonly number[], cacheDir: string): Promise<Buffer> {
  const path = join(cacheDir, `${createHash('sha256').update(`ttf 1\n${wanted}\n`).update(source).digest('hex')}.ttf`);
  const cached = await readFile(path).catch(() => undefined);
  if (cached) return cached;
  const map = readCharacterMap(source);
  const text = wanted.filter((code) => map.has(code)).map((code) => String.fromCodePoint(code)).join('');
  const font = await subsetFont(source, text, { targetFormat: 'sfnt' });
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, font);
  await rename(aside, path);
  return font;
}
