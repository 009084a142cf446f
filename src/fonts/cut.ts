import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { openFace } from './font-store.ts';

/** A complete typeface cut down to those of these characters that it has; `features`: the ones that are kept, all unless given. */
export async function cut(source: string, wanted: readonly number[], targetFormat: 'sfnt' | 'woff2', features?: readonly string[]): Promise<Buffer> {
  const { has } = await openFace(source);
  const text = wanted.filter(has).map((code) => String.fromCodePoint(code)).join('');
  try {
    return await subsetFont(await readFile(source), text, { targetFormat, ...(features ? { keepFeatures: [...features] } : {}) });
  } catch (cause) {
    throw new Error(`${source}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
