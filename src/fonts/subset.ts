import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALWAYS } from './code-points.ts';
import { cut } from './cut.ts';
import { MAIN } from './faces.ts';
import type { Typefaces } from './faces.ts';
import { fontStore, openFace } from './font-store.ts';
import { roomScript } from './room-script.ts';
import { makeRoom } from './room.ts';
import { keepable, shareOut } from './shares.ts';
import type { SiteText } from './site-text.ts';
import { facesCss, paperCss, screenCss } from './stylesheets.ts';

export interface SubsetFonts {
  /** The written files, those of the main typeface first. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Characters that a reader would see and that no typeface can draw, in code point order. */
  readonly missing: readonly string[];
}

/** What a page asks of Japanese and Chinese: voiced marks joined to their kana, and punctuation that is half as wide beside other. */
const FEATURES = ['ccmp', 'halt'];

/**
 * Writes to `<site>/fonts` the typefaces cut down to the characters of a built site, as WOFF2, with their stylesheets and the
 * script that keeps their room. A character that no page shows costs nothing, and what is printed does not depend on
 * the fonts of the machine. Characters of `code` are kept where the main typeface has them and never reported as
 * missing. The same characters give the same bytes.
 */
export async function subsetSiteFonts(site: string, { pages, code }: SiteText, typefaces: Typefaces, cacheDir = '.cache/fonts'): Promise<SubsetFonts> {
  const folder = join(site, 'fonts');
  await mkdir(folder, { recursive: true });
  const files: { path: string; bytes: number }[] = [];
  const write = async (name: string, font: Buffer) => {
    const path = join(folder, name);
    await writeFile(path, font);
    files.push({ path, bytes: font.length });
  };

  const store = fontStore(cacheDir);
  const wanted = keepable([...[...pages.values()].flatMap((codes) => [...codes]), ...code, ...ALWAYS]);
  const rooms = [];
  for (const face of MAIN.faces) {
    const { font, room } = await store.rememberLater('woff2 with room', [(await openFace(face.source)).digest, wanted], async () =>
      ({ font: await cut(face.source, wanted, 'woff2', FEATURES), room: await makeRoom(await readFile(face.source), wanted) }));
    await write(face.fileName, font);
    rooms.push({ face, room });
  }
  const { others, missing } = await shareOut(pages, typefaces);
  for (const { typeface, wanted: codes } of others) {
    for (const { source, fileName } of typeface.faces) {
      await write(fileName, await store.rememberLater('woff2', [(await openFace(source)).digest, codes], () => cut(source, codes, 'woff2', typeface.isShaped ? undefined : FEATURES)));
    }
  }
  await writeFile(join(folder, 'fonts.css'), facesCss() + paperCss(others, pages.keys()));
  if (others.some(({ languages }) => languages.length > 0)) await writeFile(join(folder, 'languages.css'), screenCss(others, pages.keys()));
  await writeFile(join(folder, 'room.js'), roomScript(rooms));
  return { files, missing: missing.map((each) => String.fromCodePoint(each)) };
}
