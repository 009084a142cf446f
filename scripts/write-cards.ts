import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawCard } from '../src/cards/card.ts';
import { cardsOf } from '../src/cards/cards.ts';
import { openLetters } from '../src/cards/outline.ts';
import type { Edition } from '../src/view/edition.ts';
import { writeFiles } from './write-files.ts';

const CACHE = join('.cache', 'cards');

/** Writes the pictures of shared links into a built site; what was drawn before is not drawn again. */
export async function writeCards(dist: string, editions: readonly Edition[]): Promise<number> {
  mkdirSync(CACHE, { recursive: true });
  const letter = openLetters();
  const files = await Promise.all(editions.flatMap(cardsOf).map(async ({ path, card }) => {
    const svg = drawCard(card, letter);
    const kept = join(CACHE, `${createHash('sha256').update(`${sharp.versions.vips}\n${svg}`).digest('hex')}.png`);
    if (!existsSync(kept)) writeWhole(kept, await sharp(Buffer.from(svg)).png({ palette: true, colours: 32, effort: 4 }).toBuffer());
    return { path, content: readFileSync(kept) };
  }));
  writeFiles(dist, files);
  return files.length;
}

/** A build that is ended half-way, or another at the same time, leaves no half a picture. */
function writeWhole(path: string, content: Uint8Array): void {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, content);
  renameSync(aside, path);
}
