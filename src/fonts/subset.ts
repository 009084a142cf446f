import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { readCharacterMap } from './character-map.ts';
import { ALWAYS, isDrawn, isRadical } from './code-points.ts';
import { FACES, facesCss, roomScript } from './faces.ts';
import { digestOfFace, fontStore } from './font-store.ts';
import { makeRoom } from './room.ts';
import type { SiteText } from './site-text.ts';

export interface SubsetFonts {
  /** The written files, in the order of `FACES`. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Characters that a reader would see and that the typeface cannot draw, in code point order. */
  readonly missing: readonly string[];
}

interface Subset {
  readonly font: Buffer;
  readonly room: Buffer;
  readonly missing: readonly number[];
}

/**
 * Writes to `<site>/fonts` the typeface cut down to the characters of a built site. A character that no page
 * shows costs nothing, and what is printed does not depend on the fonts of the machine.
 */
export async function subsetSiteFonts(site: string, { pages, code }: SiteText, cacheDir = '.cache/fonts'): Promise<SubsetFonts> {
  return subsetFonts({ codePoints: pages, optional: code, outDir: join(site, 'fonts'), cacheDir });
}

/**
 * Writes every face, cut down to the given characters and `ALWAYS`, as WOFF2 into `outDir`, with `fonts.css`, and the
 * script that keeps their room.
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
  const rooms = [];
  for (const face of FACES) {
    const subset = await fontStore(cacheDir).rememberLater('woff2', [await digestOfFace(face.source), shown, wanted], () => makeSubset(face.source, shown, wanted));
    const path = join(outDir, face.fileName);
    await writeFile(path, subset.font);
    files.push({ path, bytes: subset.font.length });
    for (const code of subset.missing) missing.add(code);
    rooms.push({ face, room: subset.room });
  }
  await writeFile(join(outDir, 'fonts.css'), facesCss());
  await writeFile(join(outDir, 'room.js'), roomScript(rooms));
  return { files, missing: sorted(missing).map((code) => String.fromCodePoint(code)) };
}

/** What a page asks of the typeface: voiced marks joined to their kana, and punctuation that is half as wide beside other. */
const FEATURES = ['ccmp', 'halt'];

async function makeSubset(path: string, shown: readonly number[], wanted: readonly number[]): Promise<Subset> {
  const source = await readFile(path);
  const map = readCharacterMap(source);
  const text = wanted.filter((code) => map.has(code)).map((code) => String.fromCodePoint(code)).join('');
  const missing = shown.filter((code) => isDrawn(code) && (isRadical(code) || !map.has(code)));
  const font = await subsetFont(source, text, { targetFormat: 'woff2', keepFeatures: FEATURES });
  return { font, room: await makeRoom(source, wanted), missing };
}

function sorted(codes: Iterable<number>): number[] {
  return [...new Set(codes)].sort((a, b) => a - b);
}
