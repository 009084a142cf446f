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
    const { font, digest } = await readOrMake(source, wanted, cacheDir);
    const name = `print-${weight}-${digest.slice(0, 12)}.ttf`;
    files.set(`/fonts/${name}`, font);
    css += `@font-face { font-family: 'Noto Sans JP'; font-weight: ${weight}; src: url('./${name}'); }\n`;
  }
  return files.set('/fonts/fonts.css', Buffer.from(css));
}

async function readOrMake(source: string, wanted: readonly number[], cacheDir: string): Promise<{ font: Buffer; digest: string }> {
  const digest = createHash('sha256').update(`ttf 1\n${wanted}\n`).update(await digestOf(source)).digest('hex');
  const path = join(cacheDir, `${digest}.ttf`);
  const font = await (making.get(path) ?? readFile(path).catch(() => make(source, wanted, path)));
  return { font, digest };
}

/** Two documents of one report may be wanted at the same time. */
const making = new Map<string, Promise<Buffer>>();

function make(source: string, wanted: readonly number[], path: string): Promise<Buffer> {
  const made = making.get(path) ?? cut(source, wanted, path).finally(() => making.delete(path));
  making.set(path, made);
  return made;
}

async function cut(source: string, wanted: readonly number[], path: string): Promise<Buffer> {
  const whole = await readFile(source);
  const map = readCharacterMap(whole);
  const text = wanted.filter((code) => map.has(code)).map((code) => String.fromCodePoint(code)).join('');
  const font = await subsetFont(whole, text, { targetFormat: 'sfnt' });
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, font);
  await rename(aside, path);
  return font;
}

const digests = new Map<string, Promise<string>>();

/** Of the complete typeface, which is large, and the same for all documents of a build. */
function digestOf(source: string): Promise<string> {
  const known = digests.get(source) ?? readFile(source).then((content) => createHash('sha256').update(content).digest('hex'));
  digests.set(source, known);
  return known;
}
