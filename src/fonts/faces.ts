import { createRequire } from 'node:module';
import type { Locale } from '../locale.ts';
import { MAIN_FAMILY, familyOf, ownFamily } from './families.ts';

/** One weight of a typeface. */
export interface Face {
  readonly weight: 400 | 700;
  /** The complete static TrueType file. A variable font or an OTC would enter a PDF as Type 3. */
  readonly source: string;
  /** The name under `fonts/` of the site, which `fonts.css` beside it refers to. */
  readonly fileName: string;
}

/** What texts of some languages are set in. */
export interface Typeface {
  /** As stylesheets call it. */
  readonly family: string;
  readonly faces: readonly Face[];
  /** What devices have for these languages: on the screen it comes first. */
  readonly devices: readonly string[];
  /** Whether letters may change, join or move beside others, as they do in Thai. */
  readonly isShaped: boolean;
}

const { resolve } = createRequire(import.meta.url);

/** Of Noto Sans, as its publisher brings it to npm: one package for each family. */
function fromPackage(family: string, devices: readonly string[]): Typeface {
  const [name, folder] = [family.replaceAll(' ', ''), family.replaceAll(' ', '-').toLowerCase()];
  const face = (weight: Face['weight'], style: string): Face => ({
    weight,
    // Not looked for until it is needed.
    get source() { return resolve(`@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`); },
    fileName: `${folder}-${weight}.woff2`,
  });
  return { family, faces: [face(400, '400Regular'), face(700, '700Bold')], devices, isShaped: false };
}

/** That of the site and of the print edition: the stylesheets of the screen name what devices have before it. */
export const MAIN = fromPackage(MAIN_FAMILY, []);

const CHINESE = fromPackage(familyOf('zh'), ['PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei UI', 'Microsoft YaHei']);

/** The files of a typeface that a body has brought. */
export interface OwnFiles {
  readonly regular: string;
  readonly bold: string;
}

/** The typefaces of a site: those of the program, and those that a body has brought for some of its languages. */
export class Typefaces {
  /** In the order in which they are asked for a letter that the one of its language lacks. */
  readonly all: readonly Typeface[];
  readonly #own: ReadonlyMap<Locale, OwnFiles>;

  constructor(own: ReadonlyMap<Locale, OwnFiles> = new Map()) {
    this.#own = own;
    this.all = [MAIN, CHINESE, ...[...own].map(([tag, files]) => brought(tag, files))];
  }

  /** What a text of this language is set in. */
  of(tag: Locale): Typeface {
    const family = familyOf(tag, this.#own);
    return this.all.find((each) => each.family === family)!;
  }
}

function brought(tag: Locale, { regular, bold }: OwnFiles): Typeface {
  const face = (weight: Face['weight'], source: string): Face => ({ weight, source, fileName: `own-${tag}-${weight}.woff2` });
  return { family: ownFamily(tag), faces: [face(400, regular), face(700, bold)], devices: [], isShaped: true };
}

export const SHIPPED = new Typefaces();
