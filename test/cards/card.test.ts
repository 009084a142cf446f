import { expect, test } from 'vitest';
import { MAIN, SHIPPED, Typefaces } from '../../src/fonts/faces.ts';
import type { Face } from '../../src/fonts/faces.ts';
import { CARD_WIDTH, drawCard } from '../../src/cards/card.ts';
import type { Letter } from '../../src/cards/outline.ts';
import { openLetters } from '../../src/cards/outline.ts';

/** Letters that are as wide as they are high, written as they are: what a card says can be read from it. */
const plain: Letter = (text, size) => ({ svg: `<text>${text}</text>`, width: [...text].length * size * 0.6 });
const said = (svg: string) => [...svg.matchAll(/<text>([^<]*)<\/text>/g)].map(([, text]) => text);

test('a card says where the page belongs, what it is called, its figure and whose it is', () => {
  const svg = drawCard({ site: '年報', context: '令和7年度 I-2', title: '保険料収納対策', figure: { text: '72.7%', about: '納付率（令和7年9月末）' } }, plain);
  expect(said(svg)).toEqual(['令和7年度 I-2', '保険料収納対策', '72.7%', '納付率（令和7年9月末）', '年報']);
});

test('what is too long breaks between words, and ends with … where two lines do not hold it', () => {
  const figure = { text: '1%', about: 'x' };
  const lines = said(drawCard({ site: 's', context: 'c', title: 'Promoting the coverage of employees and of the self-employed in all parts of the country for good', figure }, plain));
  expect(lines.slice(1, 3).every((line) => (line?.length ?? 0) * 52 * 0.6 <= CARD_WIDTH)).toBe(true);
  expect(lines[1]).toBe('Promoting the coverage of');
  expect(lines[2]).toMatch(/…$/);
});

test('letters are outlines, so that no font of the machine matters', () => {
  const svg = drawCard({ site: 'a', context: 'b', title: '年' }, openLetters('ja', SHIPPED));
  expect(svg).not.toContain('<text');
  expect(svg.match(/<path /g)).toHaveLength(3);
});

test('letters of a typeface that a body has brought change beside others', () => {
  const [{ source: regular }, { source: bold }] = MAIN.faces as [Face, Face];
  const typefaces = new Typefaces(new Map([['xx', { regular, bold }]]));
  const outline = (tag: string) => openLetters(tag, typefaces)('か\u309aく', 100, false);
  expect(outline('xx').svg.match(/<path /g)).toHaveLength(2);
  expect(outline('xx').width).toBe(200);
  expect(outline('ja').svg.match(/<path /g)).toHaveLength(3);
});

test('each language has letters of its own shapes, and single ones are taken from wherever they are', () => {
  const drawn = (tag: string, text: string) => openLetters(tag, SHIPPED)(text, 64, true).svg;
  expect(drawn('zh', '今')).not.toBe(drawn('ja', '今'));
  expect(drawn('ja', '计')).toBe(drawn('zh', '计'));
  expect(drawn('ja', '计')).not.toBe(drawn('ja', '\u{10fffd}'));
});
