import sharp from 'sharp';
import type { RememberLater } from '../src/cache/remember.ts';
import { drawCard } from '../src/cards/card.ts';
import { cardsOf } from '../src/cards/cards.ts';
import { openLetters } from '../src/cards/outline.ts';
import type { Typefaces } from '../src/fonts/faces.ts';
import type { Edition } from '../src/view/edition.ts';
import { writeFiles } from './write-files.ts';

/** Writes the pictures of shared links into a built site; what was drawn before is not drawn again. */
export async function writeCards(dist: string, editions: readonly Edition[], typefaces: Typefaces, remember: RememberLater): Promise<number> {
  const cards = editions.flatMap((edition) => {
    const letter = openLetters(edition.locale, typefaces);
    return cardsOf(edition).map(({ path, card }) => ({ path, svg: drawCard(card, letter) }));
  });
  const files = await Promise.all(cards.map(async ({ path, svg }) => {
    const content = await remember('card', svg, () => sharp(Buffer.from(svg)).png({ palette: true, colours: 32, effort: 1 }).toBuffer());
    return { path, content };
  }));
  writeFiles(dist, files);
  return files.length;
}
