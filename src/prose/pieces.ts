import { keptBy } from '../cache/kept-by.ts';
import type { Text } from '../schema/text.ts';
import { splitProse } from './reference.ts';
import type { Piece } from './reference.ts';

/** A text in each of its languages, split at its braces: asked for again and again, and split once. */
export function piecesOf(text: Text): ReadonlyMap<string, readonly Piece[]> {
  return split(text, [], () => new Map(Object.entries(text).map(([tag, words]) => [tag, splitProse(words ?? '')])));
}

const split = keptBy<Text, ReadonlyMap<string, readonly Piece[]>>();
