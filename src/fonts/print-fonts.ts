import { createHash } from 'node:crypto';
import { ALWAYS, codePointsOfHtml } from './code-points.ts';
import { cut } from './cut.ts';
import { MAIN } from './faces.ts';
import type { Typeface, Typefaces } from './faces.ts';
import { fontStore, openFace } from './font-store.ts';
import { keepable, shareOut } from './shares.ts';
import type { Texts } from './shares.ts';
import { mainCss, paperCss } from './stylesheets.ts';

/** The characters of a document, for each language that it has something in: in which of them one stands is not looked for. */
export function textsOf(html: string): Texts {
  const codePoints = codePointsOfHtml(html);
  return new Map([...html.matchAll(/\slang="([\w-]+)"/g)].map(([, tag]) => [tag!, codePoints]));
}

/**
 * The typefaces cut down to the characters of one document, as files of the site: a document that is printed again
 * does not change because another page of the site has a new character. TrueType, which a browser reads at once.
 */
export async function makePrintFonts(texts: Texts, typefaces: Typefaces, cacheDir = '.cache/fonts'): Promise<Map<string, Buffer>> {
  const { others } = await shareOut(texts, typefaces);
  const files = new Map<string, Buffer>();
  const names = new Map<string, string>();
  const add = async ({ faces }: Typeface, wanted: readonly number[]) => {
    for (const { weight, source } of faces) {
      const font = await readOrMake(source, wanted, cacheDir);
      const name = `print-${weight}-${createHash('sha256').update(font).digest('hex').slice(0, 12)}.ttf`;
      files.set(`/fonts/${name}`, font);
      names.set(source, `./${name}`);
    }
  };
  await add(MAIN, keepable([...[...texts.values()].flatMap((codes) => [...codes]), ...ALWAYS]));
  for (const { typeface, wanted } of others) await add(typeface, wanted);
  const addressOf = ({ source }: { readonly source: string }) => names.get(source)!;
  return files.set('/fonts/fonts.css', Buffer.from(mainCss(addressOf) + paperCss(others, texts.keys(), addressOf)));
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
  return fontStore(cacheDir).rememberLater('ttf', [(await openFace(source)).digest, wanted], () => cut(source, wanted, 'sfnt'));
}
