import { createRequire } from 'node:module';

/** One weight of the typeface that the site and the print edition are set in. */
export interface Face {
  readonly weight: 400 | 700;
  /** The complete static TrueType file. A variable font or an OTC would enter a PDF as Type 3. */
  readonly source: string;
  /** The name under `fonts/` of the site, which `fonts.css` beside it refers to. */
  readonly fileName: string;
}

const { resolve } = createRequire(import.meta.url);
const PACKAGE = '@expo-google-fonts/noto-sans-jp';

export const FACES: readonly Face[] = [
  {
    weight: 400,
    source: resolve(`${PACKAGE}/400Regular/NotoSansJP_400Regular.ttf`),
    fileName: 'noto-sans-jp-400.woff2',
  },
  {
    weight: 700,
    source: resolve(`${PACKAGE}/700Bold/NotoSansJP_700Bold.ttf`),
    fileName: 'noto-sans-jp-700.woff2',
  },
];

/**
 * The stylesheet beside the font files: addresses relative to it, so that it serves under any base path. On paper all
 * is set in the typeface; on the screen only what the device's own Latin typeface is not for, by the name of Site Japanese.
 */
export function facesCss(addressOf: (face: Face) => string = ({ fileName }) => `./${fileName}`): string {
  return FACES.flatMap((face) => [
    faceRule('Noto Sans JP', face, addressOf(face)),
    faceRule('Site Japanese', face, addressOf(face), BEYOND_LATIN),
  ]).join('');
}

/** All but Latin letters with their dashes and quotation marks, and the minus sign. */
const BEYOND_LATIN = 'U+250-2012, U+2015-2017, U+201E-2211, U+2213-10FFFF';

function faceRule(family: string, { weight }: Face, address: string, range?: string): string {
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: swap;
  src: url('${address}');
${range === undefined ? '' : `  unicode-range: ${range};\n`}}
`;
}

/**
 * A script before the page is drawn. It adds what keeps the places of the faces (see `makeRoom`): what a stylesheet
 * names, even within itself, is there one frame too late. Once the page has been drawn, and only where the device draws
 * no kanji, it fetches the faces and adds them at once: nobody waits for a typeface to read what needs none.
 */
export function roomScript(rooms: readonly { readonly face: Face; readonly room: Buffer }[]): string {
  const given = JSON.stringify(rooms.map(({ face, room }) => [String(face.weight), room.toString('base64')]));
  const files = JSON.stringify(FACES.map(({ weight, fileName }) => [String(weight), fileName]));
  return `{
const unicodeRange = '${BEYOND_LATIN}';
const { src } = document.currentScript;
const rooms = ${given}.map(([weight, text]) => [weight, Uint8Array.from(atob(text), (char) => char.charCodeAt(0))]);
for (const [weight, room] of rooms) document.fonts.add(new FontFace('Site Japanese Room', room, { weight, unicodeRange }));
// A room half as wide: where it is taken, the device has nothing to take before it.
if (rooms.length > 0) document.fonts.add(new FontFace('Site Japanese Probe', rooms[0][1], { sizeAdjust: '50%' }));
function drawsKanji() {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = '100px ' + getComputedStyle(document.documentElement).getPropertyValue('--device') + ", 'Site Japanese Probe'";
  return pen.measureText('国').width > 75;
}
new PerformanceObserver(async (_, observer) => {
  observer.disconnect();
  if (drawsKanji()) return;
  const faces = ${files}.map(([weight, file]) => new FontFace('Site Japanese', \`url('\${new URL(file, src)}')\`, { weight, unicodeRange }));
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face);
}).observe({ type: 'paint', buffered: true });
}
`;
}
