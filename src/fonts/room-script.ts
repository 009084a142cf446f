import { MAIN } from './faces.ts';
import type { Face } from './faces.ts';
import { BEYOND_LATIN } from './stylesheets.ts';

/**
 * A script before the page is drawn. It adds what keeps the places of the faces (see `makeRoom`): what a stylesheet
 * names, even within itself, is there one frame too late. Once the page has been drawn, and only where the device draws
 * no kanji, it fetches the faces and adds them at once: nobody waits for a typeface to read what needs none.
 */
export function roomScript(rooms: readonly { readonly face: Face; readonly room: Buffer }[]): string {
  const given = JSON.stringify(rooms.map(({ face, room }) => [String(face.weight), room.toString('base64')]));
  const files = JSON.stringify(MAIN.faces.map(({ weight, fileName }) => [String(weight), fileName]));
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
