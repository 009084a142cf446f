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

/** The stylesheet beside the font files: addresses relative to it, so that it serves under any base path. */
export function facesCss(addressOf: (face: Face) => string = ({ fileName }) => `./${fileName}`): string {
  return FACES.map((face) => `@font-face {
  font-family: 'Noto Sans JP';
  font-weight: ${face.weight};
  font-display: swap;
  src: url('${addressOf(face)}');
}
`).join('');
}

/**
 * What keeps the places of the faces while they load (see `makeRoom`): a script before the page is drawn, because what a
 * stylesheet names, even within itself, is there one frame too late.
 */
export function roomScript(rooms: readonly { readonly face: Face; readonly room: Buffer }[]): string {
  return rooms.map(({ face, room }) => `document.fonts.add(new FontFace('Noto Sans JP Room', Uint8Array.from(atob('${room.toString('base64')}'), (char) => char.charCodeAt(0)), { weight: '${face.weight}' }));
`).join('');
}
