import { createRequire } from 'node:module';
import { MAIN_FAMILY, familyOf } from './families.ts';

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
  return { family, faces: [face(400, '400Regular'), face(700, '700Bold')], devices };
}

/** That of the site and of the print edition: the stylesheets of the screen name what devices have before it. */
export const MAIN = fromPackage(MAIN_FAMILY, []);

const CHINESE = fromPackage(familyOf('zh'), ['PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei UI', 'Microsoft YaHei']);

/** In the order in which they are asked for a letter that the typeface of its language lacks. */
export const TYPEFACES: readonly Typeface[] = [MAIN, CHINESE];
