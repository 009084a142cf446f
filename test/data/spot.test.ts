import { describe, expect, test } from 'vitest';
import { isAt, plain, readSpotCases, storedFigures } from './spot.ts';

const stored = storedFigures();

/** What the pick from a document must reach into: a document read at one corner only proves little. */
const DOCUMENTS = [
  { document: 'progress-2025', parts: 60 },
  { document: 'plan-2024', parts: 25 },
  { document: 'performance-2021', parts: 90 },
  { document: 'plan-2021', parts: 35 },
  { document: 'progress-2020', parts: 60 },
] as const;

describe.each(DOCUMENTS)('figures picked in the text of $document', ({ document, parts }) => {
  const cases = readSpotCases(document);

  test('are sixty at least, from all over it', () => {
    expect(new Set(cases.map(({ place, figure }) => `${place} ${figure}`)).size).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ place }) => partOf(place))).size).toBeGreaterThanOrEqual(parts);
  });

  test.each(cases)('$line $words', (spot) => {
    expect(shown(spot.words)).toContain(digits(spot.figure));
    const held = (stored.get(spot.place) ?? []).map(({ figure, source }) => ({ figure, source }));
    expect(held, `${spot.figure} is not at ${spot.place}, or not with line ${spot.line} of ${document}`)
      .toSatisfy((printings: typeof held) => printings.some((each) => isAt(each, document, spot)));
  });
});

/** The words must show the figure: 「３回」 shows 3, 「16兆6,259億円」 shows 16兆6,259億円, 「令和6年10月」 shows 2024-10. */
function shown(words: string): string {
  const eras = { 平成: 1988, 令和: 2018 };
  const western = plain(words).replace(
    /(平成|令和)(\d+|元)年(?:(\d+)月(?:(\d+)日)?)?/g,
    (_, era: keyof typeof eras, year: string, month = '', day = '') =>
      ` ${eras[era] + (year === '元' ? 1 : Number(year))}${month && month.padStart(2, '0')}${day && day.padStart(2, '0')} `,
  );
  return digits(western);
}

function digits(words: string): string {
  return plain(words).replace(/\D/g, '');
}

/** np-current-rate@2020-09 → np-current-rate, 2020/benefits/x → 2020/benefits */
function partOf(place: string): string {
  return place.replace(/^(text|cell|target|reason) /, '').replace(/@.*/, '').split('/').slice(0, 2).join('/');
}
