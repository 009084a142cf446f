import { describe, expect, test } from 'vitest';
import { isAt, plain, readSpotCases, storedFigures } from './spot.ts';

const stored = storedFigures();

/** What the pick from a document must reach into: a document read at one corner only proves little. */
const DOCUMENTS = [
  { document: 'progress-2020', parts: 30 },
] as const;

describe.each(DOCUMENTS)('figures picked in the text of $document', ({ document, parts }) => {
  const cases = readSpotCases(document);

  test('are sixty at least, from all over it', () => {
    expect(new Set(cases.map(({ place, figure }) => `${place} ${figure}`)).size).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ place }) => partOf(place))).size).toBeGreaterThanOrEqual(parts);
  });

  test.each(cases)('$line $words', (spot) => {
    expect(digits(spot.words)).toContain(digits(spot.figure));
    const held = (stored.get(spot.place) ?? []).map(({ figure, source }) => ({ figure, source }));
    expect(held, `${spot.figure} is not at ${spot.place}, or not with line ${spot.line} of ${document}`)
      .toSatisfy((printings: typeof held) => printings.some((each) => isAt(each, document, spot)));
  });
});

/** The words must show the figure: 「３回」 shows 3, 「16兆6,259億円」 shows 16兆6,259億円. */
function digits(words: string): string {
  return plain(words).replace(/\D/g, '');
}

/** np-current-rate@2020-09 → np-current-rate, 2020/benefits/x → 2020/benefits */
function partOf(place: string): string {
  return place.replace(/^(text|cell|target|reason) /, '').replace(/@.*/, '').split('/').slice(0, 2).join('/');
}
