import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { readCharacterMap } from './character-map.ts';
import { ALWAYS, isDrawn, isRadical } from './code-points.ts';
import { FACES, facesCss } from './faces.ts';
import { digestOfFace, fontStore } from './font-store.ts';
import { readSiteText } from './site-text.ts';

export interface SubsetFonts {
  /** The written files, in the order of `FACES`. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Characters that a reader would see and that the typeface cannot draw, in code point order. */
  readonly missing: readonly string[];
}

interface Subset {
  readonly font: Buffer;
  readonly missing: readonly number[];
}

/**
 * Writes to `<site>/fonts` the typeface cut down to the characters of a built site. A character that no page
 * shows costs nothing, and what is printed does not depend on the fonts of the machine.
 */
export async function subsetSiteFonts(site: string, cacheDir = '.cache/fonts'): Promise<SubsetFonts> {
  const { pages, code } = await readSiteText(site);
  return subsetFonts({ codePoints: pages, optional: code, outDir: join(site, 'fonts'), cacheDir });
}

/**
 * Writes every face, cut down to the given characters and `ALWAYS`, as WOFF2 into `outDir`, with `fonts.css`.
 * Characters of `optional` are kept where the face has them and never reported as missing. The same characters
 * give the same bytes.
 */
export async function subsetFonts(options: {
  codePoints: Iterable<number>;
  optional?: Iterable<number>;
  outDir: string;
  cacheDir?: string;
}): Promise<SubsetFonts> {
  const { codePoints, optional = [], outDir, cacheDir = '.cache/fonts' } = options;
  const shown = sorted(codePoints);
  const wanted = sorted([...shown, ...optional, ...ALWAYS])
    .filter((code) => code >= 0x20 && !isRadical(code));
  await mkdir(outDir, { recursive: true });

  const files = [];
  const missing = new Set<number>();
  for (const face of FACES) {
    const subset = await fontStore(cacheDir).rememberLater('woff2', [await digestOfFace(face.source), shown, wanted], () => makeSubset(face.source, shown, wanted));
    const path = join(outDir, face.fileName);
    await writeFile(path, subset.font);
    files.push({ path, bytes: subset.font.length });
    for (const code of subset.missing) missing.add(code);
  }
  await writeFile(join(outDir, 'fonts.css'), facesCss());
  return { files, missing: sorted(missing).map((code) => String.fromCodePoint(code)) };
}

async function makeSubset(path: string, shown: readonly number[], wanted: readonly number[]): Promise<Subset> {
  const source = await readFile(path);
  const map = readCharacterMap(source);
  const text = wanted.filter((code) => map.has(code)).map((code) => String.fromCodePoint(code)).join('');
  const missing = shown.filter((code) => isDrawn(code) && (isRadical(code) || !map.has(code)));
  return { font: await subsetFont(source, text, { targetFormat: 'woff2' }), missing };
}

function sorted(codes: Iterable<number>): number[] {
  return [...new Set(codes)].sort((a, b) => a - b);
}
